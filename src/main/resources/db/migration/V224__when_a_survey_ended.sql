-- When a survey ended: its figures belong to that month. Of those that had ended before, the last day that they were
-- to be answered, or today where somebody ended them sooner.
ALTER TABLE survey ADD COLUMN closed_at timestamptz;
UPDATE survey SET closed_at = least(closes, now()) WHERE state = 'closed';
ALTER TABLE survey ADD CONSTRAINT survey_closed CHECK ((state = 'closed') = (closed_at IS NOT NULL));
CREATE INDEX survey_closed_at ON survey (closed_at) WHERE closed_at IS NOT NULL;
