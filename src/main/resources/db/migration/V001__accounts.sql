-- Who buys, who may come in, and with what.

-- People read lists: Chinese by pinyin, Latin letters without regard to case order.
CREATE COLLATION reading (provider = icu, locale = 'zh-u-co-pinyin-kn-true');

CREATE TABLE company (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code       text NOT NULL UNIQUE,
  name       text NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('customer', 'distributor')),
  tier       text NOT NULL CHECK (tier IN ('standard', 'silver', 'gold', 'platinum')),
  created_at timestamptz NOT NULL
);

CREATE TABLE person (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  company_id bigint REFERENCES company,
  name       text NOT NULL,
  email      text NOT NULL UNIQUE,
  role       text NOT NULL CHECK (role IN
               ('customer', 'distributor', 'operator', 'account-manager', 'quality-manager', 'administrator')),
  created_at timestamptz NOT NULL,
  CHECK ((role IN ('customer', 'distributor')) = (company_id IS NOT NULL))
);

-- Tokens are 256 random bits; only their SHA-256 is kept.
CREATE TABLE sign_in_link (
  token_hash bytea PRIMARY KEY,
  person_id  bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);

CREATE TABLE session (
  token_hash bytea PRIMARY KEY,
  kind       text NOT NULL CHECK (kind IN ('person', 'glass')),
  subject_id bigint NOT NULL,
  created_at timestamptz NOT NULL,
  seen_at    timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);

CREATE TABLE api_key (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name       text NOT NULL UNIQUE,
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  used_at    timestamptz,
  revoked_at timestamptz
);
