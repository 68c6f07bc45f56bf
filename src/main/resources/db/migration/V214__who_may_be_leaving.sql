-- What others may read, for loyalty and for the numbers of a month.

-- orders: on which day each was placed, as it says, or else when we first heard of it
CREATE VIEW order_day WITH (security_invoker = true) AS
  SELECT o.id AS order_id, o.company_id, o.placed_on,
         (SELECT min(e.recorded_at) FROM event e WHERE e.order_id = o.id AND e.version = 1) AS heard_at,
         o.cancel_reason IS NOT NULL AS cancelled
    FROM orders o;

-- house: which companies are examples, and no customers
CREATE VIEW example_company WITH (security_invoker = true) AS
  SELECT company_id
    FROM example;

-- How much of what a company needs it says that it buys here: only ever added to, the newest holds. For the house only.
CREATE TABLE loyalty_need (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  company_id bigint NOT NULL REFERENCES company,
  share      integer NOT NULL CHECK (share BETWEEN 0 AND 100),   -- per cent
  amount     bigint CHECK (amount > 0),                          -- all that it needs in a year, in whole units of:
  currency   text CHECK (currency ~ '^[A-Z]{3}$'),
  source     text NOT NULL,                                      -- who said so, where
  said_on    date NOT NULL,
  saved_by   text NOT NULL,
  saved_at   timestamptz NOT NULL,
  CHECK ((amount IS NULL) = (currency IS NULL))
);
CREATE INDEX loyalty_need_newest ON loyalty_need (company_id, said_on DESC, id DESC);
REVOKE UPDATE, DELETE ON loyalty_need FROM vitrine_app;
ALTER TABLE loyalty_need ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON loyalty_need TO vitrine_app USING (true) WITH CHECK (true);
