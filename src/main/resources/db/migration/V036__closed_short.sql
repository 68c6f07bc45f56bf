-- An order that the plant closed with fewer pieces than were ordered is completed, but short.
ALTER TABLE order_summary DROP CONSTRAINT order_summary_state_check;
ALTER TABLE order_summary ADD CONSTRAINT order_summary_state_check
  CHECK (state IN ('waiting', 'in-production', 'completed', 'completed-short', 'cancelled'));

-- What was worked out by other rules is worked out anew.
UPDATE order_summary SET version = 0;

-- Until now an operation that had counted nothing was left out of the count: routings that are stored keep that.
UPDATE routing
   SET stages = (SELECT jsonb_agg(stage || '{"operationsMayBeSkipped": true}' ORDER BY position)
                   FROM jsonb_array_elements(stages) WITH ORDINALITY AS s (stage, position));
