-- What somebody was asked by mail, under a secret that answers it once: did it work?
CREATE TABLE action_question (
  token_hash  bytea PRIMARY KEY,
  company_id  bigint NOT NULL,
  action      bigint NOT NULL,
  person_id   bigint NOT NULL,
  asked_at    timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  answered_at timestamptz,
  FOREIGN KEY (action, company_id) REFERENCES action_company (action, company_id)
);
CREATE INDEX action_question_expires ON action_question (expires_at);
CREATE INDEX action_question_action ON action_question (action);

-- After how many weeks it is asked whether what was done worked; one for the house.
CREATE TABLE action_settings (
  only_one  boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  ask_after integer NOT NULL,                -- weeks
  saved_by  text NOT NULL,
  saved_at  timestamptz NOT NULL
);

-- Which mails about actions somebody does not want any more.
CREATE TABLE action_mail_left (
  person_id bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  topic     text NOT NULL,
  PRIMARY KEY (person_id, topic)
);

-- For the house only: no policy lets a customer's role in.
ALTER TABLE action_question ENABLE ROW LEVEL SECURITY;
ALTER TABLE action_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE action_mail_left ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON action_question TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON action_settings TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON action_mail_left TO vitrine_app USING (true) WITH CHECK (true);
REVOKE DELETE ON action_settings FROM vitrine_app;
