-- Who answers what customers say, and by when. For every company to read, since what one says is routed, and its due
-- times are derived, in one's own name; the pages show a customer no more of it than the department's name and hours.
CREATE TABLE department (
  code     text PRIMARY KEY,
  name     jsonb NOT NULL,              -- a text, or texts by language
  head     bigint REFERENCES person,
  members  bigint[] NOT NULL,
  calendar text NOT NULL,               -- the plant's may not exist yet
  stages   text[] NOT NULL,             -- codes and patterns
  fallback boolean NOT NULL,            -- has all the rest
  saved_by text NOT NULL,
  saved_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX department_fallback ON department (fallback) WHERE fallback;
GRANT SELECT (code, name, head, members, calendar, stages, fallback) ON department TO vitrine_portal;
COMMENT ON TABLE department IS 'Who answers, for every company to read';
REVOKE DELETE ON department FROM vitrine_app;

-- How much working time each commitment has, by tier and kind. Superseded, never edited: what somebody was told when
-- they spoke stays.
CREATE TABLE commitment_profile (
  version  integer PRIMARY KEY,
  targets  jsonb NOT NULL,
  saved_by text NOT NULL,
  saved_at timestamptz NOT NULL
);
GRANT SELECT ON commitment_profile TO vitrine_portal;
COMMENT ON TABLE commitment_profile IS 'By when answers are promised, for every company to read';
REVOKE UPDATE, DELETE ON commitment_profile FROM vitrine_app;

-- For the house only: no policy lets a customer's role in.
CREATE TABLE care_question (
  product  text PRIMARY KEY,            -- a pattern; * is asked for all the rest
  question jsonb NOT NULL,              -- a text, or texts by language
  days     integer NOT NULL CHECK (days > 0),   -- after the delivery
  saved_by text NOT NULL,
  saved_at timestamptz NOT NULL
);
ALTER TABLE care_question ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON care_question TO vitrine_app USING (true) WITH CHECK (true);

CREATE TABLE voice_settings (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  chosen   bigint REFERENCES person,    -- the last to whom what is overdue climbs
  saved_by text NOT NULL,
  saved_at timestamptz NOT NULL
);
ALTER TABLE voice_settings ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON voice_settings TO vitrine_app USING (true) WITH CHECK (true);
REVOKE DELETE ON voice_settings FROM vitrine_app;
