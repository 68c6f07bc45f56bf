-- A device shows what its reader is told for as long as they are signed in there: it goes with its session, however that
-- ends. Those that were known before say so again.
DELETE FROM push_device;
ALTER TABLE push_device
  ADD COLUMN session_hash bytea NOT NULL REFERENCES session (token_hash) ON DELETE CASCADE;
CREATE INDEX push_device_session ON push_device (session_hash);
