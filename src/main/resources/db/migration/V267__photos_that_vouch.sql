-- What demands a photo is shown by a photo and by nothing else: each report says whether one is among what it names. It
-- is said when a report is taken; of those that were, what they name says it.
UPDATE event e
   SET body = e.body || '{"pictured": true}'
 WHERE e.kind = 'reported' AND e.body -> 'evidence' IS NOT NULL
   AND EXISTS (
     SELECT
       FROM jsonb_array_elements_text(e.body -> 'evidence') AS named (sha256)
       JOIN evidence v ON v.sha256 = named.sha256
      WHERE v.kind = 'photo');

-- orders: what a requirement demands, with what has to show it
CREATE OR REPLACE VIEW requirement_card WITH (security_invoker = true) AS
  SELECT order_id, line, code, name, minimum, maximum, photo
    FROM requirement;
