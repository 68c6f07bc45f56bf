-- Meetings at which customers hear how quality did with them. What several companies share (a meeting, its agenda, its
-- minutes) belongs to none of them: a company sees it where a row of its own in meeting_company says that it is asked.
-- Columns that would tell whose something is are not granted to the portal.

-- A meeting that comes again and again. For the house only: customers see its meetings.
CREATE TABLE meeting_series (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uid            text NOT NULL UNIQUE,  -- what calendars call it, for as long as it is there
  title          text NOT NULL,
  kind           text NOT NULL CHECK (kind IN ('quality-improvement', 'design-review', 'witnessing')),
  rule           jsonb NOT NULL,
  first_at       timestamp NOT NULL,    -- its first date, on the clock of the zone
  zone           text NOT NULL,
  length_minutes integer NOT NULL CHECK (length_minutes BETWEEN 1 AND 10080),
  room           text,
  video          text,
  capacity       integer CHECK (capacity > 0),
  asked          jsonb NOT NULL,        -- who is asked, as criteria
  version        integer NOT NULL DEFAULT 1,
  made_by        text NOT NULL,
  made_at        timestamptz NOT NULL,
  ended_at       timestamptz
);
ALTER TABLE meeting_series ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON meeting_series TO vitrine_app USING (true) WITH CHECK (true);

CREATE TABLE meeting (
  number         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,  -- a meeting is known by it: meeting 18
  version        integer NOT NULL DEFAULT 1,   -- raised by one with each change of anything in it
  kind           text NOT NULL CHECK (kind IN ('quality-improvement', 'design-review', 'witnessing')),
  state          text NOT NULL DEFAULT 'planned'
                 CHECK (state IN ('planned', 'live', 'prepared', 'final', 'cancelled')),
  title          text NOT NULL,
  starts_at      timestamp NOT NULL,           -- on the clock of the zone
  zone           text NOT NULL,
  length_minutes integer NOT NULL CHECK (length_minutes BETWEEN 1 AND 10080),
  room           text,
  video          text,
  capacity       integer CHECK (capacity > 0),
  asked          jsonb NOT NULL,               -- who is asked, as criteria
  series         bigint REFERENCES meeting_series,
  recurs_at      timestamp,                    -- which date of its series it is, as the rule has it
  previous       bigint REFERENCES meeting,    -- whose open items come here
  review         bigint,                       -- the design review that it is about
  order_number   text,                         -- what is witnessed
  stage          text,
  current_item   bigint,                       -- where we are
  matters_from   timestamptz NOT NULL,         -- its agenda is made of what happened since
  agenda_at      timestamptz,                  -- when its agenda was last made
  heard_until    timestamptz,                  -- and until then, once it has begun
  cancel_reason  text,
  live_at        timestamptz,
  prepared_at    timestamptz,
  final_at       timestamptz,
  made_by        text NOT NULL,
  made_at        timestamptz NOT NULL,
  UNIQUE (series, recurs_at)
);
CREATE INDEX meeting_starts ON meeting (starts_at DESC, number DESC);
CREATE INDEX meeting_open ON meeting (state) WHERE state IN ('planned', 'live', 'prepared');
CREATE INDEX meeting_previous ON meeting (previous) WHERE previous IS NOT NULL;

-- Which companies are asked to which meeting: their key to everything in it.
CREATE TABLE meeting_company (
  company_id bigint NOT NULL REFERENCES company,
  meeting    bigint NOT NULL REFERENCES meeting ON DELETE CASCADE,
  asked_at   timestamptz NOT NULL,
  PRIMARY KEY (company_id, meeting)
);
CREATE INDEX meeting_company_meeting ON meeting_company (meeting);
CALL shown_to_its_company('meeting_company');

