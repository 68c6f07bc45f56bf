-- How a product is made: the stages a customer understands, and which shop-floor operations belong to them.

CREATE TABLE routing (
  code    text PRIMARY KEY,
  name    text NOT NULL,
  stages  jsonb NOT NULL      -- the list of stages as the routing's record writes it
);

-- What the newest progress of an order comes to, for filters and lists. Derived: it may be dropped and is filled again.
CREATE TABLE standing (
  company_id  bigint NOT NULL,
  order_id    bigint PRIMARY KEY,
  version     bigint NOT NULL,
  state       text NOT NULL CHECK (state IN ('waiting', 'in-production', 'completed', 'cancelled')),
  stage       text,
  promised_on date,
  likely_on   date,
  heard_at    timestamptz,
  FOREIGN KEY (company_id, order_id) REFERENCES orders (company_id, id) ON DELETE CASCADE
);
CREATE INDEX standing_in_flight ON standing (order_id) WHERE state IN ('waiting', 'in-production');
CREATE INDEX standing_company ON standing (company_id, state);
