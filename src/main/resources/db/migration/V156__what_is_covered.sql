-- For how long products are covered, and by what; the product '*' stands for all others.
CREATE TABLE warranty_term (
  product_key text PRIMARY KEY,       -- as numbers are compared (V040)
  product     text NOT NULL,
  months      integer NOT NULL CHECK (months BETWEEN 1 AND 600),
  begins      text NOT NULL CHECK (begins IN ('shipment', 'delivery')),
  covers      jsonb,                  -- a text, or texts by language
  claims_at   jsonb,                  -- where to go, the same
  eu_law      boolean NOT NULL,       -- whether choosing repair adds twelve months
  saved_by    text NOT NULL,
  saved_at    timestamptz NOT NULL
);
ALTER TABLE warranty_term ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON warranty_term TO vitrine_app USING (true) WITH CHECK (true);

-- Pieces whose cover is kept, each under its serial in one form. What was promised stands with the piece, so that other
-- terms tomorrow change nothing about it.
CREATE TABLE warranty_piece (
  serial_key    text PRIMARY KEY GENERATED ALWAYS AS (folded_number(serial)) STORED,
  serial        text NOT NULL,
  product       jsonb NOT NULL,       -- a text, or texts by language
  gtin          text,
  company_id    bigint NOT NULL REFERENCES company,   -- whose it is now
  covers        jsonb,
  claims_at     jsonb,
  eu_law        boolean NOT NULL,
  months        integer,              -- of the terms by which it was registered, where there were any
  begins        text,
  shipped_on    date,                 -- where the plant is
  delivered_on  date,
  registered_at timestamptz NOT NULL,
  version       bigint NOT NULL CHECK (version > 0)
);
CREATE INDEX warranty_piece_company ON warranty_piece (company_id, serial_key);
CALL shown_to_its_company('warranty_piece');

-- Where it left from; for the house alone, since whoever has a piece later learns nothing about who had it before.
CREATE TABLE warranty_origin (
  piece         text PRIMARY KEY REFERENCES warranty_piece ON DELETE CASCADE,
  company_id    bigint NOT NULL REFERENCES company,   -- who bought it
  order_number  text,
  order_key     text GENERATED ALWAYS AS (folded_number(order_number)) STORED,
  shipment      text
);
CREATE INDEX warranty_origin_order ON warranty_origin (order_key) WHERE order_key IS NOT NULL;
CREATE INDEX warranty_origin_company ON warranty_origin (company_id);
ALTER TABLE warranty_origin ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON warranty_origin TO vitrine_app USING (true) WITH CHECK (true);

-- What was promised of a piece, only ever added to, in its order.
CREATE TABLE cover_entry (
  piece    text NOT NULL REFERENCES warranty_piece ON DELETE CASCADE,
  sequence integer NOT NULL CHECK (sequence > 0),
  kind     text NOT NULL CHECK (kind IN ('base', 'extension', 'part', 'replacement', 'goodwill', 'law', 'voided')),
  from_day date NOT NULL,
  months   integer CHECK (months BETWEEN 1 AND 600),
  part     text,                      -- which part was repaired
  reason   text,
  PRIMARY KEY (piece, sequence),
  CHECK ((kind = 'voided') = (months IS NULL)),
  CHECK ((kind = 'part') = (part IS NOT NULL)),
  CHECK (reason IS NOT NULL OR kind NOT IN ('voided', 'goodwill'))
);
ALTER TABLE cover_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON cover_entry TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY own ON cover_entry TO vitrine_portal USING (
  piece IN (SELECT serial_key FROM warranty_piece WHERE company_id = current_company()));
GRANT SELECT ON cover_entry TO vitrine_portal;
REVOKE UPDATE, DELETE ON cover_entry FROM vitrine_app;

-- Who entered what, and when; for the house alone.
CREATE TABLE cover_entry_author (
  piece     text NOT NULL,
  sequence  integer NOT NULL,
  by        text NOT NULL,
  person_id bigint,
  at        timestamptz NOT NULL,
  PRIMARY KEY (piece, sequence),
  FOREIGN KEY (piece, sequence) REFERENCES cover_entry ON DELETE CASCADE
);
ALTER TABLE cover_entry_author ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON cover_entry_author TO vitrine_app USING (true) WITH CHECK (true);
REVOKE UPDATE, DELETE ON cover_entry_author FROM vitrine_app;
