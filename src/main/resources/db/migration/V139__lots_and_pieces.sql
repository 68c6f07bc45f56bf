-- Lots, pieces and supplier's lots are nodes of one graph, what went into what are its edges (decision 0096).
CREATE TABLE trace_node (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind     text NOT NULL CHECK (kind IN ('lot', 'piece', 'supplier-lot')),
  code     text NOT NULL,                -- as it was first written
  key      text NOT NULL,                -- as numbers are compared
  material text NOT NULL DEFAULT '',     -- its product, as numbers are compared; empty where nobody said
  series   text,                         -- of a piece: its serial but for the last digits in it
  number   numeric,                      -- and these digits
  UNIQUE (kind, key)
);
CREATE INDEX trace_node_material ON trace_node (material) WHERE material <> '';
CREATE INDEX trace_node_series ON trace_node (series, number) WHERE series IS NOT NULL;

-- What was said of a lot. One that is only named where it went into something has no row here; the same for pieces.
CREATE TABLE lot (
  node         bigint PRIMARY KEY REFERENCES trace_node ON DELETE CASCADE,
  product      jsonb,                    -- a text, or texts by language
  revision     text,
  supplier     text,
  supplier_lot text,
  thousandths  bigint,                   -- how much of it was made, in thousandths of the unit
  unit         text,
  order_id     bigint REFERENCES orders ON DELETE SET NULL,
  line         integer,
  stage        text,
  station      text,
  made_at      timestamptz,
  directly     boolean NOT NULL          -- whether somebody said it of the lot itself, not by reports alone
);
CREATE INDEX lot_station ON lot (station, made_at) WHERE station IS NOT NULL;
CREATE INDEX lot_order ON lot (order_id) WHERE order_id IS NOT NULL;

-- One thing with a serial. A company sees its own, from when they left for it.
CREATE TABLE piece (
  node          bigint PRIMARY KEY REFERENCES trace_node ON DELETE CASCADE,
  company_id    bigint REFERENCES company,   -- absent until it left
  serial        text NOT NULL,
  serial_key    text NOT NULL,
  product       jsonb NOT NULL,              -- a text, or texts by language
  revision      text,
  gtin          text,
  order_id      bigint REFERENCES orders ON DELETE SET NULL,   -- for which it was made
  line          integer,
  stage         text,
  station       text,
  made_at       timestamptz,
  shipped_order bigint REFERENCES orders ON DELETE SET NULL,   -- with which it left
  shipped_line  integer,
  shipment      text,
  left_on       date,
  delivered_on  date,
  directly      boolean NOT NULL
);
CREATE UNIQUE INDEX piece_serial ON piece (serial_key);
CREATE INDEX piece_company ON piece (company_id, serial_key) WHERE company_id IS NOT NULL;
CREATE INDEX piece_shipped ON piece (shipped_order) WHERE shipped_order IS NOT NULL;
CREATE INDEX piece_order ON piece (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX piece_station ON piece (station, made_at) WHERE station IS NOT NULL;
CALL shown_to_its_company('piece');

-- Of which lots something left, when and for whom.
CREATE TABLE shipped_lot (
  node         bigint NOT NULL REFERENCES trace_node ON DELETE CASCADE,
  order_id     bigint NOT NULL REFERENCES orders ON DELETE CASCADE,
  shipment     text NOT NULL,
  line         integer NOT NULL,
  company_id   bigint NOT NULL REFERENCES company,
  thousandths  bigint,                   -- of this lot; absent where the item names several
  left_on      date NOT NULL,
  delivered_on date,
  PRIMARY KEY (node, order_id, shipment, line)
);
CREATE INDEX shipped_lot_order ON shipped_lot (order_id);
CREATE INDEX shipped_lot_company ON shipped_lot (company_id);

-- What went into what. What proves wrong is withdrawn and stays to be read, out of the graph.
CREATE TABLE consumption (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  output       bigint NOT NULL REFERENCES trace_node ON DELETE CASCADE,
  input        bigint NOT NULL REFERENCES trace_node ON DELETE CASCADE,
  thousandths  bigint,
  unit         text,
  stage        text,
  station      text,
  at           timestamptz,
  said_order   bigint,                   -- the event of an order's history that said so;
  said_version bigint,                   -- absent where somebody said it directly
  recorded_at  timestamptz NOT NULL,
  withdrawn_at timestamptz,
  CHECK (output <> input)
);
CREATE INDEX consumption_of_output ON consumption (output) INCLUDE (input) WHERE withdrawn_at IS NULL;
CREATE INDEX consumption_of_input ON consumption (input) INCLUDE (output) WHERE withdrawn_at IS NULL;
CREATE INDEX consumption_said ON consumption (said_order, said_version) WHERE said_order IS NOT NULL;
CREATE INDEX consumption_station ON consumption (station, at) WHERE station IS NOT NULL AND withdrawn_at IS NULL;

-- The reports by which lots and pieces were made, stage after stage; those that count.
CREATE TABLE trace_passage (
  order_id bigint NOT NULL,
  version  bigint NOT NULL,
  node     bigint NOT NULL REFERENCES trace_node ON DELETE CASCADE,
  stage    text,
  station  text,
  at       timestamptz NOT NULL,
  PRIMARY KEY (order_id, version, node)
);
CREATE INDEX trace_passage_node ON trace_passage (node);
CREATE INDEX trace_passage_station ON trace_passage (station, at) WHERE station IS NOT NULL;

-- Which products are known to be made of which: by this it is seen where a consumption is missing (decision 0097).
CREATE TABLE trace_use (
  made     text NOT NULL,                -- the material of what was made
  used     text NOT NULL,                -- the material of what went into it
  supplied boolean NOT NULL,             -- whether that was a supplier's lot itself
  PRIMARY KEY (used, made, supplied)
);

-- For the house only: no policy lets a customer's role in.
DO $$
DECLARE
  own text;
BEGIN
  FOREACH own IN ARRAY ARRAY['trace_node', 'lot', 'shipped_lot', 'consumption', 'trace_passage', 'trace_use'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', own);
    EXECUTE format('CREATE POLICY every_company ON %I TO vitrine_app USING (true) WITH CHECK (true)', own);
  END LOOP;
END
$$;
