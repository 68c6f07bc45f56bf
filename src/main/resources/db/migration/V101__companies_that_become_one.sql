-- Two companies that are one: everything of the one becomes the other's, and its code leads there from then on.

-- companies: the codes of companies that have become part of another, each with what was last said under it, so that a
-- program that goes on saying the same changes nothing.
CREATE TABLE company_alias (
  code       text PRIMARY KEY,
  company_id bigint NOT NULL REFERENCES company,
  name       text NOT NULL,
  kind       text NOT NULL,
  tier       text NOT NULL,
  merged_at  timestamptz NOT NULL
);
CREATE INDEX company_alias_company ON company_alias (company_id);
ALTER TABLE company_alias ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_company ON company_alias TO vitrine_app USING (true) WITH CHECK (true);

-- Every column that names a company, by the catalogue: what is made tomorrow is in it. A column is one by its name
-- (company_id, or companies where it is a list), or because it refers to a company.
CREATE VIEW company_reference WITH (security_invoker = true) AS
  SELECT c.oid::regclass AS relation, a.attname AS name, a.attnum AS number, a.atttypid = 'bigint[]'::regtype AS is_list
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
     AND (a.attname = 'company_id' AND a.atttypid = 'bigint'::regtype
          OR a.attname = 'companies' AND a.atttypid = 'bigint[]'::regtype
          OR EXISTS (SELECT FROM pg_constraint f
                      WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid = 'company'::regclass
                        AND f.conkey = ARRAY[a.attnum]));

-- What refers to something by the company that it belongs to can wait until both have moved. Called after every
-- migration (afterMigrate.sql), so that it holds for tables that are made tomorrow.
CREATE PROCEDURE let_companies_become_one() LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
  waits record;
BEGIN
  FOR waits IN
    SELECT DISTINCT f.conrelid::regclass AS relation, f.conname AS name
      FROM pg_constraint f
      JOIN company_reference r ON r.relation = f.conrelid AND r.number = ANY(f.conkey)
     WHERE f.contype = 'f' AND f.confrelid <> 'company'::regclass AND NOT f.condeferrable
  LOOP
    EXECUTE format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY IMMEDIATE', waits.relation, waits.name);
  END LOOP;
END
$$;
REVOKE ALL ON PROCEDURE let_companies_become_one() FROM PUBLIC;

-- How much would move: people, orders, messages, meetings, and glass links that open something.
CREATE FUNCTION company_holdings(of_company bigint)
RETURNS TABLE (people bigint, orders bigint, voices bigint, meetings bigint, links bigint) LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT (SELECT count(*) FROM membership m JOIN person p ON p.id = m.person_id
           WHERE m.company_id = of_company AND p.role IN ('customer', 'distributor')),
         (SELECT count(*) FROM orders o WHERE o.company_id = of_company),
         (SELECT count(*) FROM voice v WHERE v.company_id = of_company),
         (SELECT count(*) FROM meeting_company m WHERE m.company_id = of_company),
         (SELECT count(*) FROM glass_link g
           WHERE g.company_id = of_company AND g.revoked_at IS NULL AND g.expires_at > now())
$$;

-- Whether both have voted in secret where the vote is still open: nobody can tell which of the two ballots would go.
CREATE FUNCTION companies_vote_in_secret(one bigint, other bigint) RETURNS boolean LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM poll p
      JOIN poll_voter a ON a.poll = p.id AND a.company_id = one AND a.voted
      JOIN poll_voter b ON b.poll = p.id AND b.company_id = other AND b.voted
     WHERE p.secret AND p.state = 'open')
$$;

-- What turns on and off the triggers of a table that a change of whose its rows are would set off.
CREATE FUNCTION company_guards(relation regclass) RETURNS text[] LANGUAGE sql STABLE
SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT format('ALTER TABLE %s %%s TRIGGER %I', g.tgrelid::regclass, g.tgname)), '{}')
    FROM pg_trigger g
    JOIN company_reference r ON r.relation = g.tgrelid
   WHERE g.tgrelid = company_guards.relation AND NOT g.tgisinternal AND g.tgenabled = 'O'
     AND (g.tgtype & 8 <> 0
          OR g.tgtype & 16 <> 0 AND (cardinality(g.tgattr::smallint[]) = 0 OR r.number = ANY(g.tgattr::smallint[])))
$$;

