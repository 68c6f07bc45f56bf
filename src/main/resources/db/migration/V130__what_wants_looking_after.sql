-- What of an order in flight wants looking after: dates to compare with a clock, requirements that keep a stage from being
-- met, and where its lines stand on the floor. A copy for the first pages of staff, as order_summary is one for filters,
-- written together with that; customers read nothing of it.
CREATE TABLE order_concern (
  order_id         bigint PRIMARY KEY REFERENCES orders ON DELETE CASCADE,
  company_id       bigint NOT NULL REFERENCES company,
  promised_on      date,                        -- the first day that is still to come; absent where none is set
  likely_on        date,
  late_from        timestamptz,
  likely_late_from timestamptz,                 -- from when it is likely to come after its day
  to_be_confirmed  integer NOT NULL,            -- for how many lines a day is to be confirmed
  risk_from        timestamptz,                 -- when the first of the risks is one
  risks            jsonb NOT NULL,              -- kind and moment, in the order of time
  points           jsonb NOT NULL,              -- mandatory requirements that failed, or wait where their stage is through
  floor            jsonb NOT NULL               -- the stage at which each open line stands
);
CREATE INDEX order_concern_company ON order_concern (company_id);
ALTER TABLE order_concern ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON order_concern TO vitrine_app USING (true) WITH CHECK (true);

-- Those in flight are looked at once more, at the next start.
UPDATE order_summary SET version = 0 WHERE state IN ('waiting', 'in-production');

-- What rooms offer of it: which orders are in flight, and when somebody of a company last came to a meeting.
CREATE VIEW order_concern_head WITH (security_invoker = true) AS
  SELECT order_id, company_id
    FROM order_concern;

CREATE VIEW company_met WITH (security_invoker = true) AS
  SELECT company_id, max(came_at) AS met_at
    FROM attendance
   WHERE company_id IS NOT NULL
   GROUP BY company_id;

-- When a company ordered last, and before that.
CREATE INDEX orders_placed ON orders (company_id, placed_on DESC);

-- How many days may lie between two times that a company of a tier is met.
CREATE TABLE touch_interval (
  tier text PRIMARY KEY CHECK (tier IN ('standard', 'silver', 'gold', 'platinum')),
  days integer NOT NULL CHECK (days BETWEEN 1 AND 3650)
);
