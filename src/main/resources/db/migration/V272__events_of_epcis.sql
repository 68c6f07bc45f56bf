-- Events of EPCIS 2.0: what happens to our orders, and what others captured here. Nothing is changed or taken away: an
-- error is declared by a row of its own, which repeats the event. A company sees what is of its orders.
CREATE TABLE epcis_event (
  id          text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{32}$'),
  event_id    text NOT NULL,
  declared_at timestamptz,                  -- when its error was declared; absent for the event itself
  content     text NOT NULL,                -- what it says, as a hash: the same again is known
  event_type  text NOT NULL,
  event_time  timestamptz NOT NULL,
  record_time timestamptz NOT NULL,         -- in the order of commits, see epcis_clock
  terms       text[] NOT NULL,              -- what it is found by
  body        json NOT NULL,
  company_id  bigint REFERENCES company,    -- absent where it names none of our orders
  order_id    bigint,
  entry       bigint,                       -- of the order's history that it follows from; absent where it was captured
  stage       text,                         -- at which it happened, where what is shown of stages was agreed
  CHECK ((company_id IS NULL) = (order_id IS NULL)),
  FOREIGN KEY (company_id, order_id) REFERENCES orders (company_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX epcis_event_once ON epcis_event (event_id, coalesce(declared_at, '-infinity'));
CREATE INDEX epcis_event_recorded ON epcis_event (record_time, id);
CREATE INDEX epcis_event_happened ON epcis_event (event_time, id);
CREATE INDEX epcis_event_company ON epcis_event (company_id, record_time, id);
CREATE INDEX epcis_event_order ON epcis_event (order_id, entry);
CREATE INDEX epcis_event_terms ON epcis_event USING gin (terms);
CALL shown_to_its_company('epcis_event');
REVOKE UPDATE, DELETE ON epcis_event FROM vitrine_app;

-- When the newest was recorded. Whoever records holds this row until the commit, so that nobody's events become visible
-- behind those of somebody who recorded later: a reader who has everything up to a moment has missed nothing before it.
CREATE TABLE epcis_clock (
  single   boolean PRIMARY KEY DEFAULT true CHECK (single),
  recorded timestamptz NOT NULL
);
ALTER TABLE epcis_clock ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON epcis_clock TO vitrine_app USING (true) WITH CHECK (true);

-- Documents that somebody sent, and what became of them; the document goes when that is known.
CREATE TABLE epcis_capture (
  id          text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{32}$'),
  created_at  timestamptz NOT NULL,
  finished_at timestamptz,
  proceeds    boolean NOT NULL,             -- takes what is right where something is wrong
  sent_by     text NOT NULL,
  document    json,
  taken       integer NOT NULL DEFAULT 0,
  known       integer NOT NULL DEFAULT 0,
  faults      jsonb NOT NULL DEFAULT '[]'
);
CREATE INDEX epcis_capture_created ON epcis_capture (created_at, id);
ALTER TABLE epcis_capture ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON epcis_capture TO vitrine_app USING (true) WITH CHECK (true);
