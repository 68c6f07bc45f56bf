-- What is offered where a date cannot be kept, and what the customer said to it. It is the order's history that says so;
-- this is how each offer stands, for those who wait for an answer and those who wait for them. Its key is drawn at
-- random: one that counts up would tell how much is late for others.
CREATE TABLE delay_offer (
  id           text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{32}$'),
  company_id   bigint NOT NULL,
  order_id     bigint NOT NULL,
  order_number text NOT NULL,
  terms        jsonb NOT NULL,        -- as it was offered
  lines        integer[] NOT NULL,
  promised     jsonb NOT NULL,        -- the day that was promised then, by line; absent where none was
  answer_by    date NOT NULL,
  state        text NOT NULL,
  settled_at   timestamptz NOT NULL,  -- since when it stands so
  offered_at   timestamptz NOT NULL,
  offered_by   text NOT NULL,
  told_at      timestamptz,           -- when a mail left to somebody of the company
  read_at      timestamptz,           -- when somebody of the company had it open first
  read_by      text,
  answer       jsonb,                 -- the newest answer, by whom and how
  step         integer NOT NULL DEFAULT 0,  -- whether it was told by mail
  deed_at      timestamptz,           -- when the clock has something to do about it
  FOREIGN KEY (company_id, order_id) REFERENCES orders (company_id, id) ON DELETE CASCADE
);
CREATE INDEX delay_offer_order ON delay_offer (company_id, order_id);
CREATE INDEX delay_offer_company ON delay_offer (company_id, offered_at DESC);
CREATE INDEX delay_offer_newest ON delay_offer (offered_at DESC);
CREATE INDEX delay_offer_deed ON delay_offer (deed_at) WHERE deed_at IS NOT NULL;
CALL shown_to_its_company('delay_offer');
REVOKE DELETE ON delay_offer FROM vitrine_app;

-- By which link of a mail somebody answers: bound to one offer and one person. For the house only.
CREATE TABLE delay_secret (
  token_hash bytea PRIMARY KEY,
  offer      text NOT NULL REFERENCES delay_offer ON DELETE CASCADE,
  person_id  bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);
CREATE INDEX delay_secret_offer ON delay_secret (offer);
CREATE INDEX delay_secret_person ON delay_secret (person_id);
ALTER TABLE delay_secret ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON delay_secret TO vitrine_app USING (true) WITH CHECK (true);
