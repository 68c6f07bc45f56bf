package org.vitrine.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.fixtures.TestDatabase;

/** The wall between companies as PostgreSQL has it, asked of its own catalogue. */
class SecondWallIT {
  private static final String URL = TestDatabase.freshUrl();

  @Test
  void every_table_that_names_a_company_has_row_level_security_and_policies() {
    assertThat(
            TestDatabase.find(
                URL,
                """
                SELECT c.relname
                  FROM pg_class c
                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'company_id' AND NOT a.attisdropped
                 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                   AND (NOT c.relrowsecurity
                        OR NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))"""))
        .isEmpty();
    assertThat(
            TestDatabase.find(
                URL, "SELECT relname FROM pg_class WHERE relrowsecurity AND relkind = 'r'"))
        .contains("company", "orders", "order_line", "requirement", "event", "order_summary")
        .contains("glass_link", "membership", "session", "audit");
  }

  @Test
  void whatever_customers_can_read_of_a_company_is_their_own() {
    assertThat(
            TestDatabase.find(
                URL,
                """
                SELECT tablename || ': ' || qual
                  FROM pg_policies
                 WHERE 'vitrine_portal' = ANY(roles)
                   AND qual NOT IN ('(company_id = current_company())', '(id = current_company())')"""))
        .isEmpty();
    assertThat(
            TestDatabase.find(
                URL,
                """
                SELECT table_name
                  FROM information_schema.role_table_grants
                 WHERE grantee IN ('vitrine_portal', 'PUBLIC') AND table_schema = 'public'
                   AND table_name NOT IN ('company', 'orders', 'order_line', 'requirement', 'event', 'order_summary',
                                          'routing', 'glass_link', 'change', 'feed_entry')"""))
        .isEmpty();
  }

  @Test
  void customers_can_only_read() {
    assertThat(
            TestDatabase.find(
                URL,
                """
                SELECT DISTINCT privilege_type
                  FROM information_schema.role_table_grants
                 WHERE grantee IN ('vitrine_portal', 'PUBLIC') AND table_schema = 'public'"""))
        .containsExactly("SELECT");
    for (String change :
        new String[] {
          "DELETE FROM orders", "UPDATE orders SET version = 0", "CREATE TABLE mine (id int)"
        }) {
      assertDenied("vitrine_portal", change);
    }
  }

  @Test
  void a_customer_sees_the_company_that_was_said_and_none_where_none_was() {
    TestDatabase.execute(
        URL,
        """
        INSERT INTO company (code, name, kind, tier, created_at)
        VALUES ('one', 'One', 'customer', 'gold', now()), ('other', 'Other', 'customer', 'gold', now());
        INSERT INTO orders (company_id, number) SELECT id, 'SO-' || code FROM company;
        INSERT INTO change (kind, key, version, company_id) SELECT 'test', code, 1, id FROM company;
        INSERT INTO change (kind, key, version) VALUES ('test', 'of the house', 1)""");
    assertSeen("", 0);
    assertSeen("SET app.company = ''", 0);
    assertSeen("SET app.company = '987654321'", 0);
    String one = TestDatabase.find(URL, "SELECT id FROM company WHERE code = 'one'").getFirst();
    assertSeen("SET app.company = '" + one + "'", 1);
  }

  private static void assertSeen(String setting, int orders) {
    TestDatabase.execute(
        URL,
        """
        SET ROLE vitrine_portal; %1$s;
        DO $$ BEGIN
          ASSERT (SELECT count(*) FROM orders) = %2$d, 'orders seen';
          ASSERT (SELECT count(*) FROM feed_entry) = %2$d, 'changes seen';
        END $$"""
            .formatted(setting, orders));
  }

  @Test
  void the_program_s_role_owns_nothing_and_bypasses_nothing() {
    assertThat(
            TestDatabase.find(
                URL,
                """
                SELECT rolname
                  FROM pg_roles
                 WHERE rolname IN ('vitrine_app', 'vitrine_portal')
                   AND NOT (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolcanlogin OR rolreplication)"""))
        .containsExactlyInAnyOrder("vitrine_app", "vitrine_portal");
    assertThat(
            TestDatabase.find(
                URL,
                """
                SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) LIKE 'vitrine%'
                UNION ALL
                SELECT proname FROM pg_proc WHERE pg_get_userbyid(proowner) LIKE 'vitrine%'
                UNION ALL
                SELECT nspname FROM pg_namespace WHERE pg_get_userbyid(nspowner) LIKE 'vitrine%'"""))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE event SET actor = 'x'",
        "DELETE FROM event",
        "TRUNCATE event",
        "UPDATE audit SET actor = 'x'",
        "DELETE FROM audit",
        "TRUNCATE audit",
        "ALTER TABLE orders DISABLE ROW LEVEL SECURITY",
        "DROP POLICY own ON orders",
        "CREATE POLICY mine ON orders USING (true)",
        "UPDATE flyway_schema_history SET success = true",
        "CREATE TABLE mine (id int)"
      })
  void the_program_rewrites_no_history_and_tears_no_wall_down(String sql) {
    assertDenied("vitrine_app", sql);
  }

  private static void assertDenied(String role, String sql) {
    assertThatThrownBy(() -> TestDatabase.execute(URL, "SET ROLE " + role + "; " + sql))
        .hasRootCauseInstanceOf(org.postgresql.util.PSQLException.class)
        .rootCause()
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
  }
}
