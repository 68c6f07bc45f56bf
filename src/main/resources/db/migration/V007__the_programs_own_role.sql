-- The program works as a role that neither owns the tables nor bypasses their policies.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'vitrine_app') THEN
    CREATE ROLE vitrine_app NOLOGIN NOINHERIT;
  END IF;
END
$$;
GRANT vitrine_app TO CURRENT_USER;
GRANT vitrine_portal TO vitrine_app WITH INHERIT FALSE, SET TRUE;
GRANT USAGE ON SCHEMA public TO vitrine_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO vitrine_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO vitrine_app;
REVOKE INSERT, UPDATE, DELETE ON flyway_schema_history FROM vitrine_app;

-- What happened stays: the history is only ever added to.
REVOKE UPDATE, DELETE ON event FROM vitrine_app;

-- Staff, the plant and the live path work for every company; a customer's queries run as vitrine_portal instead.
CREATE POLICY every_company ON company TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON orders TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON order_line TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON requirement TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON event TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON standing TO vitrine_app USING (true) WITH CHECK (true);
CREATE POLICY every_company ON glass_link TO vitrine_app USING (true) WITH CHECK (true);
GRANT SELECT ON glass_link TO vitrine_portal;

-- Events that a restore brought from another cluster carry transaction ids of that cluster: rewritten
-- once at start, with the owner's right, and only those.
CREATE FUNCTION adopt_foreign_events() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public AS $$
DECLARE
  adopted bigint;
BEGIN
  UPDATE event
     SET xid = pg_current_xact_id()
   WHERE xid >= pg_snapshot_xmax(pg_current_snapshot()) AND xid <> pg_current_xact_id();
  GET DIAGNOSTICS adopted = ROW_COUNT;
  RETURN adopted;
END
$$;
REVOKE ALL ON FUNCTION adopt_foreign_events() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION adopt_foreign_events() TO vitrine_app;
