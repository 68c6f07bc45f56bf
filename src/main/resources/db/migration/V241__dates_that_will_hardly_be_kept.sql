-- Lines of which the day will hardly be kept, as questions to whoever looks after their company: what is done about it?
-- For the house only: the customer is told by what they are offered.
CREATE TABLE delay_risk (
  id            text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{32}$'),
  company_id    bigint NOT NULL,
  order_id      bigint NOT NULL,
  order_number  text NOT NULL,
  line          integer NOT NULL,
  promised      date NOT NULL,
  chance        double precision NOT NULL,  -- of keeping it, from 0 to 1, as it is known now
  opened_at     timestamptz NOT NULL,
  due_at        timestamptz NOT NULL,       -- by when it is to be decided
  choice        text,                       -- what was decided last: recover, offer or part-first
  plan          text,
  look_again_on date,                       -- until then it is being recovered
  chosen_by     text,
  chosen_at     timestamptz,
  overdue_told  boolean NOT NULL DEFAULT false,
  closed_at     timestamptz,
  closed_for    text,                       -- offered, safe, done
  FOREIGN KEY (company_id, order_id) REFERENCES orders (company_id, id) ON DELETE CASCADE
);
-- Never two that stand for one line.
CREATE UNIQUE INDEX delay_risk_standing ON delay_risk (order_id, line) WHERE closed_at IS NULL;
CREATE INDEX delay_risk_order ON delay_risk (company_id, order_id);
CREATE INDEX delay_risk_due ON delay_risk (due_at) WHERE closed_at IS NULL;
ALTER TABLE delay_risk ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON delay_risk TO vitrine_app USING (true) WITH CHECK (true);
REVOKE DELETE ON delay_risk FROM vitrine_app;
