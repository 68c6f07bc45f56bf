-- What a company gets, as it was agreed with it, in versions: each is the whole of what was agreed, and none is edited.
CREATE TABLE company_profile (
  company_id bigint NOT NULL REFERENCES company,
  held_under text NOT NULL DEFAULT '',       -- the code of a company that has become part of this one: history only
  version    integer NOT NULL CHECK (version > 0),
  from_day   date NOT NULL,
  until_day  date CHECK (until_day >= from_day),
  agreed_by  text NOT NULL,                  -- who of the other side, as they are called
  agreed_on  date NOT NULL,
  terms      jsonb NOT NULL,                 -- only what it names
  saved_by   text NOT NULL,
  saved_at   timestamptz NOT NULL,
  PRIMARY KEY (company_id, held_under, version)
);
CALL shown_to_its_company('company_profile');

-- The same for all companies of a tier; for the house only: no policy lets a customer's role in.
CREATE TABLE tier_profile (
  tier      text NOT NULL CHECK (tier IN ('standard', 'silver', 'gold', 'platinum')),
  version   integer NOT NULL CHECK (version > 0),
  from_day  date NOT NULL,
  until_day date CHECK (until_day >= from_day),
  agreed_by text NOT NULL,
  agreed_on date NOT NULL,
  terms     jsonb NOT NULL,
  saved_by  text NOT NULL,
  saved_at  timestamptz NOT NULL,
  PRIMARY KEY (tier, version)
);
ALTER TABLE tier_profile ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON tier_profile TO vitrine_app USING (true) WITH CHECK (true);

-- Only whom a version was agreed with can move, where two companies become one.
REVOKE UPDATE, DELETE ON company_profile, tier_profile FROM vitrine_app;
GRANT UPDATE (held_under) ON company_profile TO vitrine_app;
