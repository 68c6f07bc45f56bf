-- Of a request that does something with several orders each is done by itself: what was done with which, so that the
-- same request again does the rest. Written in the transaction in which it is done; the key is a hash that nobody makes
-- without the credentials and the idempotency key.
CREATE TABLE order_act (
  key_hash     bytea NOT NULL,
  order_number text NOT NULL,     -- as orders are found by it
  request_hash bytea NOT NULL,
  outcome      jsonb,             -- absent only until its transaction ends
  at           timestamptz NOT NULL,
  PRIMARY KEY (key_hash, order_number)
);
CREATE INDEX order_act_at ON order_act (at);

-- For the house only: no policy lets a customer's role in.
ALTER TABLE order_act ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON order_act TO vitrine_app USING (true) WITH CHECK (true);
