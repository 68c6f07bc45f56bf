package org.vitrine.forecasts;

import java.time.Instant;
import java.util.Optional;

/**
 * What a page would have said of an order at a report, and what came.
 *
 * @param stage the furthest that was heard from by then
 * @param finished absent where the past ends before
 */
public record SaidForecast(
    String order, Instant at, String stage, FinishRange range, Optional<Instant> finished) {

  /** Whether it was finished by the second bound; absent where nobody knows yet. */
  public Optional<Boolean> held(Instant end) {
    return finished
        .map(done -> !done.isAfter(range.nineOfTen()))
        .or(() -> range.nineOfTen().isBefore(end) ? Optional.of(false) : Optional.empty());
  }
}
