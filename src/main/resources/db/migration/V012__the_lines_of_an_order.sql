-- An order's lines with what each demands, as the records write them: read in one piece wherever an order is read.
CREATE FUNCTION lines_of(bigint) RETURNS json LANGUAGE sql STABLE
RETURN (
  SELECT coalesce(json_agg(json_build_object(
           'number', l.number, 'product', l.product, 'description', l.description,
           'quantity', l.quantity, 'routing', l.routing,
           'requirements', (
             SELECT coalesce(json_agg(json_build_object(
                      'code', r.code, 'stage', r.stage, 'name', r.name, 'ordered', r.ordered,
                      'unit', r.unit, 'minimum', r.minimum, 'maximum', r.maximum,
                      'mandatory', r.mandatory, 'sample', r.sample, 'waiver', r.waiver)
                      ORDER BY r.position), '[]')
               FROM requirement r
              WHERE r.order_id = l.order_id AND r.line = l.number))
           ORDER BY l.number), '[]')
    FROM order_line l
   WHERE l.order_id = $1);

-- The routings that an order's lines are made by, their stages by their code.
CREATE FUNCTION routings_of(bigint) RETURNS json LANGUAGE sql STABLE
RETURN (
  SELECT coalesce(json_object_agg(g.code, g.stages), '{}')
    FROM routing g
   WHERE g.code IN (SELECT routing FROM order_line WHERE order_id = $1));
