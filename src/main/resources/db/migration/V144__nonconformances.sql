-- A fault of a kind, as it was raised: what is wrong, how bad it is, where it showed. What happened to it stands in
-- nonconformance_event; what follows from that is kept here as well, for lists.
CREATE TABLE nonconformance (
  number       bigint PRIMARY KEY,           -- drawn at random: one that counts up would tell how much goes wrong
  title        text NOT NULL,
  problem      text,                         -- what is known of it, in as many words as it takes
  severity     text NOT NULL CHECK (severity IN ('critical', 'major', 'minor', 'observation')),
  order_id     bigint REFERENCES orders ON DELETE SET NULL,
  order_number text,
  line         integer,
  stage        text,
  requirement  text,
  names        jsonb NOT NULL DEFAULT '{}',  -- what product, stage and requirement were called when it was raised
  voice        bigint,                       -- the message by which it was heard of
  meeting      bigint,
  station      text,
  lot          text,
  piece        text,                         -- by its serial number
  version      integer NOT NULL DEFAULT 0,   -- how many events it has
  raised_at    timestamptz NOT NULL,
  raised_by    text NOT NULL,
  closed_at    timestamptz,
  closed_by    text,
  closing      text                          -- what there was to say when it was closed
);
CREATE INDEX nonconformance_raised ON nonconformance (raised_at DESC, number DESC);
CREATE INDEX nonconformance_open ON nonconformance (raised_at DESC, number DESC) WHERE closed_at IS NULL;
CREATE INDEX nonconformance_order ON nonconformance (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX nonconformance_voice ON nonconformance (voice) WHERE voice IS NOT NULL;

-- What happened to it, only ever added to; numbered without gaps, in its order.
CREATE TABLE nonconformance_event (
  nonconformance bigint NOT NULL REFERENCES nonconformance,
  sequence       integer NOT NULL,
  at             timestamptz NOT NULL,
  kind           text NOT NULL,
  by             text NOT NULL,
  person_id      bigint,                     -- who did it, where that is somebody who signs in
  body           jsonb NOT NULL,
  PRIMARY KEY (nonconformance, sequence)
);
REVOKE UPDATE, DELETE ON nonconformance_event FROM vitrine_app;

-- Who works on it; the one who leads comes first.
CREATE TABLE nonconformance_member (
  nonconformance bigint NOT NULL REFERENCES nonconformance,
  person_id      bigint NOT NULL,
  name           text NOT NULL,
  position       integer NOT NULL,
  PRIMARY KEY (nonconformance, person_id)
);

-- What it doubts of orders now, so that the same can be settled (decision 0098).
CREATE TABLE nonconformance_doubt (
  nonconformance bigint NOT NULL REFERENCES nonconformance,
  order_id       bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
  line           integer,                    -- absent for all lines
  stage          text,                       -- absent for where the line is
  why            text NOT NULL               -- raised: it showed there; held: something there is
);
CREATE UNIQUE INDEX nonconformance_doubt_once
  ON nonconformance_doubt (nonconformance, why, order_id, line, stage) NULLS NOT DISTINCT;
CREATE INDEX nonconformance_doubt_order ON nonconformance_doubt (order_id);

-- For the house only: no policy lets a customer's role in.
ALTER TABLE nonconformance ENABLE ROW LEVEL SECURITY;
ALTER TABLE nonconformance_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE nonconformance_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE nonconformance_doubt ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON nonconformance TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON nonconformance_event TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON nonconformance_member TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON nonconformance_doubt TO vitrine_app USING (true) WITH CHECK (true);
REVOKE DELETE ON nonconformance FROM vitrine_app;
