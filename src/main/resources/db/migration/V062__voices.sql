-- A wish, a question or a complaint, anchored to an order and, where it can be, to a line, a stage or a requirement.
-- What happened to it stands in voice_event. What follows from that is kept here as well, for lists and for the clock:
-- each writing of an event writes it anew.
CREATE TABLE voice (
  number        bigint PRIMARY KEY,         -- drawn at random: one that counts up would tell how much others say
  company_id    bigint NOT NULL,
  order_id      bigint NOT NULL,
  order_number  text NOT NULL,
  line          integer,
  stage         text,
  requirement   text,
  names         jsonb NOT NULL,             -- what product, stage and requirement were called when it was said
  kind          text NOT NULL,
  title         text NOT NULL,
  said_at       timestamptz NOT NULL,
  said_by       text NOT NULL,
  person_id     bigint,                     -- who said it, where that is somebody who signs in
  glass_link_id bigint,                     -- through which glass link, where it was one
  words         text NOT NULL,              -- its text, in the form in which it is compared with others
  version       integer NOT NULL DEFAULT 0, -- how many events it has
  state         text NOT NULL DEFAULT 'open',
  department    text NOT NULL,
  assignee_id   bigint,
  assignee      text,
  tier          text NOT NULL,
  clock         jsonb NOT NULL DEFAULT '{}',
  due_at        timestamptz,                -- of the next commitment; absent while its clock stands still
  deed_at       timestamptz,                -- when the clock has something to do about it
  closed_at     timestamptz,
  UNIQUE (company_id, number),
  FOREIGN KEY (company_id, order_id) REFERENCES orders (company_id, id) ON DELETE CASCADE
);
CREATE INDEX voice_order ON voice (order_id, said_at);
CREATE INDEX voice_company ON voice (company_id, said_at DESC, number DESC);
CREATE INDEX voice_said ON voice (said_at DESC, number DESC);
CREATE INDEX voice_inbox ON voice ((tier = 'platinum') DESC, due_at, number) WHERE state <> 'closed';
CREATE INDEX voice_state ON voice (state);
CREATE INDEX voice_deed ON voice (deed_at) WHERE deed_at IS NOT NULL;
CREATE INDEX voice_person ON voice (person_id, said_at) WHERE person_id IS NOT NULL;
CREATE INDEX voice_glass_link ON voice (glass_link_id, said_at) WHERE glass_link_id IS NOT NULL;

-- What happened to a voice, only ever added to; numbered without gaps, in its order. What is said among staff, the
-- causes that voices of several companies have in common and who was reminded of what are for staff alone.
CREATE TABLE voice_event (
  company_id bigint NOT NULL,
  voice      bigint NOT NULL,
  sequence   integer NOT NULL,
  at         timestamptz NOT NULL,
  kind       text NOT NULL,
  side       text NOT NULL,
  person_id  bigint,                        -- who did it, where that is somebody who signs in
  body       jsonb NOT NULL,
  for_staff  boolean NOT NULL GENERATED ALWAYS AS (kind IN ('noted', 'joined', 'left', 'reminded')) STORED,
  PRIMARY KEY (voice, sequence),
  FOREIGN KEY (company_id, voice) REFERENCES voice (company_id, number) ON DELETE CASCADE
);
CREATE INDEX voice_event_person ON voice_event (person_id, at) WHERE person_id IS NOT NULL;
REVOKE UPDATE, DELETE ON voice_event FROM vitrine_app;

CALL shown_to_its_company('voice');
CALL written_by_its_company(
  'voice',
  '{number, order_id, order_number, line, stage, requirement, names, kind, title, said_at, said_by, person_id,
    glass_link_id, words, department, tier}',
  '{version, state, clock, due_at, deed_at, closed_at}');

-- Behind the second wall a company reads what happened to its voices but for what is for staff alone, and adds what
-- customers do, in nobody's name but a customer's.
ALTER TABLE voice_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON voice_event TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY own ON voice_event FOR SELECT TO vitrine_portal
  USING (company_id = current_company() AND NOT for_staff);
CREATE POLICY said ON voice_event FOR INSERT TO vitrine_portal
  WITH CHECK (company_id = current_company() AND side IN ('customer', 'glass')
              AND kind IN ('said', 'added', 'replied', 'closed', 'reopened', 'thanked'));
GRANT SELECT ON voice_event TO vitrine_portal;
CALL written_by_its_company('voice_event', '{voice, sequence, at, kind, side, person_id, body}', '{}');

-- What customers do is told to the other rooms in their own transaction: of voices, and of nothing else.
DROP POLICY own ON change;
CREATE POLICY own ON change FOR SELECT TO vitrine_portal USING (company_id = current_company());
CREATE POLICY told ON change FOR INSERT TO vitrine_portal
  WITH CHECK (company_id = current_company() AND (kind = 'voice' OR kind LIKE 'voice.%'));
CALL written_by_its_company('change', '{kind, key, version, body}', '{}');

-- What several voices have in common, whosever they are: for staff alone.
CREATE TABLE voice_cause (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  title   text NOT NULL,
  made_at timestamptz NOT NULL,
  made_by text NOT NULL
);
CREATE TABLE voice_cause_member (
  voice      bigint PRIMARY KEY,
  company_id bigint NOT NULL,
  cause      bigint NOT NULL REFERENCES voice_cause,
  FOREIGN KEY (company_id, voice) REFERENCES voice (company_id, number) ON DELETE CASCADE
);
CREATE INDEX voice_cause_member_cause ON voice_cause_member (cause);

-- Which voices are alike, whosever they are: for staff alone. Each pair stands twice.
CREATE TABLE voice_likeness (
  company_id bigint NOT NULL,
  voice      bigint NOT NULL,
  other      bigint NOT NULL REFERENCES voice ON DELETE CASCADE,
  PRIMARY KEY (voice, other),
  FOREIGN KEY (company_id, voice) REFERENCES voice (company_id, number) ON DELETE CASCADE
);
CREATE INDEX voice_likeness_other ON voice_likeness (other);

ALTER TABLE voice_cause ENABLE ROW LEVEL SECURITY;
ALTER TABLE voice_cause_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE voice_likeness ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON voice_cause TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON voice_cause_member TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON voice_likeness TO vitrine_app USING (true) WITH CHECK (true);

-- Whoever makes a glass link says whether its holder may speak.
ALTER TABLE glass_link ADD COLUMN may_speak boolean NOT NULL DEFAULT false;

-- people: whom a voice can be given to, and who looks after a company
CREATE VIEW staff_member WITH (security_invoker = true) AS
  SELECT id, name, email, language, zone, role
    FROM active_person
   WHERE role NOT IN ('customer', 'distributor');
