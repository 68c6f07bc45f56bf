package org.vitrine.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.QueryFailed;

/** Customers write rows of their own company, behind the second wall, and nothing else. */
class PortalWritingIT {
  private static final String URL = TestDatabase.freshUrl();

  private static Vertx vertx;
  private static Database database;
  private static long northwind;
  private static long contoso;

  @BeforeAll
  static void open() {
    TestDatabase.execute(
        URL,
        """
        INSERT INTO company (code, name, kind, tier, created_at)
        VALUES ('northwind', 'Northwind', 'customer', 'gold', now()), ('contoso', 'Contoso', 'customer', 'gold', now());
        CREATE TABLE wish (
          id         bigint PRIMARY KEY DEFAULT 1 + floor(random() * 9007199254740991)::bigint,
          company_id bigint NOT NULL REFERENCES company,
          body       text NOT NULL,
          answer     text);
        CALL shown_to_its_company('wish');
        CALL written_by_its_company('wish', '{body}', '{body}')""");
    northwind = company("northwind");
    contoso = company("contoso");
    vertx = Vertx.vertx();
    database = new Database(vertx, URL, 4);
    database.answersWithin(Duration.ofSeconds(30));
    database.warmUp();
  }

  @AfterAll
  static void close() {
    database.close();
    vertx.close().await();
  }

  @Test
  void a_company_adds_a_row_of_its_own_and_changes_it_and_nobody_else_sees_it() {
    int added =
        asCompany(
            northwind,
            queries ->
                queries.execute(
                    "wish.add",
                    "INSERT INTO wish (company_id, body) VALUES ($1, 'quieter')",
                    northwind));
    int changed =
        asCompany(
            northwind,
            queries -> queries.execute("wish.change", "UPDATE wish SET body = 'quieter still'"));

    assertThat(added).isEqualTo(1);
    assertThat(changed).isEqualTo(1);
    assertThat(wishesSeenBy(northwind)).isEqualTo(1);
    assertThat(wishesSeenBy(contoso)).isZero();
    int changedByOthers =
        asCompany(
            contoso, queries -> queries.execute("wish.change", "UPDATE wish SET body = 'no'"));
    assertThat(changedByOthers).isZero();
  }

  @Test
  void a_row_of_another_company_is_refused() {
    assertRefused("INSERT INTO wish (company_id, body) VALUES (%d, 'mine')".formatted(contoso));
  }

  @Test
  void what_is_not_a_company_s_to_say_is_refused() {
    assertRefused("INSERT INTO wish (company_id, body, answer) VALUES (1, 'a', 'yes, for free')");
    assertRefused("UPDATE wish SET answer = 'yes, for free'");
    assertRefused("UPDATE wish SET company_id = 2");
    assertRefused("DELETE FROM wish");
    assertRefused("UPDATE orders SET version = 0");
    assertRefused("INSERT INTO event SELECT * FROM event");
  }

  @Test
  void what_fails_leaves_nothing_and_the_next_to_use_the_connection_is_no_customer() {
    assertThatThrownBy(
            () ->
                asCompany(
                    northwind,
                    queries -> {
                      queries.execute(
                          "wish.add",
                          "INSERT INTO wish (company_id, body) VALUES ($1, 'lost')",
                          northwind);
                      throw new IllegalStateException("after it");
                    }))
        .hasMessage("after it");

    assertThat(database.findOne("wish.lost", "SELECT id FROM wish WHERE body = 'lost'", row -> 1))
        .isEmpty();
    assertThat(database.findOne("who", "SELECT current_user AS who", row -> row.getString("who")))
        .contains("vitrine_app");
  }

  @Test
  void whoever_only_reads_writes_nothing() {
    assertThatThrownBy(
            () ->
                database.onBehalfOf(
                    Optional.of(northwind),
                    queries ->
                        queries.execute(
                            "wish.add",
                            "INSERT INTO wish (company_id, body) VALUES ($1, 'a')",
                            northwind)))
        .as("read only, as on a standby")
        .isInstanceOf(Rejection.Unavailable.class);
  }

  @Test
  void the_pattern_leaves_no_hole() {
    assertThat(Leaks.in(URL)).isEmpty();
  }

  private static void assertRefused(String sql) {
    assertThatThrownBy(() -> asCompany(northwind, queries -> queries.execute("wish.refused", sql)))
        .isInstanceOf(QueryFailed.class)
        .hasMessageMatching("(?s).*(permission denied|row-level security).*");
  }

  private static long wishesSeenBy(long company) {
    return database.onBehalfOf(
        Optional.of(company),
        queries ->
            queries
                .findOne("wish.count", "SELECT count(*) AS wishes FROM wish", row -> row.getLong(0))
                .orElseThrow());
  }

  private static <T> T asCompany(long company, Function<Queries, T> work) {
    return database.inTransactionOnBehalfOf(company, work);
  }

  private static long company(String code) {
    return Long.parseLong(
        TestDatabase.find(URL, "SELECT id FROM company WHERE code = '%s'".formatted(code))
            .getFirst());
  }
}
