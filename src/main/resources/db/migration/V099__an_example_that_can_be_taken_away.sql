-- An example that can be taken away again: its company, and what belongs to no company but came with it.
CREATE TABLE example (
  company_id bigint PRIMARY KEY REFERENCES company ON DELETE CASCADE,
  person_id  bigint NOT NULL REFERENCES person ON DELETE CASCADE,   -- its contact, who can never sign in
  routings   text[] NOT NULL,
  made_by    text NOT NULL,
  made_at    timestamptz NOT NULL
);

-- Everything of an example can be taken away, what is otherwise only ever added to as well: so nothing becomes one
-- that was ever used.
CREATE FUNCTION only_what_is_new_is_an_example() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM orders WHERE company_id = NEW.company_id)
      OR EXISTS (SELECT FROM membership WHERE company_id = NEW.company_id AND person_id <> NEW.person_id) THEN
    RAISE EXCEPTION 'Company % was used before: it cannot become an example', NEW.company_id;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER only_what_is_new BEFORE INSERT ON example
  FOR EACH ROW EXECUTE FUNCTION only_what_is_new_is_an_example();

ALTER TABLE example ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON example TO vitrine_app USING (true) WITH CHECK (true);
REVOKE UPDATE, DELETE ON example FROM vitrine_app;

-- The contact of an example is shown, and is nobody: they cannot sign in and are sent nothing.
CREATE FUNCTION its_contact_is_nobody() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE person SET disabled_at = NEW.made_at WHERE id = NEW.person_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER contact_is_nobody AFTER INSERT ON example
  FOR EACH ROW EXECUTE FUNCTION its_contact_is_nobody();

-- Adds to what is doomed whatever cannot be without it, by the catalogue: so a table that comes later is not forgotten.
-- What would only lose its reference keeps the rest, and so does the trail.
CREATE FUNCTION doom_what_depends() RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
  tie record;
  more bigint;
  found bigint;
BEGIN
  LOOP
    more := 0;
    FOR tie IN
      SELECT c.conrelid::regclass AS child, c.confrelid::regclass AS parent, string_agg(
               format('k.%I = p.%I', ka.attname, pa.attname), ' AND ') AS match
        FROM pg_constraint c
       CROSS JOIN LATERAL unnest(c.conkey, c.confkey) AS pair (k, p)
        JOIN pg_attribute ka ON ka.attrelid = c.conrelid AND ka.attnum = pair.k
        JOIN pg_attribute pa ON pa.attrelid = c.confrelid AND pa.attnum = pair.p
       WHERE c.contype = 'f' AND c.confdeltype NOT IN ('n', 'd') AND c.conrelid <> c.confrelid
         AND c.conrelid <> 'audit'::regclass
         AND c.confrelid IN (SELECT d.what FROM doomed d)
       GROUP BY c.oid
    LOOP
      EXECUTE format(
        'INSERT INTO doomed SELECT DISTINCT %L::regclass, k.ctid FROM %s k JOIN %s p ON %s '
          'JOIN doomed d ON d.what = %L::regclass AND d.at = p.ctid ON CONFLICT DO NOTHING',
        tie.child, tie.child, tie.parent, tie.match, tie.parent);
      GET DIAGNOSTICS found = ROW_COUNT;
      more := more + found;
    END LOOP;
    EXIT WHEN more = 0;
  END LOOP;
END
$$;

-- Deletes what is doomed, what depends on others first: which that is shows where a table cannot be emptied yet.
CREATE FUNCTION delete_what_is_doomed() RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
DECLARE
  one regclass;
  gone boolean;
BEGIN
  WHILE EXISTS (SELECT FROM doomed) LOOP
    gone := false;
    FOR one IN SELECT DISTINCT d.what FROM doomed d LOOP
      BEGIN
        EXECUTE format('DELETE FROM %s WHERE ctid IN (SELECT at FROM doomed WHERE what = %L::regclass)', one, one);
        DELETE FROM doomed d WHERE d.what = one;
        gone := true;
      EXCEPTION WHEN foreign_key_violation THEN
        NULL; -- After what refers to it.
      END;
    END LOOP;
    IF NOT gone THEN
      RAISE EXCEPTION USING ERRCODE = 'serialization_failure', MESSAGE = 'Somebody is adding to the example';
    END IF;
  END LOOP;
END
$$;
REVOKE ALL ON FUNCTION doom_what_depends(), delete_what_is_doomed() FROM PUBLIC;

-- What belongs to examples, by table; taken away where that is wanted, with the right of the owner, since nobody else may
-- delete what was said. Other companies, people who belong to others too, and the trail stay.
CREATE FUNCTION what_examples_have(remove boolean) RETURNS TABLE (room text, entries bigint) LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  companies bigint[] := ARRAY(SELECT company_id FROM example);
  people bigint[];
  ways text[] := ARRAY(SELECT unnest(routings) FROM example);
  tie record;