-- What somebody who is asked wants to talk about. It becomes an item of the agenda a moment later, as all matters do.
CREATE TABLE item_proposal (
  id          bigint PRIMARY KEY,       -- drawn at random
  company_id  bigint NOT NULL REFERENCES company,
  meeting     bigint NOT NULL REFERENCES meeting ON DELETE CASCADE,
  title       text NOT NULL,
  person_id   bigint NOT NULL,
  proposed_by text NOT NULL,
  proposed_at timestamptz NOT NULL
);
CREATE INDEX item_proposal_meeting ON item_proposal (meeting, company_id);
CALL shown_to_its_company('item_proposal');
CALL written_by_its_company('item_proposal', '{id, meeting, title, person_id, proposed_by, proposed_at}', '{}');

-- What an agenda is made of: a complaint, a requirement that failed, a promise that slipped, an action that is open. One
-- row a source, which follows its state. For the house only; what of it a company may see stands in item_source.
CREATE TABLE matter (
  kind         text NOT NULL CHECK (kind IN ('voice', 'requirement', 'promise', 'action')),
  key          text NOT NULL,
  company_id   bigint REFERENCES company,  -- absent of what is nobody's own
  order_id     bigint,
  order_number text,
  product      text,
  stage        text,
  requirement  text,
  cause        text,                       -- what the house has found several of them to have in common
  facts        jsonb NOT NULL,             -- what is said of it: names, dates, values
  weight       integer NOT NULL CHECK (weight BETWEEN 1 AND 5),
  happened_at  timestamptz NOT NULL,
  is_open      boolean NOT NULL,
  order_version bigint,                    -- at which its order was looked at
  changed_at   timestamptz NOT NULL,
  PRIMARY KEY (kind, key)
);
CREATE INDEX matter_happened ON matter (happened_at);
CREATE INDEX matter_changed ON matter (changed_at);
CREATE INDEX matter_company ON matter (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX matter_open ON matter (happened_at) WHERE is_open;
CREATE INDEX matter_order ON matter (order_id) WHERE order_id IS NOT NULL;
ALTER TABLE matter ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON matter TO vitrine_app USING (true) WITH CHECK (true);

-- Orders to which something happened that agendas are made of: each is looked at a moment later, as a whole.
CREATE TABLE matter_due (
  order_id    bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
  line        integer NOT NULL,          -- 0 of the whole order
  requirement text NOT NULL,             -- which failed; empty where none did
  happened_at timestamptz NOT NULL,
  marked_at   timestamptz NOT NULL,
  PRIMARY KEY (order_id, line, requirement)
);
CREATE INDEX matter_due_marked ON matter_due (marked_at);
ALTER TABLE matter_due ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON matter_due TO vitrine_app USING (true) WITH CHECK (true);

-- What came of stages that finished and of orders that are through, for the charts of agendas. For the house only.
CREATE TABLE stage_yield (
  order_id   bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
  line       integer NOT NULL,
  stage      text NOT NULL,
  product    text NOT NULL,
  ended_on   date NOT NULL,              -- where the plant is
  first_pass bigint NOT NULL,            -- good at the first go, in thousandths
  rejected   bigint NOT NULL,            -- scrapped ones included
  PRIMARY KEY (order_id, line, stage)
);
CREATE INDEX stage_yield_ended ON stage_yield (ended_on);
ALTER TABLE stage_yield ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON stage_yield TO vitrine_app USING (true) WITH CHECK (true);

CREATE TABLE promise_outcome (
  order_id bigint PRIMARY KEY REFERENCES orders ON DELETE CASCADE,
  ended_on date NOT NULL,                -- when its last line was through, where the plant is
  kept     boolean NOT NULL              -- by the day that was promised at first
);
CREATE INDEX promise_outcome_ended ON promise_outcome (ended_on);
ALTER TABLE promise_outcome ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON promise_outcome TO vitrine_app USING (true) WITH CHECK (true);

CREATE TABLE agenda_item (
  id           bigint PRIMARY KEY,       -- drawn at random: one that counts up would tell how many there are of others
  meeting      bigint NOT NULL REFERENCES meeting ON DELETE CASCADE,
  added_by     text,                     -- who of the house added it; absent where it made itself
  topic        text,                     -- what its sources have in common, where it made itself
  title        text NOT NULL,
  facts        jsonb NOT NULL DEFAULT '{}',  -- what the page makes its own title of, and its chart
  position     integer,                  -- where somebody put it; absent where its figures say
  minutes      integer NOT NULL CHECK (minutes BETWEEN 1 AND 480),
  state        text NOT NULL DEFAULT 'open'
               CHECK (state IN ('open', 'closed', 'dropped', 'merged', 'carried')),
  opened       boolean NOT NULL DEFAULT false,  -- for all who are asked
  carried_from bigint REFERENCES agenda_item,
  merged_into  bigint REFERENCES agenda_item,
  drop_reason  text,
  companies    integer NOT NULL DEFAULT 0,  -- the figures by which it is ranked
  severity     integer NOT NULL DEFAULT 0,
  times        integer NOT NULL DEFAULT 0,
  score        integer NOT NULL GENERATED ALWAYS AS (companies * severity * times) STORED,
  votes        integer NOT NULL DEFAULT 0,
  answer       text,                     -- what we did, for those who raised it
  made_at      timestamptz NOT NULL,
  closed_at    timestamptz
);
CREATE UNIQUE INDEX agenda_item_topic ON agenda_item (meeting, topic) WHERE topic IS NOT NULL;
CREATE UNIQUE INDEX agenda_item_carried ON agenda_item (meeting, carried_from) WHERE carried_from IS NOT NULL;
CREATE INDEX agenda_item_meeting ON agenda_item (meeting, id);

-- What an item is about. A company sees of it what is its own.
CREATE TABLE item_source (
  company_id  bigint REFERENCES company,
  meeting     bigint NOT NULL REFERENCES meeting ON DELETE CASCADE,
  item        bigint NOT NULL REFERENCES agenda_item ON DELETE CASCADE,
  kind        text NOT NULL,
  key         text NOT NULL,
  facts       jsonb NOT NULL,
  weight      integer NOT NULL,
  is_open     boolean NOT NULL,
  happened_at timestamptz NOT NULL,
  PRIMARY KEY (item, kind, key)
);
CREATE INDEX item_source_company ON item_source (company_id, meeting) WHERE company_id IS NOT NULL;
CREATE INDEX item_source_meeting ON item_source (meeting);
CREATE INDEX item_source_matter ON item_source (kind, key);
CALL shown_to_its_company('item_source');

-- Votes beforehand for what should be talked about: one a company.
CREATE TABLE item_vote (
  company_id bigint NOT NULL REFERENCES company,
  meeting    bigint NOT NULL REFERENCES meeting ON DELETE CASCADE,
  item       bigint NOT NULL REFERENCES agenda_item ON DELETE CASCADE,
  person_id  bigint NOT NULL,
  voted_by   text NOT NULL,
  voted_at   timestamptz NOT NULL,
  PRIMARY KEY (company_id, item)
);
CREATE INDEX item_vote_item ON item_vote (item);
CREATE INDEX item_vote_meeting ON item_vote (meeting, company_id);
CALL shown_to_its_company('item_vote');
CALL written_by_its_company('item_vote', '{meeting, item, person_id, voted_by, voted_at}', '{}');

-- A line of the minutes, or what somebody says to an item. It is one person's for a short while; a correction after
-- they are final is a line of its own.
CREATE TABLE minute_line (
  id          bigint PRIMARY KEY,        -- drawn at random
  meeting     bigint NOT NULL REFERENCES meeting ON DELETE CASCADE,
  item        bigint REFERENCES agenda_item,
  sequence    integer NOT NULL,          -- its place in the meeting's minutes
  kind        text NOT NULL CHECK (kind IN ('remark', 'decision', 'action', 'suggestion')),
  text        text NOT NULL,
  company_id  bigint REFERENCES company,  -- of whoever wrote it; absent for staff
  person_id   bigint NOT NULL,
  author      text NOT NULL,
  version     integer NOT NULL DEFAULT 1,
  held_by     bigint,                    -- who writes at it
  held_name   text,
  held_until  timestamptz,
  owner_id    bigint,                    -- of an action: who does it, and until when
  owner       text,
  due         date,
  action      bigint,                    -- the number it is followed under
  corrects    bigint REFERENCES minute_line,
  written_at  timestamptz NOT NULL,
  removed_at  timestamptz,
  UNIQUE (meeting, sequence)
);
CREATE INDEX minute_line_item ON minute_line (item) WHERE item IS NOT NULL;
CREATE INDEX minute_line_action ON minute_line (action) WHERE action IS NOT NULL;

-- What those who came want changed in minutes that are prepared.
CREATE TABLE minute_amendment (
  id         bigint PRIMARY KEY,         -- drawn at random
  company_id bigint REFERENCES company,  -- absent for staff
  meeting    bigint NOT NULL REFERENCES meeting ON DELETE CASCADE,
  line       bigint REFERENCES minute_line,
  text       text NOT NULL,
  person_id  bigint NOT NULL,
  author     text NOT NULL,
  wanted_at  timestamptz NOT NULL,
  state      text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'taken', 'declined')),
  answer     text,
  decided_at timestamptz
);
CREATE INDEX minute_amendment_meeting ON minute_amendment (meeting, wanted_at);
CALL shown_to_its_company('minute_amendment');
CALL written_by_its_company('minute_amendment', '{id, meeting, line, text, person_id, author, wanted_at}', '{}');

