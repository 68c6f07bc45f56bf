package org.vitrine.production;

import java.time.Instant;
import java.util.List;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.forecasts.FinishRange;
import org.vitrine.forecasts.Forecast;
import org.vitrine.forecasts.Weibull;
import org.vitrine.forecasts.WorkFrom;
import org.vitrine.production.FinishForecast.ForecastBasis;

/**
 * When all of several lines are ready that do not wait for each other: two of which each is by a
 * day with nine chances in ten both are with eight.
 */
final class JointFinish {
  private static final double HALF = Math.log(2);
  private static final double NINE_OF_TEN = Math.log(10);
  private static final double STEEPEST = 20;
  private static final double FLATTEST = 0.2;
  private static final double LEAST_HOURS = 1e-3;
  private static final int HALVINGS = 50;

  private JointFinish() {}

  static FinishForecast of(List<FinishForecast> lines, WorkingTime time) {
    Instant since = lines.stream().map(FinishForecast::since).max(Instant::compareTo).orElseThrow();
    WorkFrom from = new WorkFrom(time, since);
    List<Forecast> forecasts =
        lines.stream().map(line -> new Forecast(spread(line, from), 0)).toList();
    return new FinishForecast(
        since,
        lines.stream().map(FinishForecast::earliest).max(Instant::compareTo).orElseThrow(),
        from.at(hours(forecasts, FinishRange.HALF)),
        from.at(hours(forecasts, FinishRange.NINE_OF_TEN)),
        ForecastBasis.together(
            lines.getFirst().basis(), lines.stream().map(FinishForecast::basis)));
  }

  /** The spread of which a line's likely and latest moments are the two quantiles. */
  static Weibull spread(FinishForecast line, WorkFrom from) {
    double half = Math.max(LEAST_HOURS, from.hours(line.likely()));
    double nineOfTen = Math.max(half * (1 + LEAST_HOURS), from.hours(line.latest()));
    double shape =
        Math.clamp(Math.log(NINE_OF_TEN / HALF) / Math.log(nineOfTen / half), FLATTEST, STEEPEST);
    return new Weibull(shape, half / Math.pow(HALF, 1 / shape));
  }

  /** Until this share of such orders has all of its lines ready. */
  private static double hours(List<Forecast> lines, double share) {
    double low = 0;
    double high =
        2
            * lines.stream()
                .mapToDouble(line -> line.hours(1 - (1 - share) / lines.size()))
                .max()
                .orElseThrow();
    for (int turn = 0; turn < HALVINGS; turn++) {
      double middle = (low + high) / 2;
      double all =
          lines.stream().mapToDouble(line -> line.chance(middle)).reduce(1, (a, b) -> a * b);
      if (all < share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
