-- Who takes goods to customers, and where they tell how far these are: a link with {number} in it.
CREATE TABLE carrier (
  code         text PRIMARY KEY,
  name         text NOT NULL,
  tracking_url text
);
COMMENT ON TABLE carrier IS 'Who takes goods to customers, for every company to read';
GRANT SELECT ON carrier TO vitrine_portal;

-- What left, when, by whom. A shipment that was withdrawn stays, with the reason. One delivery note may carry several
-- orders, so its number is unique within an order alone; like an order's, it is the same in any letters (V040).
CREATE TABLE shipment (
  company_id      bigint NOT NULL,
  order_id        bigint NOT NULL,
  number          text NOT NULL,
  number_key      text NOT NULL GENERATED ALWAYS AS (folded_number(number)) STORED,
  left_on         date NOT NULL,         -- where the plant is
  carrier         text REFERENCES carrier,
  carrier_name    text,                  -- of one that has no code here
  tracking_number text,
  expected_on     date,
  delivered_on    date,
  withdrawn       text,                  -- the reason, where it was withdrawn
  PRIMARY KEY (order_id, number_key),
  CHECK (carrier IS NULL OR carrier_name IS NULL),
  FOREIGN KEY (company_id, order_id) REFERENCES orders (company_id, id) ON DELETE CASCADE
);
CREATE INDEX shipment_carrier ON shipment (carrier) WHERE carrier IS NOT NULL;

-- How much of which lines.
CREATE TABLE shipment_item (
  company_id bigint NOT NULL,
  order_id   bigint NOT NULL,
  shipment   text NOT NULL,
  line       integer NOT NULL,
  quantity   numeric NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (order_id, shipment, line),
  FOREIGN KEY (order_id, shipment) REFERENCES shipment (order_id, number_key) ON DELETE CASCADE,
  FOREIGN KEY (company_id, order_id) REFERENCES orders (company_id, id) ON DELETE CASCADE
);

CALL shown_to_its_company('shipment');
CALL shown_to_its_company('shipment_item');

-- The shipments of an order, those that were withdrawn included, in the order in which they left.
CREATE FUNCTION shipments_of(bigint) RETURNS json LANGUAGE sql STABLE
RETURN (
  SELECT coalesce(json_agg(json_build_object(
           'number', s.number, 'leftOn', s.left_on,
           'carrier', CASE WHEN coalesce(c.name, s.carrier_name) IS NOT NULL
                           THEN json_build_object('code', c.code, 'name', coalesce(c.name, s.carrier_name),
                                                  'trackingUrl', c.tracking_url) END,
           'trackingNumber', s.tracking_number, 'expectedOn', s.expected_on, 'deliveredOn', s.delivered_on,
           'withdrawn', s.withdrawn,
           'items', (
             SELECT coalesce(json_agg(json_build_object('line', i.line, 'quantity', i.quantity) ORDER BY i.line), '[]')
               FROM shipment_item i
              WHERE i.order_id = s.order_id AND i.shipment = s.number_key))
           ORDER BY s.left_on, s.number_key), '[]')
    FROM shipment s
    LEFT JOIN carrier c ON c.code = s.carrier
   WHERE s.order_id = $1);
