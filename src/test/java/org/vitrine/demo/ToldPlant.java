package org.vitrine.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

/** A plant whose past was told once, and a copy of it for whoever does not ask how it was told. */
final class ToldPlant {
  static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");

  private static final String DATABASE = told();

  private ToldPlant() {}

  /** On a copy of the database in which the past was told up to {@link #NOW}. */
  static TestVitrine startAt(Clock clock) {
    return TestVitrine.startOn(TestDatabase.copyOf(DATABASE), clock);
  }

  private static String told() {
    PlantClock clock = new PlantClock(Clock.fixed(NOW, ZoneOffset.UTC));
    try (TestVitrine vitrine = TestVitrine.startAt(clock)) {
      DemoPlant.open(vitrine.vitrine(), clock, OptionalLong.empty()).close();
      return vitrine.databaseUrl();
    }
  }
}
