package org.vitrine.forecasts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * How wide the ranges were that would have been said, and whether they lean to one side lately.
 *
 * @param half how many days ahead the first bound lay, on average
 * @param nineOfTen how many the second
 * @param lately absent where too few bounds have come lately
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SaidSpan(double half, double nineOfTen, Optional<SaidLately> lately) {
  private static final int LATELY_DAYS = 28;
  private static final int FEWEST = 20;
  private static final double SECONDS_A_DAY = 86_400;
  private static final Quantile MEDIAN = Quantile.withDefaults();

  /**
   * Of the first bounds that came in the last four weeks: judged when they come, not at the finish,
   * which would leave out whoever is late.
   *
   * @param held the share that was finished by then
   * @param lateDays how many days later than that the middle one was finished; less than nothing
   *     where earlier; of what is not finished, until the end of the past
   */
  public record SaidLately(Instant from, int ranges, double held, double lateDays) {}

  /**
   * @param said at least one
   * @param end nobody knows what happened later
   */
  public static SaidSpan of(List<SaidForecast> said, Instant end) {
    return new SaidSpan(
        said.stream().mapToDouble(one -> days(one.at(), one.range().half())).average().orElse(0),
        said.stream()
            .mapToDouble(one -> days(one.at(), one.range().nineOfTen()))
            .average()
            .orElse(0),
        lately(said, end));
  }

  private static Optional<SaidLately> lately(List<SaidForecast> said, Instant end) {
    Instant from = end.minus(LATELY_DAYS, ChronoUnit.DAYS);
    double[] late =
        said.stream()
            .filter(one -> !one.range().half().isBefore(from) && one.range().half().isBefore(end))
            .mapToDouble(one -> days(one.range().half(), one.finished().orElse(end)))
            .toArray();
    if (late.length < FEWEST) {
      return Optional.empty();
    }
    double held = 0;
    for (double days : late) {
      held += days <= 0 ? 1 : 0;
    }
    return Optional.of(
        new SaidLately(
            from, late.length, held / late.length, MEDIAN.evaluate(late, FinishRange.HALF)));
  }

  private static double days(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds() / SECONDS_A_DAY;
  }
}
