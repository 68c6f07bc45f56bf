-- Durable readers of what happens: each keeps the feed's snapshot that it has come to, and moves on in the transaction
-- in which it acts.

CREATE TABLE subscriber (
  name     text PRIMARY KEY,
  snapshot pg_snapshot NOT NULL           -- what it does not see is still to be heard
);

-- What a subscriber has yet to hear though its snapshot sees it: it failed on it, or it was too much at once. What it
-- failed on for too long is set aside: kept, but not tried again.
CREATE TABLE owed_change (
  position        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subscriber      text NOT NULL REFERENCES subscriber ON DELETE CASCADE,
  kind            text NOT NULL,
  key             text NOT NULL,
  version         bigint NOT NULL,
  company_id      bigint,
  body            jsonb,
  attempts        integer NOT NULL DEFAULT 0,
  failing_since   timestamptz,
  next_attempt_at timestamptz,
  failure         text,
  set_aside_at    timestamptz
);
CREATE INDEX owed_change_due ON owed_change (subscriber, position) WHERE set_aside_at IS NULL;
CREATE INDEX owed_change_failing ON owed_change (subscriber, kind, key) WHERE set_aside_at IS NULL AND attempts > 0;

-- For the house only: no policy lets a customer's role in.
ALTER TABLE subscriber ENABLE ROW LEVEL SECURITY;
ALTER TABLE owed_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON subscriber TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON owed_change TO vitrine_app USING (true) WITH CHECK (true);

-- What a restore brought from another cluster carries transaction ids of that cluster, and so do the snapshots of
-- subscribers. Where any of it lies ahead of this cluster, what each subscriber has not heard is noted as owed to it;
-- then all of it counts as of the past. Done once, at start, with the owner's right. Each statement compares with its
-- own snapshot: what it sees and what lies ahead of that was not written here.
CREATE FUNCTION adopt_foreign_history() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  past    CONSTANT xid8 := '3';           -- of the first transaction of any cluster
  adopted bigint;
  more    bigint;
BEGIN
  IF NOT EXISTS (SELECT FROM event WHERE xid >= pg_snapshot_xmax(pg_current_snapshot()))
     AND NOT EXISTS (SELECT FROM change WHERE xid >= pg_snapshot_xmax(pg_current_snapshot()))
     AND NOT EXISTS (SELECT FROM subscriber
                      WHERE pg_snapshot_xmax(snapshot) > pg_snapshot_xmax(pg_current_snapshot())) THEN
    RETURN 0;
  END IF;
  LOCK TABLE subscriber IN EXCLUSIVE MODE;
  WITH owed AS (
    INSERT INTO owed_change (subscriber, kind, key, version, company_id, body)
    SELECT s.name, e.kind, e.key, e.version, e.company_id, e.body
      FROM subscriber s
      JOIN feed_entry e ON NOT pg_visible_in_snapshot(e.xid, s.snapshot)
     ORDER BY e.position)
  UPDATE subscriber SET snapshot = pg_current_snapshot();
  UPDATE event SET xid = past
   WHERE xid >= pg_snapshot_xmax(pg_current_snapshot()) AND xid <> pg_current_xact_id();
  GET DIAGNOSTICS adopted = ROW_COUNT;
  UPDATE change SET xid = past
   WHERE xid >= pg_snapshot_xmax(pg_current_snapshot()) AND xid <> pg_current_xact_id();
  GET DIAGNOSTICS more = ROW_COUNT;
  RETURN adopted + more;
END
$$;
REVOKE ALL ON FUNCTION adopt_foreign_history() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION adopt_foreign_history() TO vitrine_app;
DROP FUNCTION adopt_foreign_events();
