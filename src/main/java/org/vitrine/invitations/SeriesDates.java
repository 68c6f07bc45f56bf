package org.vitrine.invitations;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.vitrine.platform.Rejection;

/** What is to be said of the dates of a series. */
final class SeriesDates {
  private SeriesDates() {}

  /** True where nobody who knows the series learns anything new of the date. */
  static boolean isAsTheSeriesSays(Occasion date, Occasion series) {
    return date.recurrence().filter(date.start()::equals).isPresent()
        && series.dates().stream().anyMatch(one -> one.toLocalDateTime().equals(date.start()))
        && date.zone().equals(series.zone())
        && date.length().equals(series.length())
        && date.place().equals(series.place());
  }

  /** A date is known by the clock of its series: in another zone nobody would know which it is. */
  static void requireZone(Occasion date, Occasion series) {
    if (!date.zone().equals(series.zone())) {
      throw new Rejection.Invalid(
          "zone",
          "A date of a series is in its time zone, %s, unlike %s"
              .formatted(series.zone(), date.zone()));
    }
  }

  /** The first date that is not over; the last where all are. */
  static ZonedDateTime next(Occasion occasion, Instant now) {
    return upcoming(occasion, now).orElse(occasion.dates().getLast());
  }

  private static Optional<ZonedDateTime> upcoming(Occasion occasion, Instant now) {
    return occasion.dates().stream()
        .filter(date -> date.toInstant().plus(occasion.length()).isAfter(now))
        .findFirst();
  }
}
