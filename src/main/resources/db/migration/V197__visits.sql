-- Somebody of the house goes to see a company, or calls it: planned, then made, missed, called off, or passed without a
-- word. Numbers are drawn at random: one that counts up would tell how much others are visited.
CREATE TABLE visit (
  number     bigint PRIMARY KEY,
  company_id bigint NOT NULL REFERENCES company,
  kind       text NOT NULL CHECK (kind IN ('visit', 'call')),
  role       text NOT NULL CHECK (role IN ('account-manager', 'department-head')),
  state      text NOT NULL CHECK (state IN ('planned', 'made', 'missed', 'cancelled', 'not-noted')),
  person_id  bigint NOT NULL REFERENCES person,  -- who goes
  person     text NOT NULL,                      -- what they are called
  at         timestamptz NOT NULL,
  minutes    integer NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
  place      text,
  uid        text NOT NULL,                      -- names it for calendars
  version    bigint NOT NULL,
  changed_at timestamptz NOT NULL,
  deed_at    timestamptz                         -- when the clock looks whether anything was noted
);
CREATE INDEX visit_company ON visit (company_id, at DESC);
CREATE INDEX visit_person ON visit (person_id, at);
CREATE INDEX visit_at ON visit (at DESC, number DESC);
CREATE INDEX visit_deed ON visit (deed_at) WHERE deed_at IS NOT NULL;
CALL shown_to_its_company('visit');

-- Whom of the company it is for.
CREATE TABLE visit_contact (
  visit      bigint NOT NULL REFERENCES visit ON DELETE CASCADE,
  company_id bigint NOT NULL REFERENCES company,
  person_id  bigint NOT NULL REFERENCES person,
  name       text NOT NULL,
  PRIMARY KEY (visit, person_id)
);
CALL shown_to_its_company('visit_contact');

-- What became of it, with who said so and why: for the house alone, and only ever added to.
CREATE TABLE visit_event (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  visit     bigint NOT NULL REFERENCES visit ON DELETE CASCADE,
  at        timestamptz NOT NULL,
  kind      text NOT NULL,
  by        text NOT NULL,
  reason    text,
  body      jsonb NOT NULL
);
CREATE INDEX visit_event_visit ON visit_event (visit, id);
ALTER TABLE visit_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON visit_event TO vitrine_app USING (true) WITH CHECK (true);
REVOKE UPDATE, DELETE ON visit_event FROM vitrine_app;

-- What was noted at it, once: by the id that whoever noted it gave it, so that the same sent again is the same.
CREATE TABLE visit_record (
  visit          bigint PRIMARY KEY REFERENCES visit ON DELETE CASCADE,
  company_id     bigint NOT NULL REFERENCES company,
  client_id      uuid NOT NULL UNIQUE,
  digest         text NOT NULL,                  -- of what was sent under that id
  present        jsonb NOT NULL,                 -- who was there, of either side
  photos         text[] NOT NULL,
  noted_at       timestamptz NOT NULL,
  noted_by       text NOT NULL,
  open_until     timestamptz NOT NULL,           -- until then the company may say it otherwise
  confirmed_at   timestamptz,
  confirmed_by   text                            -- who of the company; absent where its days went by
);
CREATE INDEX visit_record_company ON visit_record (company_id);
CREATE INDEX visit_record_open ON visit_record (open_until) WHERE confirmed_at IS NULL;
CALL shown_to_its_company('visit_record');
GRANT UPDATE (confirmed_at, confirmed_by) ON visit_record TO vitrine_portal;

-- What was said, line by line: our wording, which stays, and theirs beside it.
CREATE TABLE visit_line (
  visit        bigint NOT NULL REFERENCES visit ON DELETE CASCADE,
  company_id   bigint NOT NULL REFERENCES company,
  line         integer NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('fact', 'wish', 'promise')),
  text         text NOT NULL,
  voice        bigint,                           -- the message that a wish became
  action       bigint,                           -- the action that a promise became
  corrected    text,
  corrected_by text,
  corrected_at timestamptz,
  PRIMARY KEY (visit, line)
);
CREATE INDEX visit_line_company ON visit_line (company_id);
CALL shown_to_its_company('visit_line');
GRANT UPDATE (corrected, corrected_by, corrected_at) ON visit_line TO vitrine_portal;

-- Who goes instead of somebody, from one day to another.
CREATE TABLE visit_cover (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id  bigint NOT NULL REFERENCES person,
  substitute bigint NOT NULL REFERENCES person,
  from_day   date NOT NULL,
  until_day  date NOT NULL,
  said_at    timestamptz NOT NULL,
  said_by    text NOT NULL,
  CHECK (person_id <> substitute),
  CHECK (from_day <= until_day)
);
CREATE INDEX visit_cover_person ON visit_cover (person_id, from_day);
CREATE INDEX visit_cover_substitute ON visit_cover (substitute, from_day);
ALTER TABLE visit_cover ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON visit_cover TO vitrine_app USING (true) WITH CHECK (true);

-- What a company says of it is told to the other rooms in its own transaction.
CREATE POLICY told_of_visits ON change FOR INSERT TO vitrine_portal
  WITH CHECK (company_id = current_company() AND kind = 'visit');

-- Meetings at which somebody of a company was, with who of the house was there.
CREATE VIEW meeting_touch WITH (security_invoker = true) AS
  SELECT a.company_id, a.meeting, max(a.came_at) AS met_at,
         ARRAY(SELECT h.person_id FROM attendance h WHERE h.meeting = a.meeting AND h.company_id IS NULL) AS house
    FROM attendance a
   WHERE a.company_id IS NOT NULL
   GROUP BY a.company_id, a.meeting;
