-- Who may come in, with what, and what was done about it.

ALTER TABLE person
  ADD COLUMN password_hash text,
  ADD COLUMN totp_secret text,
  ADD COLUMN totp_confirmed_at timestamptz,
  ADD COLUMN totp_last_step bigint,
  ADD COLUMN recovery_codes bytea[] NOT NULL DEFAULT '{}',
  ADD COLUMN disabled_at timestamptz;

-- A contact may speak for several companies; a staff member's companies are those in their care.
CREATE TABLE membership (
  person_id  bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  company_id bigint NOT NULL REFERENCES company,
  PRIMARY KEY (person_id, company_id)
);
INSERT INTO membership (person_id, company_id)
SELECT id, company_id FROM person WHERE company_id IS NOT NULL;
ALTER TABLE person DROP COLUMN company_id;
CREATE INDEX membership_company ON membership (company_id);

ALTER TABLE session
  ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  ADD COLUMN company_id bigint REFERENCES company,   -- the one a contact works for now
  ADD COLUMN device text,
  ADD COLUMN address text;
CREATE INDEX session_subject ON session (kind, subject_id);
CREATE INDEX session_expires ON session (expires_at);

ALTER TABLE sign_in_link ADD COLUMN browser_hash bytea;
CREATE INDEX sign_in_link_expires ON sign_in_link (expires_at);

-- A key keeps its name and rights while its secret is changed; the old secret may live on for a while.
ALTER TABLE api_key
  ADD COLUMN scopes text[] NOT NULL DEFAULT '{reports,orders,read}';
CREATE TABLE api_key_secret (
  token_hash bytea PRIMARY KEY,
  key_id     bigint NOT NULL REFERENCES api_key ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz
);
INSERT INTO api_key_secret (token_hash, key_id, created_at)
SELECT token_hash, id, created_at FROM api_key;
ALTER TABLE api_key DROP COLUMN token_hash;
CREATE INDEX api_key_secret_key ON api_key_secret (key_id);

ALTER TABLE glass_link ADD COLUMN fields text[] NOT NULL DEFAULT '{}';

-- What was done about access; only ever added to.
CREATE TABLE audit (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at         timestamptz NOT NULL,
  actor      text NOT NULL,
  action     text NOT NULL,
  subject    text NOT NULL,
  company_id bigint REFERENCES company,
  detail     jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_at ON audit (at);

CREATE TABLE sign_in_attempt (
  subject_hash bytea PRIMARY KEY,
  failures     integer NOT NULL,
  last_at      timestamptz NOT NULL
);

-- What goes out by mail; written with what it tells, sent afterwards.
CREATE TABLE mail (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  recipient       text NOT NULL,
  subject         text NOT NULL,
  body            text NOT NULL,
  created_at      timestamptz NOT NULL,
  sent_at         timestamptz,
  attempts        integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  error           text
);
CREATE INDEX mail_waiting ON mail (next_attempt_at) WHERE sent_at IS NULL;

CREATE TABLE setting (
  name  text PRIMARY KEY,
  value jsonb NOT NULL
);

-- Raised by whatever takes a right away; every node looks at it each second and closes what it must.
CREATE TABLE access_change (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  version  bigint NOT NULL
);
INSERT INTO access_change (version) VALUES (1);

ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON membership TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON session TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON audit TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY own ON membership TO vitrine_portal USING (company_id = current_company());
REVOKE UPDATE, DELETE ON audit FROM vitrine_app;

-- Whom a holder's request for a new glass link reaches, and when they were last told.
ALTER TABLE glass_link
  ADD COLUMN made_by_person bigint REFERENCES person ON DELETE SET NULL,
  ADD COLUMN asked_again_at timestamptz;
