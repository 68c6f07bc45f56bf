-- A picture that answered somebody may be taken back: they wait again, beside whatever they asked for meanwhile.
ALTER TABLE picture_request ADD COLUMN reopened_at timestamptz;
DROP INDEX picture_request_open;
CREATE UNIQUE INDEX picture_request_open ON picture_request (company_id, order_id, line, stage)
  WHERE closed_at IS NULL AND reopened_at IS NULL;
CREATE INDEX picture_request_shown ON picture_request (order_id) WHERE shown IS NOT NULL;
