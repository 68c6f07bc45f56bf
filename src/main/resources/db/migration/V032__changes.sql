-- What happened in any room, for the others to hear. An order's own history stays in event; the feed reads both.

CREATE TABLE change (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind        text NOT NULL,
  key         text NOT NULL,           -- of what it happened to
  version     bigint NOT NULL,
  company_id  bigint,                  -- whose it is, where it is one company's
  body        jsonb,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  xid         xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX change_xid ON change (xid);
CREATE INDEX change_recorded ON change (recorded_at);
REVOKE UPDATE ON change FROM vitrine_app;

ALTER TABLE change ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON change TO vitrine_portal USING (company_id = current_company());
CREATE POLICY every_company ON change TO vitrine_app USING (true) WITH CHECK (true);
GRANT SELECT ON change TO vitrine_portal;

-- Behind the same walls as the tables: whoever reads it sees of them what they may see. Among those of one kind and key,
-- position gives the order in which they happened.
CREATE VIEW feed_entry WITH (security_invoker = true) AS
  SELECT 'order'::text AS kind, order_id::text AS key, version, company_id, NULL::jsonb AS body, version AS position, xid
    FROM event
  UNION ALL
  SELECT kind, key, version, company_id, body, id, xid
    FROM change;
GRANT SELECT ON feed_entry TO vitrine_app, vitrine_portal;

-- What clients are given to go on from is encrypted under this, so that it tells them nothing.
CREATE TABLE cursor_key (
  secret bytea NOT NULL CHECK (length(secret) = 32)
);
INSERT INTO cursor_key
VALUES (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
REVOKE INSERT, UPDATE, DELETE ON cursor_key FROM vitrine_app;
