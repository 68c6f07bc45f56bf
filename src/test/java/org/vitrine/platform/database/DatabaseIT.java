package org.vitrine.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestDatabase;

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

  private static int connections(Database database) {
    return database
        .findOne(
            "test.connections",
            "SELECT count(*)::int AS n FROM pg_stat_activity"
                + " WHERE datname = current_database() AND application_name = 'vitrine database'",
            row -> row.getInteger("n"))
        .orElseThrow();
  }
}
