-- What is usually ordered of a product. For the house only: no policy lets a customer's role in.
CREATE TABLE product (
  code         text PRIMARY KEY,
  name         jsonb NOT NULL,          -- a text, or texts by language
  unit         text,                    -- pieces where there is none
  routing      text NOT NULL,           -- may lose stages that requirements name: the page says so
  requirements jsonb NOT NULL,
  version      bigint NOT NULL CHECK (version > 0),
  searched     text NOT NULL,           -- code and names as numbers are compared, for lists
  saved_by     text NOT NULL,
  saved_at     timestamptz NOT NULL
);
CREATE INDEX product_by_code ON product (code COLLATE "C");
ALTER TABLE product ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON product TO vitrine_app USING (true) WITH CHECK (true);

-- What was last ordered of a product, in whatever language it is written.
CREATE INDEX order_line_product ON order_line USING gin (product jsonb_path_ops);
