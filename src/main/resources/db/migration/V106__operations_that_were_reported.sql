-- What the plant calls its operations, for whoever says to which stages they belong: counted by day, so that it is told
-- at once however long the history. A durable reader keeps it, which begins where this ends: one statement, one snapshot.
CREATE TABLE reported_operation (
  operation text NOT NULL,
  routing   text NOT NULL,
  day       date NOT NULL,            -- in UTC, on which it was recorded
  reports   bigint NOT NULL,
  last_at   timestamptz NOT NULL,     -- when the last of them was recorded
  product   jsonb,                    -- of the line that it was last reported of
  PRIMARY KEY (day, operation, routing)
);

-- For the house only: no policy lets a customer's role in.
ALTER TABLE reported_operation ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON reported_operation TO vitrine_app USING (true) WITH CHECK (true);

WITH known AS (
  INSERT INTO reported_operation (operation, routing, day, reports, last_at, product)
  SELECT e.body ->> 'operation', l.routing, (e.recorded_at AT TIME ZONE 'UTC')::date, count(*), max(e.recorded_at),
         (array_agg(l.product ORDER BY e.recorded_at DESC))[1]
    FROM event e
    JOIN order_line l ON l.order_id = e.order_id AND l.number = (e.body ->> 'line')::integer
   WHERE e.kind = 'reported' AND e.body ->> 'operation' IS NOT NULL AND e.recorded_at > now() - interval '400 days'
   GROUP BY 1, 2, 3)
INSERT INTO subscriber (name, snapshot)
VALUES ('production.reported-operations', pg_current_snapshot());
