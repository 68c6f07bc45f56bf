-- What people are told of what happens, as they chose: each change is told to each of them once.

-- Those of contacts are their company's too, and it sees them behind the second wall; those of staff are the house's.
CREATE TABLE notice (
  person_id   bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  number      bigint NOT NULL,                     -- counts the notices of this person alone
  company_id  bigint REFERENCES company,           -- the contact's; absent for staff
  about       bigint NOT NULL REFERENCES company,  -- whose order or message it is
  change      bytea NOT NULL,                      -- names what it tells
  kind        text NOT NULL,
  topic       text NOT NULL,
  order_id    bigint,
  facts       jsonb NOT NULL,
  asked       boolean NOT NULL,                    -- this person asked for exactly this
  owed        boolean NOT NULL,                    -- work that waits for them: told whatever they chose
  mode        text NOT NULL CHECK (mode IN ('at-once', 'digest')),
  happened_at timestamptz NOT NULL,
  told_at     timestamptz NOT NULL,
  read_at     timestamptz,
  mailed_at   timestamptz,                         -- or when it was clear that no mail is needed
  PRIMARY KEY (person_id, number),
  UNIQUE (person_id, change)
);
CREATE INDEX notice_mail ON notice (mode, person_id, told_at) WHERE mailed_at IS NULL;
CREATE INDEX notice_unread ON notice (person_id) WHERE read_at IS NULL;
CREATE INDEX notice_told ON notice (told_at);

CALL shown_to_its_company('notice');
GRANT UPDATE (read_at) ON notice TO vitrine_portal;

CREATE TABLE notice_count (
  person_id bigint PRIMARY KEY REFERENCES person ON DELETE CASCADE,
  last      bigint NOT NULL
);

-- What somebody chose for a topic; where nothing stands here, the rhythm of their tier counts.
CREATE TABLE notice_choice (
  person_id bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  topic     text NOT NULL,
  mode      text NOT NULL CHECK (mode IN ('at-once', 'digest', 'off')),
  PRIMARY KEY (person_id, topic)
);

-- At which full hour of their day somebody gets what has gathered.
CREATE TABLE digest_hour (
  person_id bigint PRIMARY KEY REFERENCES person ON DELETE CASCADE,
  hour      integer NOT NULL CHECK (hour BETWEEN 0 AND 23)
);

-- The days of which somebody has had theirs, by the date where they are.
CREATE TABLE digest (
  person_id bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  day       date NOT NULL,
  sent_at   timestamptz NOT NULL,
  PRIMARY KEY (person_id, day)
);
CREATE INDEX digest_sent ON digest (sent_at);

CREATE TABLE order_following (
  person_id bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  order_id  bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
  mode      text NOT NULL CHECK (mode IN ('follow', 'mute')),
  PRIMARY KEY (person_id, order_id)
);
CREATE INDEX order_following_order ON order_following (order_id);

-- Who wants to be told when a stage is done; gone once they were.
CREATE TABLE stage_wish (
  person_id bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  order_id  bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
  line      integer NOT NULL,
  stage     text NOT NULL,
  PRIMARY KEY (person_id, order_id, line, stage)
);
CREATE INDEX stage_wish_order ON stage_wish (order_id);

-- What administrators set for those who have not chosen; where nothing stands here, what is usual counts.
CREATE TABLE notice_rhythm (
  readers text NOT NULL CHECK (readers IN ('customers', 'staff')),
  tier    text NOT NULL CHECK (tier IN ('standard', 'silver', 'gold', 'platinum')),
  topic   text NOT NULL,
  mode    text NOT NULL CHECK (mode IN ('at-once', 'digest', 'off')),
  PRIMARY KEY (readers, tier, topic)
);

-- Orders that are at risk from a moment on, which may still come: looked at when it has.
CREATE TABLE risk_watch (
  order_id  bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
  risk      text NOT NULL,
  look_at   timestamptz NOT NULL,
  told_from timestamptz,                           -- the moment of which people were told last
  PRIMARY KEY (order_id, risk)
);
CREATE INDEX risk_watch_look ON risk_watch (look_at);

-- Secrets by which a mail is answered with "no more of these": of which topics, and of which orders.
CREATE TABLE unsubscribe_link (
  token_hash bytea PRIMARY KEY,
  person_id  bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  topics     text[] NOT NULL,
  orders     bigint[] NOT NULL,
  made_at    timestamptz NOT NULL
);
CREATE INDEX unsubscribe_link_made ON unsubscribe_link (made_at);

-- For the house only: no policy lets a customer's role in.
DO $$
DECLARE
  own text;
BEGIN
  FOREACH own IN ARRAY ARRAY['notice_count', 'notice_choice', 'digest_hour', 'digest', 'order_following', 'stage_wish',
                             'notice_rhythm', 'risk_watch', 'unsubscribe_link'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', own);
    EXECUTE format('CREATE POLICY every_company ON %I TO vitrine_app USING (true) WITH CHECK (true)', own);
  END LOOP;
END
$$;

-- orders: what a line and a requirement are called
CREATE VIEW line_card WITH (security_invoker = true) AS
  SELECT order_id, number, product, routing
    FROM order_line;

CREATE VIEW requirement_card WITH (security_invoker = true) AS
  SELECT order_id, line, code, name
    FROM requirement;

-- production: what a stage is called
CREATE VIEW stage_card WITH (security_invoker = true) AS
  SELECT r.code AS routing, s.stage ->> 'code' AS code, s.stage -> 'name' AS name
    FROM routing r
   CROSS JOIN LATERAL jsonb_array_elements(r.stages::jsonb) AS s (stage);
