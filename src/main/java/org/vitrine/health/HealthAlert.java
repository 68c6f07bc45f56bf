package org.vitrine.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of something that is bad: since when, whether administrators were told, and since
 * when it is well again. It is told once it has lasted a little, and once more when it is well for
 * as long, so that what comes and goes writes no letters.
 */
record HealthAlert(String kind, Instant since, Optional<Instant> told, Optional<Instant> well) {
  static final Duration LASTS = Duration.ofSeconds(90);

  /** What is to be done about it. */
  enum Word {
    NOTHING,
    BAD,
    WELL_AGAIN,
    NEVER_MIND
  }

  static HealthAlert begun(String kind, Instant now) {
    return new HealthAlert(kind, now, Optional.empty(), Optional.empty());
  }

  Word word(boolean isBad, Instant now) {
    if (isBad) {
      return told.isEmpty() && hasLasted(since, now) ? Word.BAD : Word.NOTHING;
    }
    if (told.isEmpty()) {
      return Word.NEVER_MIND;
    }
    return well.isPresent() && hasLasted(well.get(), now) ? Word.WELL_AGAIN : Word.NOTHING;
  }

  private static boolean hasLasted(Instant begun, Instant now) {
    return !begun.isAfter(now.minus(LASTS));
  }

  /** As it is from now on, if it stays. */
  HealthAlert seen(boolean isBad, Instant now) {
    return new HealthAlert(
        kind,
        since,
        word(isBad, now) == Word.BAD ? Optional.of(now) : told,
        isBad ? Optional.empty() : well.or(() -> Optional.of(now)));
  }
}
