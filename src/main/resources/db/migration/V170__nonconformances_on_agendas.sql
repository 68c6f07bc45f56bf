-- What went wrong belongs on the agenda of the next meeting, one row for each company that it concerns.
ALTER TABLE matter DROP CONSTRAINT matter_kind_check;
ALTER TABLE matter ADD CONSTRAINT matter_kind_check
  CHECK (kind IN ('voice', 'requirement', 'promise', 'action', 'nonconformance'));

-- Releases that wait for a second person.
CREATE INDEX contained_asked ON contained (asked_at) WHERE asked_at IS NOT NULL;
