-- What measures in the house, and when each was calibrated. A reading keeps by itself whether its gauge had run out when
-- it was taken; nothing here changes that afterwards.
CREATE TABLE gauge (
  key        text PRIMARY KEY,             -- its code, the same in any letters
  code       text NOT NULL,
  name       text NOT NULL,
  kind       text,
  unit       text,
  serial     text,
  place      text,
  retired    boolean NOT NULL,             -- measures no longer
  saved_at   timestamptz NOT NULL,
  saved_by   text NOT NULL,
  told_state text,                         -- what was said of its calibration last,
  told_until date                          -- and of the one that ends on this day
);

-- A calibration is never edited: one that was written down by mistake is withdrawn, and stays to be seen.
CREATE TABLE calibration (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  gauge        text NOT NULL REFERENCES gauge,
  done_on      date NOT NULL,
  valid_until  date NOT NULL,              -- the last day
  certificate  text CHECK (certificate ~ '^[0-9a-f]{64}$'),
  done_by      text NOT NULL,
  recorded_at  timestamptz NOT NULL,
  recorded_by  text NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_by text,
  CHECK (done_on <= valid_until)
);
CREATE INDEX calibration_gauge ON calibration (gauge);

-- For the house only: no policy lets a customer's role in.
ALTER TABLE gauge ENABLE ROW LEVEL SECURITY;
ALTER TABLE calibration ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON gauge TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON calibration TO vitrine_app USING (true) WITH CHECK (true);
REVOKE DELETE ON gauge, calibration FROM vitrine_app;
