package org.vitrine.walls;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrine.fixtures.TestDatabase;

/**
 * Holes in the second wall, as the catalogue of a database has them: each rule finds what breaks
 * it, in a sentence that begins with its name. Nothing is listed by hand: a table that is made
 * tomorrow is judged like those of today.
 */
final class Leaks {
  /** Who a customer's query is, with whatever everybody may. */
  private static final String PORTAL = "'vitrine_portal'";

  /**
   * The condition by which a policy leaves a company its own rows, the other is of company; or, as
   * PostgreSQL writes that, such a condition and one more, which leaves it fewer of them.
   */
  private static final String OWN =
      "'^[(]((company_id|id) = current_company[(][)]|[(]company_id = current_company[(][)][)] AND .*)[)]$'";

  /**
   * The same of what several companies share: it leaves a company what a row of its own names, in a
   * table in which companies cannot write.
   */
  private static final String NAMED =
      "'^[(][(]?[a-z_]+ IN [(] SELECT ([a-z_]+)[.][a-z_]+\\s+FROM \\1\\s+"
          + "WHERE [(]\\1[.]company_id = current_company[(][)][)][)][)]( AND .*[)])?$'";

  /** Tables whose rows belong to a company: they name it, or hang on a row that does. */
  private static final String OF_COMPANIES =
      """
      WITH RECURSIVE of_company AS (
        SELECT c.oid
          FROM pg_class c
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
           AND (c.relname = 'company' OR EXISTS (
                 SELECT FROM pg_attribute a
                  WHERE a.attrelid = c.oid AND a.attname = 'company_id' AND NOT a.attisdropped))
        UNION
        SELECT f.conrelid
          FROM of_company o
          JOIN pg_constraint f ON f.confrelid = o.oid AND f.contype = 'f')
      """;

