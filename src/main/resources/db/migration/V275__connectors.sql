-- What is pulled from other systems. A connector's settings are its own; where it stands is written by whoever pulls.
CREATE TABLE connector (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key              text NOT NULL UNIQUE,   -- its code, the same in any letters
  code             text NOT NULL,
  name             text NOT NULL,
  brings           text NOT NULL CHECK (brings IN ('orders', 'plant-log')),
  settings         jsonb NOT NULL,
  mapping          jsonb NOT NULL,
  rules            jsonb NOT NULL,         -- how often, and what becomes of what is gone
  secret           text,                   -- sealed under a key outside of the database
  version          integer NOT NULL,
  saved_at         timestamptz NOT NULL,
  saved_by         text NOT NULL,

  since            timestamptz,            -- what was changed before is here, by the source's clock
  behind           text,                   -- of the window that is being read: up to this id
  window_began     timestamptz,
  etag             text,
  next_at          timestamptz NOT NULL,   -- when it is asked again
  compare_at       timestamptz NOT NULL,   -- when all of it is compared again
  believed         boolean NOT NULL DEFAULT false, -- somebody looked, and so many records are gone indeed
  taken_by         uuid,                   -- whoever is at it
  taken_until      timestamptz,
  failures         integer NOT NULL DEFAULT 0,
  fault            jsonb,                  -- why it failed last; absent once it did not
  failing_since    timestamptz,
  last_success_at  timestamptz,
  last_compared_at timestamptz
);

-- Each record that was met, by its id in the other system.
CREATE TABLE connector_record (
  connector   bigint NOT NULL REFERENCES connector ON DELETE CASCADE,
  record      text NOT NULL,
  fingerprint text NOT NULL,               -- of what it said when it was taken or refused
  revision    integer NOT NULL,            -- how often it said something else than when it was first taken
  state       text NOT NULL CHECK (state IN ('taken', 'refused', 'gone')),
  orders      text[] NOT NULL,             -- the numbers of those that it is about
  faults      jsonb,                       -- why it was refused, or why its order still stands
  content     jsonb,                       -- its rows, as long as it is refused: to be tried again
  since_at    timestamptz NOT NULL,        -- since when it is so
  seen_in     bigint,                      -- the run that compared everything and met it last
  PRIMARY KEY (connector, record)
);
CREATE INDEX connector_record_state ON connector_record (connector, state, since_at) WHERE state <> 'taken';

CREATE TABLE connector_run (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  connector bigint NOT NULL REFERENCES connector ON DELETE CASCADE,
  scope     text NOT NULL CHECK (scope IN ('changes', 'everything')),
  began_at  timestamptz NOT NULL,
  ended_at  timestamptz,
  counts    jsonb,
  fault     jsonb
);
CREATE INDEX connector_run_connector ON connector_run (connector, began_at DESC);
CREATE INDEX connector_run_began ON connector_run (began_at);

-- For the house only: no policy lets a customer's role in.
ALTER TABLE connector ENABLE ROW LEVEL SECURITY;
ALTER TABLE connector_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE connector_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON connector TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON connector_record TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON connector_run TO vitrine_app USING (true) WITH CHECK (true);
