-- What was found out about a nonconformance, as people wrote it; the rest of its report is derived from what is there.
CREATE TABLE cause_analysis (
  nonconformance bigint PRIMARY KEY REFERENCES nonconformance,
  whys           text[] NOT NULL,            -- five at most, each an answer to why the one before was so
  cause          text,
  prevention     text,
  thanks         text
);

-- What an action is for that a nonconformance raised, and by what it is seen whether it worked: so many readings of a
-- requirement, one after the other, each within its limits, after it was done (decision 0106). Whether it worked is
-- derived from them; nobody says so.
CREATE TABLE action_purpose (
  action         bigint PRIMARY KEY,
  nonconformance bigint NOT NULL REFERENCES nonconformance,
  purpose        text NOT NULL CHECK (purpose IN ('containment', 'correction', 'prevention')),
  product        jsonb,                      -- a text, or texts by language; absent where nothing was named
  product_key    text,
  requirement    text,
  name           jsonb,                      -- what the requirement is called
  goal           integer,
  named_at       timestamptz,                -- what was measured before does not count
  done_at        timestamptz,                -- when the action was done; absent while it is open
  counted        integer NOT NULL DEFAULT 0, -- how many there are since it was done, or since the last failure
  restarts       integer NOT NULL DEFAULT 0,
  failed_at      timestamptz,
  proven_at      timestamptz,
  CHECK ((goal IS NULL) = (requirement IS NULL) AND (goal IS NULL) = (product IS NULL))
);
CREATE INDEX action_purpose_nonconformance ON action_purpose (nonconformance);
CREATE INDEX action_purpose_requirement ON action_purpose (requirement) WHERE requirement IS NOT NULL;

-- The readings by which that is seen, since it was named.
CREATE TABLE proof_reading (
  action      bigint NOT NULL REFERENCES action_purpose,
  order_id    bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
  report      text NOT NULL,
  happened_at timestamptz NOT NULL,
  unit        text,                          -- the serial number of what was measured
  passed      boolean NOT NULL,
  corrected   boolean NOT NULL DEFAULT false, -- by another report: it does not count
  PRIMARY KEY (action, order_id, report)
);
CREATE INDEX proof_reading_order ON proof_reading (order_id, report);

-- What a nonconformance costs, in minor units of a currency; what was booked wrongly is taken back by an entry against it.
CREATE TABLE nonconformance_cost (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  nonconformance bigint NOT NULL REFERENCES nonconformance,
  kind           text NOT NULL CHECK (kind IN ('scrap', 'rework', 'replacement', 'freight', 'other')),
  amount         bigint NOT NULL CHECK (amount <> 0),
  currency       text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  note           text,
  at             timestamptz NOT NULL,
  by             text NOT NULL,
  person_id      bigint,
  against        bigint UNIQUE REFERENCES nonconformance_cost,  -- the entry that this one takes back
  CHECK ((amount < 0) = (against IS NOT NULL))
);
CREATE INDEX nonconformance_cost_of ON nonconformance_cost (nonconformance, id);
REVOKE UPDATE, DELETE ON nonconformance_cost FROM vitrine_app;

-- For the house only: no policy lets a customer's role in.
DO $$
DECLARE
  own text;
BEGIN
  FOREACH own IN ARRAY ARRAY['cause_analysis', 'action_purpose', 'proof_reading', 'nonconformance_cost'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', own);
    EXECUTE format('CREATE POLICY every_company ON %I TO vitrine_app USING (true) WITH CHECK (true)', own);
  END LOOP;
END
$$;

-- What a company reads of it once that was shared: a row of its own with exactly that (decision 0106).
CREATE TABLE shared_report (
  nonconformance bigint NOT NULL REFERENCES nonconformance,
  company_id     bigint NOT NULL REFERENCES company,
  body           jsonb NOT NULL,
  order_keys     text[] NOT NULL,            -- the company's orders that it is about, as numbers are compared
  shared_at      timestamptz NOT NULL,
  shared_by      text NOT NULL,
  PRIMARY KEY (nonconformance, company_id)
);
CREATE INDEX shared_report_company ON shared_report (company_id, shared_at DESC);
CALL shown_to_its_company('shared_report');

-- orders: what a requirement demands
CREATE OR REPLACE VIEW requirement_card WITH (security_invoker = true) AS
  SELECT order_id, line, code, name, minimum, maximum
    FROM requirement;
CREATE INDEX requirement_code ON requirement (code);
