package org.vitrine.demo;

import static org.vitrine.fixtures.TestWatcher.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

/** A plant whose past was told once, and a copy of it for whoever does not ask how it was told. */
final class ToldPlant {
  static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");

  /** Those who have something of the past still to hear. */
  private static final String BEHIND =
      """
      SELECT count(*)
        FROM subscriber s
       WHERE EXISTS (SELECT FROM feed_entry WHERE xid >= pg_snapshot_xmax(s.snapshot))
          OR EXISTS (SELECT FROM owed_change WHERE subscriber = s.name AND set_aside_at IS NULL)\
      """;

  private static final String DATABASE = told();

  private ToldPlant() {}

  /** On a copy of the database in which the past was told up to {@link #NOW}. */
  static TestVitrine startAt(Clock clock) {
    return TestVitrine.startOn(TestDatabase.copyOf(DATABASE), clock);
  }

  private static String told() {
    PlantClock clock = new PlantClock(Clock.fixed(NOW, ZoneOffset.UTC));
    try (TestVitrine vitrine =
        TestVitrine.startAfter(
            clock, opened -> DemoPlant.open(opened, clock, OptionalLong.empty()).close())) {
      await("all is heard", Duration.ofMinutes(2), () -> isHeard(vitrine));
      return vitrine.databaseUrl();
    }
  }

  private static boolean isHeard(TestVitrine vitrine) {
    return vitrine
        .vitrine()
        .database()
        .find("test.behind", BEHIND, row -> row.getLong(0) == 0)
        .getFirst();
  }
}
