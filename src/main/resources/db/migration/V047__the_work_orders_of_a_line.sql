-- The numbers under which the plant makes a line; a report may name one of them instead of the order and the line. Like
-- an order's, a number is the same in any letters (V040). It is one line's, as long as neither that nor its order is
-- cancelled.
CREATE TABLE work_order (
  company_id bigint NOT NULL,
  order_id   bigint NOT NULL,
  line       integer NOT NULL,
  position   integer NOT NULL,
  number     text NOT NULL,
  number_key text NOT NULL GENERATED ALWAYS AS (folded_number(number)) STORED,
  stands     boolean NOT NULL,
  PRIMARY KEY (order_id, line, position),
  FOREIGN KEY (order_id, line) REFERENCES order_line (order_id, number) ON DELETE CASCADE,
  FOREIGN KEY (company_id, order_id) REFERENCES orders (company_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX work_order_standing ON work_order (number_key) WHERE stands;
CREATE INDEX work_order_number ON work_order (number_key);
CALL shown_to_its_company('work_order');

-- The order that is made under this number: the one where it stands, or else the last where it did.
CREATE FUNCTION order_of_work(wanted text) RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT order_id FROM work_order
           WHERE number_key = folded_number(wanted)
           ORDER BY stands DESC, order_id DESC
           LIMIT 1);

-- The order that a report means: by a work order's number where it says so, or else by the order's number, which goes
-- before a work order's.
CREATE FUNCTION order_meant(wanted text, of_work boolean) RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN of_work THEN order_of_work(wanted)
              ELSE coalesce(order_numbered(wanted), order_of_work(wanted)) END;

-- What lists find an order by.
CREATE VIEW work_order_head WITH (security_invoker = true) AS
  SELECT order_id, number, number_key
    FROM work_order;
GRANT SELECT ON work_order_head TO vitrine_portal;

CREATE OR REPLACE FUNCTION lines_of(bigint) RETURNS json LANGUAGE sql STABLE
RETURN (
  SELECT coalesce(json_agg(json_build_object(
           'number', l.number, 'product', l.product, 'description', l.description,
           'quantity', trim_scale(l.quantity), 'unit', l.unit, 'routing', l.routing, 'cancelled', l.cancel_reason,
           'workOrders', (
             SELECT coalesce(json_agg(w.number ORDER BY w.position), '[]')
               FROM work_order w
              WHERE w.order_id = l.order_id AND w.line = l.number),
           'requirements', (
             SELECT coalesce(json_agg(json_build_object(
                      'code', r.code, 'stage', r.stage, 'name', r.name, 'ordered', r.specification,
                      'unit', r.unit, 'minimum', r.minimum, 'maximum', r.maximum,
                      'mandatory', r.mandatory, 'sample', r.sample, 'waiver', r.waiver)
                      ORDER BY r.position), '[]')
               FROM requirement r
              WHERE r.order_id = l.order_id AND r.line = l.number))
           ORDER BY l.number), '[]')
    FROM order_line l
   WHERE l.order_id = $1);
