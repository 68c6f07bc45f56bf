-- The trail says who did a thing so that two of the same name are told apart, and from where.
-- What was written before knows a name only.
ALTER TABLE audit
  ADD COLUMN actor_kind text CHECK (actor_kind IN ('person', 'key', 'glass-link', 'system')),
  ADD COLUMN actor_id   bigint,
  ADD COLUMN address    text;

-- The program may add to the trail and forget what is old, nothing else: whoever takes over the program cannot wipe
-- away what they did this month. A part at a time, so that it never works for long. Returns how many are gone.
CREATE FUNCTION forget_audit(keep_days integer) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE
  forgotten bigint;
BEGIN
  DELETE FROM audit
   WHERE id IN (SELECT id
                  FROM audit
                 WHERE at < now() - make_interval(days => greatest(keep_days, 30))
                 ORDER BY at
                 LIMIT 10000);
  GET DIAGNOSTICS forgotten = ROW_COUNT;
  RETURN forgotten;
END
$$;
REVOKE ALL ON FUNCTION forget_audit(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_audit(integer) TO vitrine_app;

-- A link that is looked through all day is on the trail once an hour.
ALTER TABLE glass_link ADD COLUMN use_noted_at timestamptz;

-- What a key made ends with the key.
ALTER TABLE glass_link ADD COLUMN made_by_key bigint REFERENCES api_key ON DELETE SET NULL;
CREATE INDEX glass_link_maker ON glass_link (made_by_person) WHERE revoked_at IS NULL;
CREATE INDEX glass_link_maker_key ON glass_link (made_by_key) WHERE revoked_at IS NULL;
