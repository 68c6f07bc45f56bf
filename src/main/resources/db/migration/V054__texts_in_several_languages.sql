-- What customers read may be given in several languages. A text is JSON now: a string, as all of them are that are
-- here, or an object by language tags. What reads these columns is made again as it was.
DO $$
DECLARE
  head  text := pg_get_viewdef('order_head'::regclass);
  lines text := pg_get_functiondef('lines_of(bigint)'::regprocedure);
BEGIN
  DROP VIEW order_head;
  DROP FUNCTION lines_of(bigint);

  ALTER TABLE orders
    ALTER COLUMN cancel_reason TYPE jsonb USING to_jsonb(cancel_reason);
  ALTER TABLE order_line
    ALTER COLUMN product TYPE jsonb USING to_jsonb(product),
    ALTER COLUMN description TYPE jsonb USING to_jsonb(description),
    ALTER COLUMN cancel_reason TYPE jsonb USING to_jsonb(cancel_reason);
  ALTER TABLE requirement
    ALTER COLUMN specification TYPE jsonb USING to_jsonb(specification),
    ALTER COLUMN waiver TYPE jsonb USING to_jsonb(waiver);

  EXECUTE 'CREATE VIEW order_head WITH (security_invoker = true) AS ' || head;
  GRANT SELECT ON order_head TO vitrine_portal;
  EXECUTE lines;
END
$$;

-- What the codes of operations and stations are called.
ALTER TABLE routing ADD COLUMN names jsonb;

-- The routings that an order's lines are made by, by their codes: their stages, with the names where there are some.
CREATE OR REPLACE FUNCTION routings_of(bigint) RETURNS json LANGUAGE sql STABLE
RETURN (
  SELECT coalesce(json_object_agg(g.code, CASE WHEN g.names IS NULL THEN g.stages
                                               ELSE jsonb_build_object('stages', g.stages, 'names', g.names) END), '{}')
    FROM routing g
   WHERE g.code IN (SELECT routing FROM order_line WHERE order_id = $1));
