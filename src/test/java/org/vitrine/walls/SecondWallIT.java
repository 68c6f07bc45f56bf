package org.vitrine.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.fixtures.TestDatabase;

/**
 * The wall between companies as PostgreSQL has it, asked of its own catalogue: see {@link Leaks}.
 */
class SecondWallIT {
  private static final String URL = TestDatabase.freshUrl();

  @Test
  void it_has_no_hole() {
    assertThat(Leaks.in(URL)).isEmpty();
  }

  /** As somebody might, in a migration of tomorrow. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "CREATE TABLE leak (company_id bigint)|a table of companies has no row level security: leak",
        "CREATE TABLE leak (company_id bigint)|a table of companies has no policy: leak",
        "CREATE TABLE leak (order_id bigint REFERENCES orders (id))|a table of companies has no policy: leak",
        "CREATE TABLE leak (company_id bigint); GRANT SELECT (company_id) ON leak TO vitrine_portal|customers read a table that no policy guards: leak",
        "CREATE TABLE leak (secret text); GRANT SELECT ON leak TO PUBLIC|customers read a table of nobody's that is not said to be for all: leak",
        "GRANT SELECT (email) ON person TO vitrine_portal|customers read a table of nobody's that is not said to be for all: person",
        "CREATE POLICY leak ON orders TO vitrine_portal USING (true)|a policy leaves customers more than their own: orders: true",
        "CREATE POLICY leak ON orders USING (version > 0)|a policy leaves customers more than their own: orders: (version > 0)",
        "CREATE POLICY leak ON orders TO vitrine_portal USING (company_id = current_company() AND version > 0 OR true)|a policy leaves customers more than their own: orders: (((company_id = current_company()) AND (version > 0)) OR true)",
        "GRANT INSERT (company_id) ON meeting_company TO vitrine_portal|customers write what names them rows of others: meeting_company",
        "GRANT SELECT ON meeting TO vitrine_portal; DROP POLICY asked ON meeting|customers read a table of nobody's that is not said to be for all: meeting",
        "GRANT INSERT (number) ON orders TO vitrine_portal|customers write where no check holds them to their own: orders",
        "GRANT UPDATE ON glass_link TO vitrine_portal|customers write whole rows, not columns that are theirs to say: glass_link",
        "GRANT UPDATE (company_id) ON orders TO vitrine_portal|customers change whose a row is: orders",
        "GRANT DELETE ON glass_link TO vitrine_portal|customers take away: glass_link",
        "CREATE VIEW leak AS SELECT * FROM orders|a view looks past the policies: leak",
        "CREATE MATERIALIZED VIEW leak AS SELECT * FROM orders; GRANT SELECT ON leak TO vitrine_portal|a view looks past the policies: leak",
        "CREATE FUNCTION leak() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'|customers run what has the owner's right: leak()",
        "CREATE SEQUENCE leak; GRANT USAGE ON leak TO vitrine_portal|customers count with a sequence: leak",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO vitrine_portal|what is made later is given to customers: SELECT on r",
        "GRANT pg_read_all_data TO vitrine_portal|customers are somebody else, too: pg_read_all_data"
      })
  void a_hole_that_is_made_is_found(String sql, String found) {
    String url = TestDatabase.freshUrl();
    TestDatabase.execute(url, sql);
    try {
      assertThat(Leaks.in(url)).contains(found);
    } finally {
      // Who is whom is said for all databases of the server.
      TestDatabase.execute(url, "REVOKE pg_read_all_data FROM vitrine_portal");
    }
  }

  /** What companies share is theirs by a row of their own, and by nothing else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "number IN (SELECT meeting FROM meeting_company)",
        "number IN (SELECT meeting FROM meeting_company WHERE company_id = current_company()) OR version > 0",
        "number IN (SELECT meeting FROM meeting_company WHERE company_id = current_company() OR true)",
        "number NOT IN (SELECT meeting FROM meeting_company WHERE company_id = current_company())",
        "EXISTS (SELECT FROM meeting_company WHERE company_id = current_company())"
      })
  void what_is_shared_without_a_row_of_ones_own_is_found(String condition) {
    String url = TestDatabase.freshUrl();
    TestDatabase.execute(
        url, "CREATE POLICY leak ON meeting TO vitrine_portal USING (%s)".formatted(condition));

    assertThat(Leaks.in(url))
        .singleElement()
        .asString()
        .startsWith("a policy leaves customers more than their own: meeting: ");
  }

  @Test
  void customers_can_only_read() {
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
