-- Commands that were answered, so that the same again is answered the same. Nothing here can be read without the
-- credentials and the idempotency key that it was made with: the row is found by a hash of them, and the answer, which
-- may hold a secret, is encrypted with another.

CREATE TABLE idempotency (
  id           bytea PRIMARY KEY,
  request_hash bytea NOT NULL,
  begun_at     timestamptz NOT NULL,
  status       integer,                -- absent while it is being worked on
  content_type text,
  answer       bytea
);
CREATE INDEX idempotency_begun ON idempotency (begun_at);
