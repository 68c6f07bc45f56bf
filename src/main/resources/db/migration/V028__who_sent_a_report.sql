-- A report's actor is the plant's word. Beside it stands who sent the report, as the server knew them: kind, id, name.
-- What was written before, and what is no report, has none.
ALTER TABLE event ADD COLUMN sender jsonb;
