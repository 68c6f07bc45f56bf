-- A line may be cancelled by itself, with the reason that the customer reads; the order is then completed by the others.
ALTER TABLE order_line ADD COLUMN cancel_reason text;

CREATE OR REPLACE FUNCTION lines_of(bigint) RETURNS json LANGUAGE sql STABLE
RETURN (
  SELECT coalesce(json_agg(json_build_object(
           'number', l.number, 'product', l.product, 'description', l.description,
           'quantity', l.quantity, 'routing', l.routing, 'cancelled', l.cancel_reason,
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