-- A question to the table. Each company has one vote.
CREATE TABLE poll (
  id        bigint PRIMARY KEY,          -- drawn at random
  meeting   bigint NOT NULL REFERENCES meeting ON DELETE CASCADE,
  item      bigint REFERENCES agenda_item,
  question  text NOT NULL,
  choices   text[] NOT NULL CHECK (cardinality(choices) BETWEEN 2 AND 10),
  secret    boolean NOT NULL,
  state     text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  result    jsonb                        -- what it came to, once it is closed
);
CREATE INDEX poll_meeting ON poll (meeting, opened_at);

-- Who may vote, fixed when the poll closes, and who has. What they said stands here only where the vote is by name.
CREATE TABLE poll_voter (
  company_id bigint NOT NULL REFERENCES company,
  meeting    bigint NOT NULL REFERENCES meeting ON DELETE CASCADE,
  poll       bigint NOT NULL REFERENCES poll ON DELETE CASCADE,
  voted      boolean NOT NULL,
  choice     integer,                    -- of a named vote: from 0 on; absent where they passed
  PRIMARY KEY (company_id, poll)
);
CREATE INDEX poll_voter_poll ON poll_voter (poll);
CALL shown_to_its_company('poll_voter');
CALL written_by_its_company('poll_voter', '{meeting, poll, voted, choice}', '{voted, choice}');

