-- A mail that no server took for three days is set aside, with the reason: staff see it, and may try it again. What is
-- merely told can be left by its reader (RFC 8058).
ALTER TABLE mail
  ADD COLUMN set_aside_at timestamptz,
  ADD COLUMN tried_since  timestamptz,   -- when staff had it tried again, which gives it three more days
  ADD COLUMN unsubscribe  text;          -- where its reader leaves, with a secret: forgotten once it is out

UPDATE mail
   SET set_aside_at = created_at + interval '1 day'
 WHERE sent_at IS NULL AND next_attempt_at IS NULL AND error IS NOT NULL;

-- Addresses that a server said for good it has no mailbox for. What is owed to somebody is still sent there.
CREATE TABLE bouncing_address (
  email  text PRIMARY KEY,
  since  timestamptz NOT NULL,
  reason text NOT NULL
);
