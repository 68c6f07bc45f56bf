package org.vitrine.forecasts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.forecasts.PastOrder.Heard;

/** Says when orders are likely to be finished, by what is known at the moment. */
interface ForecastMethod {
  String name();

  /**
   * A night has come: whatever happened before it may be learned from.
   *
   * @param done what was finished since the night before
   * @param isWorked whether the day that begins is
   */
  void learn(Instant night, KnownPast past, List<PastOrder> done, boolean isWorked);

  /** Absent where nothing is known yet; asked in the order of reports. */
  Optional<FinishRange> say(PastOrder order, Heard report);
}
