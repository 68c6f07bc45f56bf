-- What is to be asked after a delivery, once for each product of an order, and when.
CREATE TABLE voice_care (
  company_id   bigint NOT NULL,
  order_id     bigint NOT NULL,
  product      text NOT NULL,               -- what it is called, in all its languages
  line         integer NOT NULL,            -- one of those that it was delivered of
  delivered_on date NOT NULL,               -- where the plant is
  due_at       timestamptz NOT NULL,
  asked_at     timestamptz,
  PRIMARY KEY (order_id, product),
  FOREIGN KEY (company_id, order_id) REFERENCES orders (company_id, id) ON DELETE CASCADE
);
CREATE INDEX voice_care_due ON voice_care (due_at) WHERE asked_at IS NULL;

-- What somebody was asked by mail, under a secret that answers it once: whether a voice is still solved, or how a
-- product does.
CREATE TABLE voice_question (
  token_hash  bytea PRIMARY KEY,
  company_id  bigint NOT NULL REFERENCES company,
  person_id   bigint NOT NULL,
  voice       bigint REFERENCES voice ON DELETE CASCADE,
  order_id    bigint,
  product     text,
  question    text,                         -- in the words in which it was asked
  asked_at    timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  answered_at timestamptz,
  CHECK ((voice IS NULL) <> (order_id IS NULL)),
  FOREIGN KEY (order_id, product) REFERENCES voice_care (order_id, product) ON DELETE CASCADE
);
CREATE INDEX voice_question_expires ON voice_question (expires_at);

-- For the house only: no policy lets a customer's role in.
ALTER TABLE voice_care ENABLE ROW LEVEL SECURITY;
ALTER TABLE voice_question ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON voice_care TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON voice_question TO vitrine_app USING (true) WITH CHECK (true);
