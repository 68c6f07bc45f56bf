-- Secret, expiring, revocable links to the status page of one order.

CREATE TABLE glass_link (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  company_id bigint NOT NULL,
  order_id   bigint NOT NULL,
  token_hash bytea NOT NULL UNIQUE,
  made_by    text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  used_at    timestamptz,
  uses       bigint NOT NULL DEFAULT 0,
  FOREIGN KEY (company_id, order_id) REFERENCES orders (company_id, id) ON DELETE CASCADE
);
CREATE INDEX glass_link_order ON glass_link (order_id);
