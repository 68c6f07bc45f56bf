-- The password under the fold of a piece's card, of which only this is kept.
CREATE TABLE warranty_password (
  piece   text PRIMARY KEY REFERENCES warranty_piece ON DELETE CASCADE,
  hash    text NOT NULL,
  made_at timestamptz NOT NULL,
  made_by text NOT NULL
);

-- By what whoever bought a piece can be recognised: as a keyed hash, whose key is not in here.
CREATE TABLE warranty_identity (
  piece       text NOT NULL REFERENCES warranty_piece ON DELETE CASCADE,
  key_version text NOT NULL,
  hmac        bytea NOT NULL,
  shown       text NOT NULL CHECK (shown ~ '^[0-9]{0,4}$'),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  PRIMARY KEY (piece, hmac)
);

-- Codes that were mailed, for half an hour each.
CREATE TABLE warranty_code (
  piece       text NOT NULL REFERENCES warranty_piece ON DELETE CASCADE,
  key_version text NOT NULL,
  hmac        bytea NOT NULL,
  expires_at  timestamptz NOT NULL,
  PRIMARY KEY (piece, hmac)
);
CREATE INDEX warranty_code_expires ON warranty_code (expires_at);

ALTER TABLE warranty_password ENABLE ROW LEVEL SECURITY;
ALTER TABLE warranty_identity ENABLE ROW LEVEL SECURITY;
ALTER TABLE warranty_code ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON warranty_password TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON warranty_identity TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON warranty_code TO vitrine_app USING (true) WITH CHECK (true);

-- What strangers ask for, whether there is such a piece or not: both leave the same behind.
CREATE TABLE warranty_try (
  serial_key text NOT NULL,
  way        text NOT NULL,
  tries      integer NOT NULL,
  last_at    timestamptz NOT NULL,
  tell_at    timestamptz,             -- when its owner is to be told that somebody guesses
  PRIMARY KEY (serial_key, way)
);
CREATE INDEX warranty_try_last ON warranty_try (last_at);
CREATE INDEX warranty_try_tell ON warranty_try (tell_at) WHERE tell_at IS NOT NULL;

CREATE TABLE warranty_code_wish (
  serial_key text PRIMARY KEY,
  times      integer NOT NULL,
  since      timestamptz NOT NULL,
  due_at     timestamptz               -- when it is looked after; absent when that is done
);
CREATE INDEX warranty_code_wish_due ON warranty_code_wish (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX warranty_code_wish_since ON warranty_code_wish (since);
