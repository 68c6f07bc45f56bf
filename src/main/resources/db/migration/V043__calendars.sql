-- When somebody works. A calendar is superseded, never edited: each version stays, with who saved it and when.
CREATE TABLE calendar (
  code    text PRIMARY KEY,
  version integer NOT NULL              -- that counts now
);
CREATE TABLE calendar_version (
  code       text NOT NULL REFERENCES calendar,
  version    integer NOT NULL,
  definition jsonb NOT NULL,            -- as the record writes it
  actor      text NOT NULL,
  saved_at   timestamptz NOT NULL,
  PRIMARY KEY (code, version)
);
REVOKE DELETE ON calendar FROM vitrine_app;
REVOKE UPDATE, DELETE ON calendar_version FROM vitrine_app;
GRANT SELECT ON calendar TO vitrine_portal;
GRANT SELECT (code, version, definition) ON calendar_version TO vitrine_portal;
COMMENT ON TABLE calendar IS 'When somebody works, for every company to read';
COMMENT ON TABLE calendar_version IS 'When somebody works, for every company to read';

-- What calendars offers the other rooms.
CREATE VIEW current_calendar WITH (security_invoker = true) AS
  SELECT v.code, v.definition
    FROM calendar c
    JOIN calendar_version v ON v.code = c.code AND v.version = c.version;
GRANT SELECT ON current_calendar TO vitrine_portal;

-- A routing may be worked by another calendar than the plant's; a stage says so in its own JSON.
ALTER TABLE routing ADD COLUMN calendar text;

-- What the lines of an order are worked by: the calendar that each routing names, and the calendars that count for it.
-- Nothing where no calendar does: every hour is worked.
CREATE FUNCTION working_times_of(bigint) RETURNS json LANGUAGE sql STABLE
RETURN (
  SELECT json_build_object(
           'routings', (
             SELECT coalesce(json_object_agg(g.code, g.calendar), '{}')
               FROM routing g
              WHERE g.calendar IS NOT NULL
                AND g.code IN (SELECT routing FROM order_line WHERE order_id = $1)),
           'calendars', json_object_agg(c.code, c.definition))
    FROM current_calendar c
   WHERE c.code = 'plant'
      OR c.code IN (SELECT g.calendar
                      FROM routing g
                     WHERE g.code IN (SELECT routing FROM order_line WHERE order_id = $1))
      OR c.code IN (SELECT stage ->> 'calendar'
                      FROM routing g, jsonb_array_elements(g.stages) AS s (stage)
                     WHERE g.code IN (SELECT routing FROM order_line WHERE order_id = $1))
  HAVING count(*) > 0);

-- orders
CREATE VIEW order_routing WITH (security_invoker = true) AS
  SELECT DISTINCT order_id, routing
    FROM order_line;
