-- What the same one does again and again says nothing new: it is counted on the row that tells of the first time.
ALTER TABLE audit
  ADD COLUMN times   integer NOT NULL DEFAULT 1,
  ADD COLUMN last_at timestamptz;   -- the last of these times, where there were several
CREATE INDEX audit_again ON audit (action, actor_id, at);

-- The program may only add to the trail: it counts up by this, and changes nothing else.
CREATE FUNCTION count_audit(entry bigint, again timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE audit SET times = times + 1, last_at = greatest(last_at, again) WHERE id = entry;
  RETURN FOUND;
END
$$;
REVOKE ALL ON FUNCTION count_audit(bigint, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_audit(bigint, timestamptz) TO vitrine_app;

-- How a table with a column company_id is opened to those companies. Later migrations call these for the tables that
-- they make, as their owner; nobody else may.
--
--   CALL shown_to_its_company('message');
--   CALL written_by_its_company('message', '{order_id, body}', '{body}');
--
-- Behind the second wall a company then sees its own rows, adds some, of which it says these columns (and company_id,
-- which has to be its own), and changes the last ones in rows of its own. It takes nothing away. A key that counts up
-- would tell it how much others write: draw it at random, as glass_link does.
CREATE PROCEDURE shown_to_its_company(shown regclass) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', shown);
  EXECUTE format('CREATE POLICY every_company ON %s TO vitrine_app USING (true) WITH CHECK (true)', shown);
  EXECUTE format(
    'CREATE POLICY own ON %s TO vitrine_portal USING (company_id = current_company()) '
      'WITH CHECK (company_id = current_company())', shown);
  EXECUTE format('GRANT SELECT ON %s TO vitrine_portal', shown);
END
$$;

CREATE PROCEDURE written_by_its_company(written regclass, added name[], changed name[]) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'GRANT INSERT (%s) ON %s TO vitrine_portal',
    (SELECT string_agg(quote_ident(name), ', ') FROM unnest(array_prepend('company_id'::name, added)) AS name), written);
  IF cardinality(changed) > 0 THEN
    EXECUTE format(
      'GRANT UPDATE (%s) ON %s TO vitrine_portal',
      (SELECT string_agg(quote_ident(name), ', ') FROM unnest(changed) AS name), written);
  END IF;
END
$$;
REVOKE ALL ON PROCEDURE shown_to_its_company(regclass), written_by_its_company(regclass, name[], name[]) FROM PUBLIC;

-- What customers may read though it belongs to no company says so: the second wall is judged by the catalogue.
COMMENT ON TABLE routing IS 'How products are made, for every company to read';