-- Everything of the one becomes the other's, in every table that names a company. Of rows that only one company can
-- have once (a seat, a vote, an invitation) the other's stays. The program may neither change histories nor minutes that
-- are final; this may, with the owner's right, and changes of them nothing but whose they are.
CREATE FUNCTION merge_companies(merged bigint, receiving bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
  guards   text[] := '{}';
  guard    text;
  held     record;
  only_one record;
BEGIN
  IF merged = receiving OR (SELECT count(*) FROM company WHERE id IN (merged, receiving)) <> 2 THEN
    RAISE EXCEPTION 'companies % and % cannot become one', merged, receiving USING ERRCODE = 'check_violation';
  END IF;
  PERFORM FROM company WHERE id IN (merged, receiving) ORDER BY id FOR UPDATE;
  PERFORM FROM orders WHERE company_id = merged ORDER BY id FOR UPDATE;

  SET CONSTRAINTS ALL DEFERRED;
  -- What hangs on something moves before it, so that a row that goes takes nothing along; and last of all what triggers
  -- keep as it is or count, since nobody else writes there from then on.
  FOR held IN
    WITH RECURSIVE hangs AS (
      SELECT DISTINCT f.conrelid AS relation, f.confrelid AS on_relation
        FROM pg_constraint f
        JOIN company_reference r ON r.relation = f.conrelid AND r.number = ANY(f.conkey)
       WHERE f.contype = 'f' AND f.confrelid <> f.conrelid AND f.confrelid <> 'company'::regclass),
    depth AS (
      SELECT r.relation::oid AS relation,
             CASE WHEN cardinality(company_guards(r.relation)) > 0 THEN 100 ELSE 0 END AS level, 0 AS steps
        FROM company_reference r
      UNION
      SELECT h.on_relation, d.level + 1, d.steps + 1
        FROM depth d JOIN hangs h ON h.relation = d.relation
       WHERE d.steps < 20)
    SELECT r.relation, r.name, r.number, r.is_list, max(d.level) AS level, company_guards(r.relation) AS guards
      FROM company_reference r
      JOIN depth d ON d.relation = r.relation
     GROUP BY r.relation, r.name, r.number, r.is_list
     ORDER BY level, r.relation::text, r.name
  LOOP
    FOREACH guard IN ARRAY held.guards LOOP
      EXECUTE format(guard, 'DISABLE');
    END LOOP;
    guards := guards || held.guards;
    IF held.is_list THEN
      EXECUTE format(
        'UPDATE %1$s SET %2$I = ARRAY(
           SELECT CASE WHEN one = $1 THEN $2 ELSE one END FROM unnest(%2$I) WITH ORDINALITY AS had (one, at)
            GROUP BY 1 ORDER BY min(at))
          WHERE $1 = ANY(%2$I)', held.relation, held.name) USING merged, receiving;
      CONTINUE;
    END IF;
    FOR only_one IN
      SELECT coalesce(pg_get_expr(i.indpred, i.indrelid), 'true') AS within,
             (SELECT coalesce(string_agg(format('%s AS k%s', pg_get_indexdef(i.indexrelid, at, true), at), ', '), '1 AS k')
                FROM generate_series(1, i.indnkeyatts) AS at WHERE i.indkey[at - 1] <> held.number) AS keys,
             (SELECT coalesce(string_agg(format(
                       CASE WHEN i.indnullsnotdistinct THEN 'a.k%1$s IS NOT DISTINCT FROM b.k%1$s'
                            ELSE 'a.k%1$s = b.k%1$s' END, at), ' AND '), 'true')
                FROM generate_series(1, i.indnkeyatts) AS at WHERE i.indkey[at - 1] <> held.number) AS same
        FROM pg_index i
       WHERE i.indrelid = held.relation AND i.indisunique
         AND held.number = ANY((i.indkey::smallint[])[0:i.indnkeyatts - 1])
    LOOP
      EXECUTE format(
        'DELETE FROM %1$s WHERE ctid IN (
           SELECT a.ctid
             FROM (SELECT ctid, %3$s FROM %1$s WHERE %2$I = $1 AND %4$s) AS a
             JOIN (SELECT %3$s FROM %1$s WHERE %2$I = $2 AND %4$s) AS b ON %5$s)',
        held.relation, held.name, only_one.keys, only_one.within, only_one.same) USING merged, receiving;
    END LOOP;
    EXECUTE format('UPDATE %s SET %I = $2 WHERE %I = $1', held.relation, held.name, held.name) USING merged, receiving;
  END LOOP;
  SET CONSTRAINTS ALL IMMEDIATE;

  FOREACH guard IN ARRAY guards LOOP
    EXECUTE format(guard, 'ENABLE');
  END LOOP;
  PERFORM recount_merged(receiving);
  DELETE FROM company WHERE id = merged;
END
$$;

-- The sums of what was counted by company, where two have become one; what is closed stays as it was counted.
CREATE FUNCTION recount_merged(receiving bigint) RETURNS void LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE proposal p
     SET (seen, agreed, disagreed) = (
           SELECT count(*), count(*) FILTER (WHERE v.choice = 'agree'), count(*) FILTER (WHERE v.choice = 'disagree')
             FROM proposal_vote v
            WHERE v.review = p.review AND v.proposal = p.number)
   WHERE EXISTS (SELECT FROM proposal_vote v
                  WHERE v.review = p.review AND v.proposal = p.number AND v.company_id = receiving);
  UPDATE poll p
     SET voted = (SELECT count(*) FROM poll_voter v WHERE v.poll = p.id AND v.voted),
         result = CASE WHEN p.secret THEN p.result ELSE poll_tally(p.id) END
   WHERE p.state = 'open' AND EXISTS (SELECT FROM poll_voter v WHERE v.poll = p.id AND v.company_id = receiving)
     AND EXISTS (SELECT FROM meeting m WHERE m.number = p.meeting AND m.state <> 'final');
  UPDATE meeting m
     SET companies_came = (SELECT count(DISTINCT a.company_id) FROM attendance a WHERE a.meeting = m.number)
   WHERE m.state <> 'final'
     AND EXISTS (SELECT FROM attendance a WHERE a.meeting = m.number AND a.company_id = receiving);
  UPDATE matter SET changed_at = greatest(changed_at, now()) WHERE company_id = receiving AND is_open;
END
$$;
REVOKE ALL ON FUNCTION company_guards(regclass), company_holdings(bigint), companies_vote_in_secret(bigint, bigint),
  merge_companies(bigint, bigint), recount_merged(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION company_holdings(bigint), companies_vote_in_secret(bigint, bigint),
  merge_companies(bigint, bigint) TO vitrine_app;
