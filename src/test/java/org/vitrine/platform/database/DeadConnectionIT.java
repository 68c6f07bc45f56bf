package org.vitrine.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.fixtures.TestWatcher.await;

import io.vertx.core.Vertx;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.platform.Rejection;
import org.vitrine.survival.FaultProxy;

/** A network that swallows what is said, and tells nobody. */
class DeadConnectionIT {
  private static final Duration QUICKLY = Duration.ofSeconds(1);

  private final Vertx vertx = Vertx.vertx();
  private final DatabaseUrl real = DatabaseUrl.parse(TestDatabase.freshUrl());
  private final FaultProxy proxy = new FaultProxy(real.port(), 1);
  private final Database database =
      new Database(
              vertx,
              "postgresql://postgres@127.0.0.1:%d/%s".formatted(proxy.port(), real.database()),
              1)
          .apart("quick", 1, QUICKLY);

  @AfterEach
  void close() {
    proxy.heal();
    database.close();
    proxy.close();
    vertx.close().await();
  }

  @Test
  void a_connection_that_leads_nowhere_is_given_up_and_another_takes_its_place() {
    await("it answers", this::answers);
    proxy.become(FaultProxy.Mode.HALF_OPEN);
    assertThatThrownBy(this::ask).isInstanceOf(Rejection.Unavailable.class);

    proxy.healAndForget();

    await("it answers again", this::answers);
  }

  @Test
  void asking_how_it_is_leaves_nothing_behind_though_nobody_answers() {
    await("it answers", this::answers);
    proxy.become(FaultProxy.Mode.HALF_OPEN);
    for (int n = 0; n < 30; n++) {
      assertThat(database.answersWithin(Duration.ofMillis(50))).isFalse();
    }
    assertThat(proxy.open()).isLessThanOrEqualTo(2);
  }

  @Test
  void after_an_outage_nothing_is_asked_over_what_was_open_before() {
    await("it answers", this::answers);
    int before = backend();

    database.reconnect();

    await("it answers again", this::answers);
    assertThat(backend()).isNotEqualTo(before);
  }

  private boolean answers() {
    try {
      return ask() == 1;
    } catch (Rejection.Unavailable away) {
      return false;
    }
  }

  private int ask() {
    return find("SELECT 1 AS n");
  }

  private int backend() {
    return find("SELECT pg_backend_pid() AS n");
  }

  private int find(String sql) {
    return database.findOne("test.ask", sql, row -> row.getInteger("n")).orElseThrow();
  }
}