BEGIN
  IF remove THEN -- Whoever would add to it waits, and then finds nothing that they could add to.
    PERFORM FROM company WHERE id = ANY (companies) FOR UPDATE;
    PERFORM FROM orders WHERE company_id = ANY (companies) ORDER BY id FOR UPDATE;
  END IF;
  people := ARRAY(
    SELECT e.person_id FROM example e
     WHERE NOT EXISTS (
       SELECT FROM membership m WHERE m.person_id = e.person_id AND m.company_id <> ALL (companies)));
  ways := ARRAY(
    SELECT w FROM unnest(ways) AS w
     WHERE NOT EXISTS (
             SELECT FROM order_line l JOIN orders o ON o.id = l.order_id
              WHERE l.routing = w AND o.company_id <> ALL (companies))
       AND NOT EXISTS (SELECT FROM product WHERE routing = w));

  CREATE TEMP TABLE doomed (what regclass, at tid, PRIMARY KEY (what, at)) ON COMMIT DROP;
  INSERT INTO doomed
    SELECT 'company'::regclass, ctid FROM company WHERE id = ANY (companies)
    UNION ALL
    SELECT 'change'::regclass, ctid FROM change WHERE company_id = ANY (companies)
    UNION ALL
    SELECT 'change'::regclass, ctid FROM change WHERE kind = 'person' AND key = ANY (people::text[])
    UNION ALL
    SELECT 'owed_change'::regclass, ctid FROM owed_change WHERE company_id = ANY (companies)
    UNION ALL
    SELECT 'search_entry'::regclass, ctid FROM search_entry
     WHERE company_id IS NULL AND (
       kind = 'person' AND key = ANY (people::text[])
       OR address IN (SELECT '/orders/' || number FROM orders WHERE company_id = ANY (companies))
       OR address IN (SELECT '/companies/' || code FROM company WHERE id = ANY (companies)))
    UNION ALL
    SELECT 'session'::regclass, s.ctid FROM session s JOIN glass_link g ON g.id = s.subject_id
     WHERE s.kind = 'glass' AND g.company_id = ANY (companies)
    ON CONFLICT DO NOTHING;
  PERFORM doom_what_depends();
  RETURN QUERY
    SELECT d.what::text, count(*) FROM doomed d WHERE d.what <> 'example'::regclass GROUP BY 1
    UNION ALL
    SELECT 'person', cardinality(people)::bigint
    UNION ALL
    SELECT 'routing', cardinality(ways)::bigint;
  IF NOT remove THEN
    RETURN;
  END IF;

  UPDATE audit SET company_id = NULL WHERE company_id = ANY (companies);
  FOR tie IN -- A row of others that only says that it is like one of these no longer says so.
    SELECT c.conrelid::regclass AS one,
           string_agg(format('k.%I = p.%I', ka.attname, pa.attname), ' AND ') AS match,
           string_agg(format('%I = NULL', ka.attname), ', ') FILTER (WHERE NOT ka.attnotnull) AS nothing
      FROM pg_constraint c
     CROSS JOIN LATERAL unnest(c.conkey, c.confkey) AS pair (k, p)
      JOIN pg_attribute ka ON ka.attrelid = c.conrelid AND ka.attnum = pair.k
      JOIN pg_attribute pa ON pa.attrelid = c.confrelid AND pa.attnum = pair.p
     WHERE c.contype = 'f' AND c.conrelid = c.confrelid AND c.conrelid IN (SELECT d.what FROM doomed d)
     GROUP BY c.oid, c.conrelid
  LOOP
    EXECUTE format(
      'UPDATE %s k SET %s FROM %s p JOIN doomed d ON d.what = %L::regclass AND d.at = p.ctid WHERE %s '
        'AND NOT EXISTS (SELECT FROM doomed x WHERE x.what = %L::regclass AND x.at = k.ctid)',
      tie.one, tie.nothing, tie.one, tie.one, tie.match, tie.one);
  END LOOP;
  PERFORM delete_what_is_doomed();

  INSERT INTO doomed
    SELECT 'person'::regclass, ctid FROM person WHERE id = ANY (people)
    UNION ALL
    SELECT 'session'::regclass, ctid FROM session WHERE kind <> 'glass' AND subject_id = ANY (people)
    UNION ALL
    SELECT 'routing'::regclass, ctid FROM routing WHERE code = ANY (ways);
  PERFORM doom_what_depends();
  PERFORM delete_what_is_doomed();
END
$$;
REVOKE ALL ON FUNCTION what_examples_have(boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION what_examples_have(boolean) TO vitrine_app;

-- How far the house has come without what is an example: one look into many rooms, for a page that leads through them.
CREATE OR REPLACE FUNCTION begun(
  OUT hours boolean, OUT company text, OUT routing text, OUT newest_order text, OUT reported boolean,
  OUT customer boolean
) LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT
    EXISTS (SELECT FROM calendar WHERE code = 'plant'),
    (SELECT code FROM company
      WHERE id NOT IN (SELECT company_id FROM example) ORDER BY id DESC LIMIT 1),
    (SELECT code FROM routing
      WHERE code <> ALL (SELECT unnest(routings) FROM example) ORDER BY code LIMIT 1),
    (SELECT number FROM orders
      WHERE company_id NOT IN (SELECT company_id FROM example) ORDER BY id DESC LIMIT 1),
    EXISTS (SELECT FROM event
      WHERE report_id IS NOT NULL AND company_id NOT IN (SELECT company_id FROM example)),
    EXISTS (SELECT FROM person
      WHERE role IN ('customer', 'distributor') AND id NOT IN (SELECT person_id FROM example))
$$;
