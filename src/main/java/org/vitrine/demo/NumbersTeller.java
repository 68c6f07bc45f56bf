package org.vitrine.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.vitrine.access.Actor;
import org.vitrine.scorecard.Openness;
import org.vitrine.scorecard.Scorecard;
import org.vitrine.scorecard.ScorecardMonth;

/**
 * Freezes the numbers of the demo plant's months, each on the day on which that is done, and opens
 * them to everybody. It does so once: whom a visitor opens them to stays.
 */
final class NumbersTeller {
  private static final Actor DEMO = Actor.system("Demo plant");
  private static final int MONTHS = 23;
  private static final int HOUR = 9;

  private final Scorecard scorecard;
  private final PlantClock clock;
  private final ZoneId zone;

  NumbersTeller(Scorecard scorecard, PlantClock clock, ZoneId zone) {
    this.scorecard = scorecard;
    this.clock = clock;
    this.zone = zone;
  }

  /** Before the house freezes months by itself, which begins with the last one. */
  void tellOnce() {
    if (scorecard.isBegun()) {
      return;
    }
    LocalDate today = clock.real().atZone(zone).toLocalDate();
    YearMonth first = YearMonth.from(today).minusMonths(MONTHS);
    try {
      for (YearMonth month = first;
          ScorecardMonth.frozenOn(month).isBefore(today);
          month = month.plusMonths(1)) {
        clock.showPast(ScorecardMonth.frozenOn(month).atTime(HOUR, 0).atZone(zone).toInstant());
        scorecard.freezeSince(first);
      }
    } finally {
      clock.showReal();
    }
    scorecard.open(Openness.PUBLIC, DEMO);
  }
}
