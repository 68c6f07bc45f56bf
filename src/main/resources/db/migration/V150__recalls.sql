-- What customers are told when something is wrong with theirs, and what is done for them: written once for a
-- nonconformance, told to each company concerned as a notice of its own.
CREATE TABLE recall (
  nonconformance bigint PRIMARY KEY,
  words          jsonb NOT NULL,             -- title, what it is, the hazard, what to do now: each in every language
  remedies       text[] NOT NULL,            -- what is offered at our cost
  version        bigint NOT NULL,
  saved_at       timestamptz NOT NULL,
  saved_by       text NOT NULL,
  told_at        timestamptz,                -- when companies were told last
  told_by        text
);

-- What one company is told, as it was told, and what it answered. Its key is drawn at random: one that counts up would
-- tell that others are concerned.
CREATE TABLE recall_notice (
  id             text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{32}$'),
  company_id     bigint NOT NULL REFERENCES company,
  nonconformance bigint NOT NULL REFERENCES recall,
  words          jsonb NOT NULL,
  remedies       text[] NOT NULL,
  telling        integer NOT NULL,           -- how often it was told: anew where more or less of theirs is concerned
  news           text NOT NULL,              -- what it was told for the last time
  first_told_at  timestamptz NOT NULL,
  told_at        timestamptz NOT NULL,
  told_by        text NOT NULL,
  read_at        timestamptz,                -- when somebody of the company read what was told last
  read_by        text,
  remedy         text,
  chosen_at      timestamptz,
  chosen_by      text,
  acknowledged   integer NOT NULL DEFAULT 0, -- which telling was acknowledged
  reached        bigint,                     -- how many customers of their own they have passed it on to
  reached_at     timestamptz,
  reached_by     text,
  begun_at       timestamptz,                -- from then on the choice stands
  done           bigint NOT NULL DEFAULT 0,  -- of its pieces, in thousandths
  left_because   text,                       -- why nothing more is done though something is left
  left_by        text,
  left_at        timestamptz,
  step           integer NOT NULL DEFAULT 0, -- how much of telling and reminding by mail is done
  deed_at        timestamptz,                -- when the clock has something to do about it
  UNIQUE (nonconformance, company_id),
  UNIQUE (company_id, id)
);
CREATE INDEX recall_notice_company ON recall_notice (company_id, told_at DESC);
CREATE INDEX recall_notice_deed ON recall_notice (deed_at) WHERE deed_at IS NOT NULL;

-- Which of the company's pieces it is about.
CREATE TABLE recall_line (
  notice       text NOT NULL,
  company_id   bigint NOT NULL,
  place        integer NOT NULL,
  order_number text,
  order_key    text,
  line         integer,
  codes        text[] NOT NULL,              -- serials, or lots
  amount       bigint NOT NULL,              -- in thousandths
  PRIMARY KEY (notice, place),
  FOREIGN KEY (company_id, notice) REFERENCES recall_notice (company_id, id) ON DELETE CASCADE
);
CREATE INDEX recall_line_order ON recall_line (order_key) WHERE order_key IS NOT NULL;
CREATE INDEX recall_line_company ON recall_line (company_id, notice);

-- What happened to a notice, only ever added to.
CREATE TABLE recall_event (
  number     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  notice     text NOT NULL,
  company_id bigint NOT NULL,
  at         timestamptz NOT NULL,
  kind       text NOT NULL,
  by         text NOT NULL,
  person_id  bigint,
  body       jsonb NOT NULL,
  FOREIGN KEY (company_id, notice) REFERENCES recall_notice (company_id, id) ON DELETE CASCADE
);
CREATE INDEX recall_event_notice ON recall_event (company_id, notice, number);
REVOKE UPDATE, DELETE ON recall_event FROM vitrine_app;

CALL shown_to_its_company('recall_notice');
CALL shown_to_its_company('recall_line');
GRANT UPDATE (read_at, read_by, remedy, chosen_at, chosen_by, acknowledged, reached, reached_at, reached_by, deed_at)
  ON recall_notice TO vitrine_portal;

-- A company adds what it did; it reads none of it, since who of the house did what is for staff.
ALTER TABLE recall_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON recall_event TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY said ON recall_event FOR INSERT TO vitrine_portal
  WITH CHECK (company_id = current_company() AND kind IN ('read', 'chosen', 'reached'));
CALL written_by_its_company('recall_event', '{notice, at, kind, by, person_id, body}', '{}');

-- What customers do about their notices is told to the other rooms in their own transaction.
CREATE POLICY told_of_recalls ON change FOR INSERT TO vitrine_portal
  WITH CHECK (company_id = current_company() AND kind = 'recall-notice');

-- For the house only: no policy lets a customer's role in.
ALTER TABLE recall ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON recall TO vitrine_app USING (true) WITH CHECK (true);
REVOKE DELETE ON recall, recall_notice FROM vitrine_app;
