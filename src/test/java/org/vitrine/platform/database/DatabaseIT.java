package org.vitrine.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.platform.Rejection;

class DatabaseIT {
  private static final String NOBODY_LISTENS = "postgresql://nobody@localhost:1/nothing";

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void it_opens_all_its_connections_before_anybody_wants_one() {
    try (Database database = new Database(vertx, TestDatabase.freshUrl(), 7)) {
      assertThat(database.answersWithin(Duration.ofSeconds(30))).isTrue();
      database.warmUp();
      assertThat(connections(database)).isEqualTo(7);
    }
  }

  @Test
  void a_database_that_is_away_keeps_nobody_from_starting() {
    try (Database database = new Database(vertx, NOBODY_LISTENS, 7)) {
      database.warmUp();
      assertThat(database.answersWithin(Duration.ofSeconds(1))).isFalse();
    }
  }

  /** As many as there are connections, each waiting for one more, would wait for ever. */
  @Test
  void nobody_takes_a_second_connection_inside_of_a_transaction() {
    try (Database database = new Database(vertx, TestDatabase.freshUrl(), 7)) {
      assertThatThrownBy(() -> database.inTransaction(transaction -> connections(database)))
          .hasMessageContaining("test.connections asks for a second connection");
      assertThatThrownBy(
              () ->
                  database.inTransaction(transaction -> database.inTransaction(second -> "never")))
          .isInstanceOf(IllegalStateException.class);
      assertThat(database.<Integer>inTransaction(DatabaseIT::connections)).isPositive();
      assertThat(connections(database)).isPositive();
    }
  }

  @Test
  void a_stored_row_that_cannot_be_read_is_our_fault_and_names_its_query() {
    try (Database database = new Database(vertx, TestDatabase.freshUrl(), 1)) {
      assertThatThrownBy(
              () ->
                  database.find(
                      "test.promise",
                      "SELECT '{}' AS promise",
                      row -> {
                        throw new Rejection.Invalid("date", "A promise needs a date");
                      }))
          .isInstanceOf(UnreadableRow.class)
          .hasMessageContaining("test.promise")
          .hasMessageContaining("A promise needs a date");
    }
  }

  private static int connections(Queries queries) {
    return queries
        .findOne(
            "test.connections",
            "SELECT count(*)::int AS n FROM pg_stat_activity"
                + " WHERE datname = current_database() AND application_name = 'vitrine database'",
            row -> row.getInteger("n"))
        .orElseThrow();
  }
}