  private static final Map<String, String> RULES =
      Map.ofEntries(
          Map.entry(
              "a table of companies has no row level security",
              OF_COMPANIES
                  + "SELECT oid::regclass FROM of_company JOIN pg_class USING (oid) WHERE NOT relrowsecurity"),
          Map.entry(
              "a table of companies has no policy",
              OF_COMPANIES
                  + """
                    SELECT oid::regclass
                      FROM of_company
                     WHERE NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = of_company.oid)"""),
          Map.entry(
              "customers read a table that no policy guards",
              OF_COMPANIES
                  + """
                    SELECT c.oid::regclass
                      FROM pg_class c
                     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                       AND has_any_column_privilege(%s, c.oid, 'SELECT')
                       AND c.oid IN (SELECT oid FROM of_company)
                       AND NOT EXISTS (SELECT FROM pg_policies p
                                        WHERE p.schemaname = 'public' AND p.tablename = c.relname
                                          AND %s = ANY(p.roles))"""
                      .formatted(PORTAL, PORTAL)),
          Map.entry(
              "customers read a table of nobody's that is not said to be for all",
              OF_COMPANIES
                  + """
                    SELECT c.oid::regclass
                      FROM pg_class c
                     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                       AND has_any_column_privilege(%s, c.oid, 'SELECT')
                       AND c.oid NOT IN (SELECT oid FROM of_company)
                       AND NOT (c.relrowsecurity AND EXISTS (
                             SELECT FROM pg_policies p
                              WHERE p.schemaname = 'public' AND p.tablename = c.relname
                                AND %s = ANY(p.roles)))
                       AND coalesce(obj_description(c.oid, 'pg_class'), '') NOT LIKE '%%for every company%%'"""
                      .formatted(PORTAL, PORTAL)),
          Map.entry(
              "a policy leaves customers more than their own",
              """
              SELECT tablename || ': ' || coalesce(qual, '') || coalesce(with_check, '')
                FROM pg_policies
               WHERE (roles && ARRAY[%1$s::name, 'public'])
                 AND (permissive <> 'PERMISSIVE'
                      OR NOT (coalesce(qual, with_check) ~ %2$s OR coalesce(qual, with_check) ~ %3$s)
                      OR NOT (coalesce(with_check, qual) ~ %2$s OR coalesce(with_check, qual) ~ %3$s))"""
                  .formatted(PORTAL, OWN, NAMED)),
          Map.entry(
              "customers write what names them rows of others",
              """
              SELECT DISTINCT naming[1]
                FROM pg_policies p,
                     regexp_matches(
                       concat_ws(' ', p.qual, p.with_check),
                       'FROM ([a-z_]+)\\s+WHERE [(]\\1[.]company_id = current_company', 'g') AS naming
               WHERE %1$s = ANY(p.roles)
                 AND has_any_column_privilege(%1$s, naming[1], 'INSERT, UPDATE')"""
                  .formatted(PORTAL)),
          Map.entry(
              "customers write where no check holds them to their own",
              """
              SELECT c.oid::regclass
                FROM pg_class c
               WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                 AND has_any_column_privilege(%1$s, c.oid, 'INSERT, UPDATE')
                 AND NOT EXISTS (SELECT FROM pg_policies p
                                  WHERE p.schemaname = 'public' AND p.tablename = c.relname
                                    AND %1$s = ANY(p.roles)
                                    AND (p.with_check ~ %2$s OR p.with_check ~ %3$s))"""
                  .formatted(PORTAL, OWN, NAMED)),
          Map.entry(
              "customers write whole rows, not columns that are theirs to say",
              """
              SELECT c.oid::regclass
                FROM pg_class c
               WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                 AND has_table_privilege(%s, c.oid, 'INSERT, UPDATE')"""
                  .formatted(PORTAL)),
          Map.entry(
              "customers change whose a row is",
              """
              SELECT c.oid::regclass
                FROM pg_class c
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'company_id'
               WHERE c.relnamespace = 'public'::regnamespace
                 AND has_column_privilege(%s, c.oid, a.attnum, 'UPDATE')"""
                  .formatted(PORTAL)),
          Map.entry(
              "customers take away",
              """
              SELECT c.oid::regclass
                FROM pg_class c
               WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
                 AND has_table_privilege(%s, c.oid, 'DELETE, TRUNCATE, TRIGGER, MAINTAIN')"""
                  .formatted(PORTAL)),
          Map.entry(
              "a view looks past the policies",
              """
              SELECT c.oid::regclass
                FROM pg_class c
               WHERE c.relnamespace = 'public'::regnamespace
                 AND (c.relkind = 'v' AND NOT coalesce(c.reloptions, '{}') && '{security_invoker=true,security_invoker=on}'
                      OR c.relkind = 'm' AND has_any_column_privilege(%s, c.oid, 'SELECT'))"""
                  .formatted(PORTAL)),
          Map.entry(
              "customers run what has the owner's right",
              """
              SELECT p.oid::regprocedure
                FROM pg_proc p
               WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef
                 AND has_function_privilege(%s, p.oid, 'EXECUTE')"""
                  .formatted(PORTAL)),
          Map.entry(
              "customers count with a sequence",
              """
              SELECT seqrelid::regclass
                FROM pg_sequence
               WHERE has_sequence_privilege(%s, seqrelid, 'USAGE, SELECT, UPDATE')"""
                  .formatted(PORTAL)),
          Map.entry(
              "what is made later is given to customers",
              """
              SELECT acl.privilege_type || ' on ' || d.defaclobjtype::text
                FROM pg_default_acl d, aclexplode(d.defaclacl) acl
               WHERE d.defaclobjtype IN ('r', 'S')
                 AND acl.grantee IN (0, %s::regrole::oid)"""
                  .formatted(PORTAL)),
          Map.entry(
              "customers are somebody else, too",
              """
              SELECT roleid::regrole
                FROM pg_auth_members
               WHERE member = %s::regrole::oid"""
                  .formatted(PORTAL)));

  private Leaks() {}

  static List<String> in(String url) {
    List<String> found = new ArrayList<>();
    RULES.forEach(
        (rule, sql) ->
            TestDatabase.find(url, sql).forEach(where -> found.add(rule + ": " + where)));
    return found;
  }
}
