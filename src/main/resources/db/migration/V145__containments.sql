-- Codes of which nothing may be reported, each for a matter: several hold the same by themselves. Asked by whoever
-- takes a report that names a lot or a serial, in the statement that writes it.
CREATE TABLE held_code (
  key    text NOT NULL,                      -- lot:, piece: or supplier-lot: and the code as codes are compared
  matter text NOT NULL,
  PRIMARY KEY (key, matter)
);
CREATE INDEX held_code_matter ON held_code (matter);

-- What a nonconformance reaches, as it was sought last.
CREATE TABLE containment (
  nonconformance bigint PRIMARY KEY REFERENCES nonconformance,
  criteria       jsonb NOT NULL,
  version        integer NOT NULL,           -- how often it was sought otherwise
  contained_at   timestamptz NOT NULL,
  contained_by   text NOT NULL
);

-- Each lot and piece that it reaches or reached. Of a lot of which something left there is one row for what is in house
-- and one for each order with which it left.
CREATE TABLE contained (
  nonconformance bigint NOT NULL REFERENCES containment,
  node           bigint NOT NULL,            -- in traceability
  share          text NOT NULL,              -- empty, but for what left of a lot
  kind           text NOT NULL,
  code           text NOT NULL,
  code_key       text NOT NULL,
  sure           boolean NOT NULL,           -- false: it cannot be shown to be free of it
  order_number   text,
  line           integer,
  company_id     bigint REFERENCES company,  -- to whom it left
  thousandths    bigint,
  place          text NOT NULL CHECK (place IN ('house', 'road', 'customer')),
  station        text,                       -- where it was last, in house
  standing       text NOT NULL CHECK (standing IN ('held', 'away', 'released', 'cleared')),
  since          timestamptz NOT NULL,       -- of this standing
  asked_at       timestamptz,                -- when its release was asked for, while it is
  asked_by       text,
  asker_id       bigint,
  reason         text,                       -- why it can be released, or was
  released_by    text,
  PRIMARY KEY (nonconformance, node, share)
);
CREATE INDEX contained_company ON contained (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX contained_code ON contained (code_key);

-- For the house only: no policy lets a customer's role in.
ALTER TABLE held_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE containment ENABLE ROW LEVEL SECURITY;
ALTER TABLE contained ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON held_code TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON containment TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON contained TO vitrine_app USING (true) WITH CHECK (true);
REVOKE DELETE ON containment, contained FROM vitrine_app;
