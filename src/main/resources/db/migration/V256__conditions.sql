-- What it was like where things are made: a value or a check at a place and a time. A place is the code of a stage
-- (routing/stage), an operation or a station, the same in any letters. Each reading is kept for three months, what the
-- hours came to for long.
CREATE TABLE condition_reading (
  id          text PRIMARY KEY,
  place       text NOT NULL,
  quantity    text NOT NULL,
  value       numeric,
  passed      boolean,
  unit        text NOT NULL,               -- empty where it has none
  taken_at    timestamptz NOT NULL,
  device      text,
  overdue     boolean NOT NULL,            -- its calibration had run out
  recorded_at timestamptz NOT NULL,
  sender      jsonb NOT NULL,
  CHECK (num_nonnulls(value, passed) = 1)
);
CREATE INDEX condition_reading_place ON condition_reading (place, taken_at);
CREATE INDEX condition_reading_taken ON condition_reading (taken_at);

CREATE TABLE condition_hour (
  place    text NOT NULL,
  quantity text NOT NULL,
  unit     text NOT NULL,
  hour     timestamptz NOT NULL,
  readings integer NOT NULL,
  checks   integer NOT NULL,               -- those of them that are no values,
  failed   integer NOT NULL,               -- and of these, that did not pass
  least    numeric,
  most     numeric,
  total    numeric,
  PRIMARY KEY (place, quantity, unit, hour)
);

-- For the house only: what of it concerns an order, its customer reads by that.
ALTER TABLE condition_reading ENABLE ROW LEVEL SECURITY;
ALTER TABLE condition_hour ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON condition_reading TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON condition_hour TO vitrine_app USING (true) WITH CHECK (true);
