-- Readers pass over what they never mind: on a morning on which every order is told something, each was owed it all.
CREATE OR REPLACE VIEW feed_entry WITH (security_invoker = true) AS
  SELECT 'order'::text AS kind, order_id::text AS key, version, company_id, NULL::jsonb AS body, version AS position,
         xid, kind AS what
    FROM event
  UNION ALL
  SELECT kind, key, version, company_id, body, id, xid, NULL
    FROM change;

-- What was set aside is counted whenever a reader is looked after, while very much may be owed to it.
CREATE INDEX owed_change_set_aside ON owed_change (subscriber) WHERE set_aside_at IS NOT NULL;
