-- How the columns of somebody's files become ours, remembered for the next file with the same columns.
CREATE TABLE column_mapping (
  name        text PRIMARY KEY,
  kind        text NOT NULL,              -- what the files hold: orders, plant-log
  headers     text[] NOT NULL,            -- the columns of the file that it was made for, in small letters and sorted
  mapping     jsonb NOT NULL,
  version     integer NOT NULL,           -- how often it was saved differently
  changed_at  timestamptz NOT NULL,
  changed_by  text NOT NULL
);

-- For the house only: no policy lets a customer's role in.
ALTER TABLE column_mapping ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON column_mapping TO vitrine_app USING (true) WITH CHECK (true);