-- What was said in secret: no voter, no time, and a key without an order. When a poll closes its ballots are written
-- anew in one statement, by choice, so that not even the row's own transaction tells which voter it was beside.
CREATE TABLE poll_ballot (
  id      uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  meeting bigint NOT NULL REFERENCES meeting ON DELETE CASCADE,
  poll    bigint NOT NULL REFERENCES poll ON DELETE CASCADE,
  choice  integer                        -- absent where they passed
);
CREATE INDEX poll_ballot_poll ON poll_ballot (poll);

-- Who was there.
CREATE TABLE attendance (
  meeting    bigint NOT NULL REFERENCES meeting ON DELETE CASCADE,
  person_id  bigint NOT NULL,
  company_id bigint REFERENCES company,  -- absent for staff
  name       text NOT NULL,
  came_at    timestamptz NOT NULL,
  PRIMARY KEY (meeting, person_id)
);
CREATE INDEX attendance_company ON attendance (company_id, meeting) WHERE company_id IS NOT NULL;
CALL shown_to_its_company('attendance');
CALL written_by_its_company('attendance', '{meeting, person_id, name, came_at}', '{}');

-- Behind the second wall: a meeting that one's company is asked to; of its agenda, its minutes and its polls what is
-- open to all, and what is one's own.
ALTER TABLE meeting ENABLE ROW LEVEL SECURITY;
ALTER TABLE agenda_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE minute_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE poll ENABLE ROW LEVEL SECURITY;
ALTER TABLE poll_ballot ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON meeting TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON agenda_item TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON minute_line TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON poll TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON poll_ballot TO vitrine_app USING (true) WITH CHECK (true);

