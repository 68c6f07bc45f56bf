-- Notices on people's devices (RFC 8030, 8291, 8292).

-- By this the house is known to push services; made at the first start.
CREATE TABLE push_key (
  only_one    boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  public_key  text NOT NULL,
  private_key text NOT NULL
);
REVOKE UPDATE, DELETE ON push_key FROM vitrine_app;

CREATE TABLE push_device (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  endpoint  text NOT NULL,
  address   bytea NOT NULL UNIQUE,               -- the hash of the endpoint: a browser has one
  public    bytea NOT NULL CHECK (length(public) = 65),
  secret    bytea NOT NULL CHECK (length(secret) = 16),
  device    text NOT NULL,
  made_at   timestamptz NOT NULL
);
CREATE INDEX push_device_person ON push_device (person_id, made_at);

ALTER TABLE notice ADD COLUMN pushed_at timestamptz;
CREATE INDEX notice_push ON notice (told_at) WHERE mode = 'at-once' AND pushed_at IS NULL;

-- For the house only: no policy lets a customer's role in.
ALTER TABLE push_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE push_device ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON push_key TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON push_device TO vitrine_app USING (true) WITH CHECK (true);
