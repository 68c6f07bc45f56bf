-- Screens on the shop floor, each a caller of its own: it is set up once by a code, and sees the work of its place.
CREATE TABLE station (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name         text NOT NULL,
  place        text,                        -- where it stands, as people say it
  operations   text[] NOT NULL,             -- of the shop floor, as reports name them
  stages       jsonb NOT NULL,              -- a list of {routing, stage}; of every routing where none is said
  made_at      timestamptz NOT NULL,
  withdrawn_at timestamptz
);
CREATE UNIQUE INDEX station_name ON station (folded_number(name)) WHERE withdrawn_at IS NULL;
ALTER TABLE station ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON station TO vitrine_app USING (true) WITH CHECK (true);
REVOKE DELETE ON station FROM vitrine_app;

-- One code a station: it lasts for minutes, sets up one screen, and ends the one before.
CREATE TABLE station_set_up (
  station   bigint PRIMARY KEY REFERENCES station,
  code_hash bytea NOT NULL UNIQUE,
  until     timestamptz NOT NULL,
  made_by   text NOT NULL
);
ALTER TABLE station_set_up ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON station_set_up TO vitrine_app USING (true) WITH CHECK (true);

-- What it offers the others.
CREATE VIEW open_station WITH (security_invoker = true) AS
  SELECT id, name
    FROM station
   WHERE withdrawn_at IS NULL;

-- access: a station has sessions, one for each of its screens
ALTER TABLE session DROP CONSTRAINT session_kind_check;
ALTER TABLE session ADD CONSTRAINT session_kind_check CHECK (kind IN ('person', 'glass', 'station'));
CREATE VIEW station_seen WITH (security_invoker = true) AS
  SELECT subject_id AS station_id, max(seen_at) AS seen_at, count(*) AS screens
    FROM session
   WHERE kind = 'station' AND expires_at > now()
   GROUP BY subject_id;
ALTER TABLE audit DROP CONSTRAINT audit_actor_kind_check;
ALTER TABLE audit ADD CONSTRAINT audit_actor_kind_check
  CHECK (actor_kind IN ('person', 'key', 'glass-link', 'station', 'system')) NOT VALID;

-- People of an example go with their sessions (V099): what was no glass link's was a person's, until there were stations.
DO $$
DECLARE
  before text := pg_get_functiondef('what_examples_have(boolean)'::regprocedure);
  after text := replace(before, $of$kind <> 'glass' AND subject_id$of$, $of$kind = 'person' AND subject_id$of$);
BEGIN
  IF after = before THEN
    RAISE EXCEPTION 'what_examples_have is another one than it was';
  END IF;
  EXECUTE after;
END
$$;
