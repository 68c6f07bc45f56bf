-- What others may read, for the numbers of a month.

-- orders: the lines, what left of each, and for which days something was promised
CREATE VIEW line_ordered WITH (security_invoker = true) AS
  SELECT l.company_id, l.order_id, l.number AS line, l.quantity, l.unit, l.routing,
         l.cancel_reason IS NOT NULL OR o.cancel_reason IS NOT NULL AS cancelled,
         l.closed_short IS NOT NULL AS closed_short
    FROM order_line l
    JOIN orders o ON o.id = l.order_id;

CREATE VIEW line_left WITH (security_invoker = true) AS
  SELECT s.company_id, s.order_id, i.line, i.quantity, s.left_on, s.delivered_on
    FROM shipment s
    JOIN shipment_item i ON i.order_id = s.order_id AND i.shipment = s.number_key
   WHERE s.withdrawn IS NULL;

CREATE INDEX event_promised_day ON event ((body ->> 'date')) WHERE kind IN ('promised', 'promise-revised');

-- Reports reach us about when they happen, so that blocks of the table hold days: a small index finds those of a month.
CREATE INDEX event_happened ON event USING brin (happened_at);

-- production: what a routing is called
CREATE VIEW routing_name WITH (security_invoker = true) AS
  SELECT code, name
    FROM routing;

-- voices: what is settled of commitments
CREATE VIEW commitment_settled WITH (security_invoker = true) AS
  SELECT company_id, commitment, decided_at, missed
    FROM voice_outcome;

-- actions: what happened to each, and whether customers asked for it
CREATE VIEW action_happened WITH (security_invoker = true) AS
  SELECT e.action, e.sequence, e.at, e.kind,
         a.source_kind, EXISTS (SELECT FROM action_company c WHERE c.action = e.action) AS for_customers
    FROM action_event e
    JOIN action a ON a.number = e.action;

-- The numbers of each month, frozen: each row holds the hash of its content, which names the hash of the row before, so
-- all that is said of a month stands in its content. A correction is a row of its own. Nothing of it is ever changed.
-- For the house only.
CREATE TABLE scorecard_month (
  sequence  integer PRIMARY KEY CHECK (sequence > 0),
  month     text NOT NULL CHECK (month ~ '^\d{4}-\d{2}$'),
  corrects  integer REFERENCES scorecard_month,   -- the row of the same month that this one corrects
  content   text NOT NULL,                        -- canonical JSON (RFC 8785)
  hash      bytea NOT NULL                        -- SHA-256 of it
);
CREATE UNIQUE INDEX scorecard_month_first ON scorecard_month (month) WHERE corrects IS NULL;
CREATE UNIQUE INDEX scorecard_month_next ON scorecard_month (corrects) WHERE corrects IS NOT NULL;
REVOKE UPDATE, DELETE, TRUNCATE ON scorecard_month FROM vitrine_app;

-- Who may read the months that are frozen: one row, once somebody has said so.
CREATE TABLE scorecard_opened (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  opened   text NOT NULL CHECK (opened IN ('public', 'customers', 'nobody'))
);

ALTER TABLE scorecard_month ENABLE ROW LEVEL SECURITY;
ALTER TABLE scorecard_opened ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON scorecard_month TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON scorecard_opened TO vitrine_app USING (true) WITH CHECK (true);