CREATE POLICY asked ON meeting TO vitrine_portal
  USING (number IN (SELECT meeting FROM meeting_company WHERE company_id = current_company()))
  WITH CHECK (number IN (SELECT meeting FROM meeting_company WHERE company_id = current_company()));
GRANT SELECT (number, version, kind, state, title, starts_at, zone, length_minutes, room, video, series, recurs_at,
              previous, review, order_number, stage, current_item, cancel_reason, live_at, prepared_at, final_at)
  ON meeting TO vitrine_portal;
GRANT UPDATE (version) ON meeting TO vitrine_portal;

CREATE POLICY opened ON agenda_item FOR SELECT TO vitrine_portal
  USING (meeting IN (SELECT meeting FROM meeting_company WHERE company_id = current_company()) AND opened);
CREATE POLICY raised ON agenda_item FOR SELECT TO vitrine_portal
  USING (id IN (SELECT item FROM item_source WHERE company_id = current_company()));
GRANT SELECT (id, meeting, title, facts, topic, position, minutes, state, opened, carried_from, merged_into,
              drop_reason, companies, severity, times, score, votes, answer, made_at, closed_at)
  ON agenda_item TO vitrine_portal;

CREATE POLICY asked ON minute_line FOR SELECT TO vitrine_portal
  USING (meeting IN (SELECT meeting FROM meeting_company WHERE company_id = current_company())
         AND (item IS NULL OR item IN (SELECT id FROM agenda_item)));
CREATE POLICY said ON minute_line TO vitrine_portal
  USING (company_id = current_company())
  WITH CHECK (company_id = current_company() AND kind = 'suggestion'
              AND meeting IN (SELECT meeting FROM meeting_company WHERE company_id = current_company()));
GRANT SELECT (id, meeting, item, sequence, kind, text, person_id, author, version, held_by, held_name, held_until,
              owner, due, action, corrects, written_at, removed_at)
  ON minute_line TO vitrine_portal;
GRANT INSERT (id, meeting, item, sequence, kind, text, company_id, person_id, author, written_at)
  ON minute_line TO vitrine_portal;
GRANT UPDATE (text, version, held_by, held_name, held_until, removed_at) ON minute_line TO vitrine_portal;

CREATE POLICY asked ON poll FOR SELECT TO vitrine_portal
  USING (meeting IN (SELECT meeting FROM meeting_company WHERE company_id = current_company())
         AND (item IS NULL OR item IN (SELECT id FROM agenda_item)));
GRANT SELECT ON poll TO vitrine_portal;

CREATE POLICY cast_vote ON poll_ballot FOR INSERT TO vitrine_portal
  WITH CHECK (meeting IN (SELECT meeting FROM meeting_company WHERE company_id = current_company()));
GRANT INSERT (meeting, poll, choice) ON poll_ballot TO vitrine_portal;

-- What customers do is told to the other rooms in their own transaction.
CREATE POLICY told_of_meetings ON change FOR INSERT TO vitrine_portal
  WITH CHECK (company_id = current_company() AND (kind = 'meeting' OR kind LIKE 'meeting.%'));
