-- A line that is finished keeps the stages that it had, though others of its order go on.

CREATE OR REPLACE VIEW line_routing WITH (security_invoker = true) AS
  SELECT order_id, number AS line, routing, routing_version AS kept, cancel_reason IS NOT NULL AS cancelled,
         closed_short IS NOT NULL AS closed
    FROM order_line;

-- production: the code of the last stage of a routing, as it is (kept is absent) or was
CREATE FUNCTION last_stage_of(wanted text, kept integer) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(
           (SELECT r.stages -> -1 ->> 'code' FROM routing r WHERE r.code = wanted AND kept IS NULL),
           (SELECT s.stages -> -1 ->> 'code' FROM superseded_routing s WHERE s.code = wanted AND s.version = kept))
$$;
