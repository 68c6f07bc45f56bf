package org.vitrine.forecasts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vitrine.forecasts.ForecastEvaluation.PlayedPast;
import org.vitrine.forecasts.PastOrder.Heard;

/**
 * Tells a past anew: what would have been said of each order when it came to a stage, by what was
 * known the night before.
 */
public final class PastReplay {
  private PastReplay() {}

  /** What would have been said first of an order at a stage. */
  public record FirstSaid(PastOrder order, Heard report, FinishRange range) {}

  private record ReplayedReport(PastOrder order, Heard heard) {}

  /**
   * @param from nothing is told before; what was heard until then is known
   * @param fewest nothing is told while fewer orders are finished
   */
  public static List<FirstSaid> of(PlayedPast past, LocalDate from, int fewest) {
    List<ReplayedReport> reports = reports(past, from.atStartOfDay(past.zone()).toInstant());
    if (reports.isEmpty()) {
      return List.of();
    }
    Instant begin =
        past.orders().stream()
            .map(order -> order.heard().getFirst().at())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    WorkClock clock = WorkClock.of(past.calendar(), begin, past.end().plus(366, ChronoUnit.DAYS));
    KnownPast known = new KnownPast(past.orders(), clock);
    LearnedMethod method = new LearnedMethod(past.plan());
    Set<String> told = new HashSet<>();
    List<FirstSaid> said = new ArrayList<>();
    LocalDate day = from;
    for (int next = 0; next < reports.size(); day = day.plusDays(1)) {
      Instant night = day.atStartOfDay(past.zone()).toInstant();
      Instant end = day.plusDays(1).atStartOfDay(past.zone()).toInstant();
      List<PastOrder> done = known.passTo(night);
      boolean tells = known.finished() >= fewest;
      if (tells) {
        method.learn(night, known, done, past.isWorked(day));
      }
      for (; next < reports.size() && reports.get(next).heard().at().isBefore(end); next++) {
        ReplayedReport one = reports.get(next);
        if (tells && isTold(one)) {
          FinishRange range = method.say(one.order(), one.heard()).orElseThrow();
          if (told.add(one.order().number() + "\n" + one.heard().stage())) {
            said.add(new FirstSaid(one.order(), one.heard(), range));
          }
        }
      }
    }
    return said;
  }

  private static List<ReplayedReport> reports(PlayedPast past, Instant from) {
    return past.orders().stream()
        .flatMap(order -> order.heard().stream().map(heard -> new ReplayedReport(order, heard)))
        .filter(report -> !report.heard().at().isBefore(from))
        .sorted(
            Comparator.comparing((ReplayedReport report) -> report.heard().at())
                .thenComparing(report -> report.order().number()))
        .toList();
  }

  /** Nothing is told of what is finished, or held. */
  private static boolean isTold(ReplayedReport report) {
    Instant at = report.heard().at();
    return report.order().isOpenAt(at)
        && report.order().held().stream()
            .noneMatch(
                hold ->
                    !hold.from().isAfter(at)
                        && hold.until().filter(end -> !end.isAfter(at)).isEmpty());
  }
}
