-- What two people change at once is noticed: each change makes a version, and says who made it.
ALTER TABLE station
  ADD COLUMN version    bigint NOT NULL DEFAULT 1,
  ADD COLUMN changed_at timestamptz,
  ADD COLUMN changed_by text;
ALTER TABLE operator
  ADD COLUMN version    bigint NOT NULL DEFAULT 1,
  ADD COLUMN changed_at timestamptz,
  ADD COLUMN changed_by text;
ALTER TABLE gauge
  ADD COLUMN version bigint NOT NULL DEFAULT 1;
