-- The address by which somebody's calendar subscribes to what they are asked to: a secret, of which the hash is kept.
CREATE TABLE calendar_feed (
  person_id  bigint PRIMARY KEY REFERENCES person ON DELETE CASCADE,
  token_hash bytea NOT NULL UNIQUE,
  made_at    timestamptz NOT NULL
);
