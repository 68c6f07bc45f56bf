-- A routing is superseded, never edited: what it was stays, with who saved it and when. Lines that are made by an older
-- version say which; all others follow the newest.
ALTER TABLE routing
  ADD COLUMN version  integer NOT NULL DEFAULT 1,
  ADD COLUMN actor    text,               -- absent of what was there before this was kept
  ADD COLUMN saved_at timestamptz;

CREATE TABLE superseded_routing (
  code     text NOT NULL REFERENCES routing,
  version  integer NOT NULL,
  name     text NOT NULL,
  calendar text,
  stages   jsonb NOT NULL,
  names    jsonb,
  actor    text,
  saved_at timestamptz,
  PRIMARY KEY (code, version)
);
REVOKE UPDATE, DELETE ON superseded_routing FROM vitrine_app;
COMMENT ON TABLE superseded_routing IS 'How products were made, for every company to read';

-- Who saved a routing is no customer's to read.
REVOKE SELECT ON routing FROM vitrine_portal;
GRANT SELECT (code, version, name, calendar, stages, names) ON routing, superseded_routing TO vitrine_portal;

ALTER TABLE order_line ADD COLUMN routing_version integer;   -- absent where the line follows the newest
DROP INDEX order_line_routing;
CREATE INDEX order_line_routing ON order_line (routing, routing_version);

-- orders: which lines are made by which routing
CREATE VIEW line_routing WITH (security_invoker = true) AS
  SELECT order_id, number AS line, routing, routing_version AS kept, cancel_reason IS NOT NULL AS cancelled
    FROM order_line;

DROP VIEW order_routing;

CREATE OR REPLACE VIEW line_card WITH (security_invoker = true) AS
  SELECT order_id, number, product, routing, routing_version AS kept
    FROM order_line;

CREATE OR REPLACE VIEW demanded_stage WITH (security_invoker = true) AS
  SELECT l.routing, r.stage, l.routing_version AS kept, l.order_id, l.number AS line, r.code AS requirement
    FROM order_line l
    JOIN requirement r ON r.order_id = l.order_id AND r.line = l.number;

-- production: what a stage is called, in the newest version (kept is absent) and in those before
CREATE OR REPLACE VIEW stage_card WITH (security_invoker = true) AS
  SELECT r.code AS routing, s.stage ->> 'code' AS code, s.stage -> 'name' AS name, r.kept
    FROM (SELECT code, stages, NULL::integer AS kept FROM routing
           UNION ALL
          SELECT code, stages, version FROM superseded_routing) r
   CROSS JOIN LATERAL jsonb_array_elements(r.stages) AS s (stage);

-- What the lines of an order are made by: the newest version of a routing (kept is absent) or one before.
CREATE FUNCTION making_of(bigint)
RETURNS TABLE (code text, kept integer, lines json, calendar text, stages jsonb, names jsonb) LANGUAGE sql STABLE
AS $$
  SELECT m.routing, m.routing_version, m.lines,
         coalesce(g.calendar, s.calendar), coalesce(g.stages, s.stages), coalesce(g.names, s.names)
    FROM (SELECT routing, routing_version, json_agg(number ORDER BY number) AS lines
            FROM order_line
           WHERE order_id = $1
           GROUP BY routing, routing_version) m
    LEFT JOIN routing g ON g.code = m.routing AND m.routing_version IS NULL
    LEFT JOIN superseded_routing s ON s.code = m.routing AND s.version = m.routing_version
$$;

-- The same as one text: the newest by their codes, older ones by code and version, with the lines that keep them.
CREATE OR REPLACE FUNCTION routings_of(bigint) RETURNS json LANGUAGE sql STABLE
RETURN (
  SELECT coalesce(json_object_agg(concat_ws('@', code, kept),
                                  json_build_object('calendar', calendar, 'stages', stages, 'names', names,
                                                    'lines', CASE WHEN kept IS NOT NULL THEN lines END)), '{}')
    FROM making_of($1));

-- The calendars by which an order's lines are worked. Nothing where none counts: every hour is worked.
CREATE OR REPLACE FUNCTION working_times_of(bigint) RETURNS json LANGUAGE sql STABLE
RETURN (
  SELECT json_object_agg(c.code, c.definition)
    FROM current_calendar c
   WHERE c.code = 'plant'
      OR c.code IN (SELECT calendar FROM making_of($1))
      OR c.code IN (SELECT stage ->> 'calendar' FROM making_of($1), jsonb_array_elements(stages) AS s (stage))
  HAVING count(*) > 0);
