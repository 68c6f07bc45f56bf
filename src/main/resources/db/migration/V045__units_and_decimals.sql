-- A line has a unit (pieces where it has none), and up to three decimals of what is measured.
DROP FUNCTION lines_of(bigint);

ALTER TABLE order_line
  ALTER COLUMN quantity TYPE numeric(13, 3),
  ADD COLUMN unit text CHECK (length(unit) <= 20);

CREATE FUNCTION lines_of(bigint) RETURNS json LANGUAGE sql STABLE
RETURN (
  SELECT coalesce(json_agg(json_build_object(
           'number', l.number, 'product', l.product, 'description', l.description,
           'quantity', trim_scale(l.quantity), 'unit', l.unit, 'routing', l.routing, 'cancelled', l.cancel_reason,
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
