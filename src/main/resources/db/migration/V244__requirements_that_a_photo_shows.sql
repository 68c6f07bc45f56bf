-- Whether readings of it count only where a picture shows the unit; absent for no.
ALTER TABLE requirement ADD COLUMN photo boolean;

CREATE OR REPLACE FUNCTION lines_of(bigint) RETURNS json LANGUAGE sql STABLE
RETURN (
  SELECT coalesce(json_agg(json_build_object(
           'number', l.number, 'product', l.product, 'description', l.description,
           'quantity', trim_scale(l.quantity), 'unit', l.unit, 'routing', l.routing, 'cancelled', l.cancel_reason,
           'closedShort', l.closed_short,
           'workOrders', (
             SELECT coalesce(json_agg(w.number ORDER BY w.position), '[]')
               FROM work_order w
              WHERE w.order_id = l.order_id AND w.line = l.number),
           'requirements', (
             SELECT coalesce(json_agg(json_build_object(
                      'code', r.code, 'stage', r.stage, 'name', r.name, 'ordered', r.specification,
                      'unit', r.unit, 'minimum', r.minimum, 'maximum', r.maximum,
                      'mandatory', r.mandatory, 'sample', r.sample, 'photo', r.photo, 'waiver', r.waiver)
                      ORDER BY r.position), '[]')
               FROM requirement r
              WHERE r.order_id = l.order_id AND r.line = l.number))
           ORDER BY l.number), '[]')
    FROM order_line l
   WHERE l.order_id = $1);
