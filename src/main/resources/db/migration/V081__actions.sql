-- What somebody of the house does until a day, asked after until it worked. What happened to it stands in action_event;
-- what follows from that is kept here as well, for lists and for the clock.
CREATE TABLE action (
  number        bigint PRIMARY KEY,          -- drawn at random: one that counts up would tell how much others raise
  text          text NOT NULL,
  owner_id      bigint NOT NULL,
  owner         text NOT NULL,
  due           date NOT NULL,               -- the whole of that day, where the plant is
  state         text NOT NULL DEFAULT 'open',
  source_kind   text,                        -- what raised it: a meeting, a visit; absent for the house itself
  source_number bigint,
  source_label  text,
  version       integer NOT NULL DEFAULT 0,  -- how many events it has
  made_at       timestamptz NOT NULL,
  made_by       text NOT NULL,
  closed_at     timestamptz,                 -- when it was done or withdrawn, while it is
  closed_by     text,
  closing       text,                        -- what was done, or why it was withdrawn
  moved_from    date,                        -- the due date before it was moved last
  moved_because text,
  step          integer NOT NULL DEFAULT 0,  -- how much of its reminding is done: a day before, on the day, when overdue
  deed_at       timestamptz,                 -- when the clock has something to do about it
  asked_at      timestamptz,                 -- when those who raised the matter were asked whether it worked
  CHECK ((source_kind IS NULL) = (source_number IS NULL) AND (source_kind IS NULL) = (source_label IS NULL))
);
CREATE INDEX action_source ON action (source_kind, source_number) WHERE source_kind IS NOT NULL;
CREATE INDEX action_owner ON action (owner_id, due) WHERE state IN ('open', 'reopened');
CREATE INDEX action_due ON action (due, number) WHERE state IN ('open', 'reopened');
CREATE INDEX action_made ON action (made_at DESC, number DESC);
CREATE INDEX action_deed ON action (deed_at) WHERE deed_at IS NOT NULL;

-- What happened to an action, only ever added to; numbered without gaps, in its order. For staff alone.
CREATE TABLE action_event (
  action    bigint NOT NULL REFERENCES action,
  sequence  integer NOT NULL,
  at        timestamptz NOT NULL,
  kind      text NOT NULL,
  by        text NOT NULL,
  person_id bigint,                          -- who did it, where that is somebody who signs in
  body      jsonb NOT NULL,
  PRIMARY KEY (action, sequence)
);
REVOKE UPDATE, DELETE ON action_event FROM vitrine_app;

-- The companies that raised the matter, each with what it reads of the action and with its own answer. These columns
-- are all that a customer can read of an action: each writing of the action writes them anew.
CREATE TABLE action_company (
  company_id    bigint NOT NULL REFERENCES company,
  action        bigint NOT NULL REFERENCES action,
  text          text NOT NULL,
  owner         text NOT NULL,
  due           date NOT NULL,
  state         text NOT NULL,
  source_label  text,
  made_at       timestamptz NOT NULL,
  closed_at     timestamptz,
  closing       text,
  moved_from    date,
  moved_because text,
  asked_at      timestamptz,
  worked_at     timestamptz,                 -- when somebody of the company said that it worked
  said          text,
  PRIMARY KEY (action, company_id)
);
CREATE INDEX action_company_made ON action_company (company_id, made_at DESC, action DESC);
CALL shown_to_its_company('action_company');

-- For the house only: no policy lets a customer's role in.
ALTER TABLE action ENABLE ROW LEVEL SECURITY;
ALTER TABLE action_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON action TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON action_event TO vitrine_app USING (true) WITH CHECK (true);
REVOKE DELETE ON action, action_company FROM vitrine_app;
