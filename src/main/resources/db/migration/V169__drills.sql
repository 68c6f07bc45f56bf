-- A drill each half-year: a lot drawn by chance among those that left, and how long it takes until it is known where all
-- of it is. One a half-year, whichever node draws it.
CREATE TABLE trace_drill (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  half       text NOT NULL UNIQUE CHECK (half ~ '^[0-9]{4}-[12]$'),  -- where the plant is
  due        date NOT NULL,                  -- the last day of that
  lot        text NOT NULL,
  drawn_at   timestamptz NOT NULL,
  started_at timestamptz,
  started_by text,
  traced_at  timestamptz,                    -- when the last gap was answered
  result     jsonb                           -- what was found, from when it was started
);

-- What cannot be shown to be free of the lot: each is answered by somebody, or said to be unknown.
CREATE TABLE drill_gap (
  drill       bigint NOT NULL REFERENCES trace_drill,
  place       integer NOT NULL,
  kind        text NOT NULL,
  code        text NOT NULL,
  order_number text,
  answer      text CHECK (answer IN ('affected', 'free', 'unknown')),
  note        text,
  answered_at timestamptz,
  answered_by text,
  PRIMARY KEY (drill, place)
);

-- For the house only: no policy lets a customer's role in.
ALTER TABLE trace_drill ENABLE ROW LEVEL SECURITY;
ALTER TABLE drill_gap ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON trace_drill TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON drill_gap TO vitrine_app USING (true) WITH CHECK (true);
REVOKE DELETE ON trace_drill, drill_gap FROM vitrine_app;
