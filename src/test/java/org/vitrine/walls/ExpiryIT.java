package org.vitrine.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Actor;
import org.vitrine.access.Keys;
import org.vitrine.access.Role;
import org.vitrine.access.Scope;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** What runs out by itself, with nobody who takes it away, closes what is open under it as soon. */
class ExpiryIT {
  private static final Actor TEST = Actor.system("test");
  private static final TestClock CLOCK = new TestClock();
  private static TestVitrine vitrine;
  private static Shop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new Shop(vitrine);
    shop.order("SO-1");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void the_old_secret_of_a_key_whose_overlap_is_over() {
    Keys.NewKey key = vitrine.vitrine().rooms().keys().create("erp", EnumSet.of(Scope.READ), TEST);
    TestClient old = TestClient.withKey(vitrine, key.token());
    Keys.NewKey rotated =
        vitrine.vitrine().rooms().keys().rotate(key.id(), Duration.ofHours(1), TEST);
    try (TestWatcher before = watching(old);
        TestWatcher after = watching(TestClient.withKey(vitrine, rotated.token()))) {
      CLOCK.pass(Duration.ofMinutes(61));
      await("the socket of the old secret closes", before::isClosed);
      assertThat(after.isClosed()).isFalse();
    }
    assertThat(old.get("/api/orders/SO-1").statusCode()).isEqualTo(401);
  }

  @Test
  void a_session_that_has_lasted_as_long_as_it_may() {
    try (TestWatcher watcher = watching(shop.staff(Role.OPERATOR, "zhang@foshan.example"))) {
      CLOCK.pass(Duration.ofDays(31));
      await("the socket closes", watcher::isClosed);
    }
  }

  @Test
  void a_stream_of_events_as_well_as_a_socket() {
    TestClient operator = shop.staff(Role.OPERATOR, "chen@foshan.example");
    List<String> said;
    try (Stream<String> lines = operator.lines("/live/events?watch=board").body()) {
      Thread.startVirtualThread(() -> CLOCK.pass(Duration.ofDays(31)));
      said = lines.toList(); // Until it ends.
    }
    assertThat(said).anyMatch(line -> line.contains("\"gone\":\"revoked\""));
  }

  private static TestWatcher watching(TestClient client) {
    TestWatcher watcher = new TestWatcher(vitrine, client).watch("board");
    await("the page", () -> watcher.page("board") != null);
    return watcher;
  }
}
