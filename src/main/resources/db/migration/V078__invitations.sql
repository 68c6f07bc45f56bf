-- What people are asked to come to: meeting 18, a visit; once, by a rule, or one date of a series. What it is stands in
-- body; the rest is what statements look for.
CREATE TABLE occasion (
  kind          text NOT NULL,
  number        bigint NOT NULL,       -- as the room counts that it belongs to
  uid           text NOT NULL,         -- of all dates of a series
  recurrence_at timestamp,             -- of one date of a series: when the rule has it, on the clock of its zone
  body          jsonb NOT NULL,
  is_series     boolean NOT NULL,
  capacity      integer,
  sequence      integer NOT NULL DEFAULT 0,
  ends_at       timestamptz NOT NULL,  -- of a series, when its last date is over
  changed_at    timestamptz NOT NULL,
  cancelled_at  timestamptz,
  cancel_reason text,
  remind_at     timestamptz,           -- when those who come are reminded next
  PRIMARY KEY (kind, number)
);
CREATE UNIQUE INDEX occasion_uid ON occasion (uid, recurrence_at) NULLS NOT DISTINCT WHERE cancelled_at IS NULL;
CREATE INDEX occasion_remind ON occasion (remind_at) WHERE remind_at IS NOT NULL;

-- Who is asked to come, and what they answered. Customers read nothing but this: what they are asked to is copied here.
CREATE TABLE invitation (
  number        bigint PRIMARY KEY,    -- drawn at random: one that counts up would tell how many others are asked
  kind          text NOT NULL,
  occasion      bigint NOT NULL,
  company_id    bigint REFERENCES company,  -- for which they come; absent for staff
  person_id     bigint NOT NULL REFERENCES person ON DELETE CASCADE,
  name          text NOT NULL,
  body          jsonb NOT NULL,        -- of the occasion
  ends_at       timestamptz NOT NULL,
  cancelled_at  timestamptz,
  cancel_reason text,
  reply_key     text NOT NULL,         -- stands in the uid that this person's calendar knows, the same in each message
  sequence      integer NOT NULL,
  state         text NOT NULL DEFAULT 'asked'
                CHECK (state IN ('asked', 'accepted', 'declined', 'tentative', 'waiting')),
  is_own        boolean NOT NULL DEFAULT false,  -- of one date of a series: answered by itself
  note          text,
  answered_at   timestamptz,
  answered_way  text,
  answered_by   text,                  -- who of the house took it down
  replied_at    timestamptz,           -- as the mail program says that wrote the last reply which counted
  waits_since   timestamptz,
  offered_at    timestamptz,           -- when they were asked whether they take a seat that became free
  instead       bigint REFERENCES person ON DELETE SET NULL,
  instead_name  text,
  asked_at      timestamptz NOT NULL,
  changed_at    timestamptz NOT NULL,
  withdrawn_at  timestamptz,           -- no longer asked
  retold        integer,               -- the sequence of which they were told again that it was changed
  UNIQUE (kind, occasion, person_id),
  FOREIGN KEY (kind, occasion) REFERENCES occasion ON DELETE CASCADE
);
CREATE INDEX invitation_person ON invitation (person_id, ends_at);
CREATE INDEX invitation_company ON invitation (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX invitation_key ON invitation (reply_key);
CREATE INDEX invitation_instead ON invitation (instead) WHERE instead IS NOT NULL;
CALL shown_to_its_company('invitation');

-- The links by which somebody answers without an account: one a mail, of which only the hash is kept.
CREATE TABLE invitation_link (
  token_hash bytea PRIMARY KEY,
  invitation bigint NOT NULL REFERENCES invitation ON DELETE CASCADE,
  expires_at timestamptz NOT NULL
);
CREATE INDEX invitation_link_invitation ON invitation_link (invitation);
CREATE INDEX invitation_link_expires ON invitation_link (expires_at);
ALTER TABLE invitation_link ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON invitation_link TO vitrine_app USING (true) WITH CHECK (true);

-- A mail may carry a calendar: with its links, it is kept no longer than they are.
ALTER TABLE mail
  ADD COLUMN calendar        text,
  ADD COLUMN calendar_method text;
