package org.vitrine.forecasts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well a method did, each figure by report and by order: an order that is reported on a hundred
 * times must not hide ten others.
 *
 * @param reports from how many reports
 * @param pinball how far off on average, in days: the mean pinball loss at both bounds
 * @param half the share that was finished by the first bound
 * @param nineOfTen the share that was finished by the second bound
 * @param onItsDay the same, of those bounds whose day has come, whether finished or not
 * @param moves how far the second bound moved from one report to the next, in days
 * @param farMoves the share of those that moved by more than three
 */
public record ForecastScore(
    String method,
    int reports,
    ByBoth pinball,
    ByBoth half,
    ByBoth nineOfTen,
    ByBoth onItsDay,
    double moves,
    double farMoves) {

  /** A figure by report, and by order. */
  public record ByBoth(double byReport, double byOrder) {}

  /** What was said at a report. */
  record SaidRange(PastOrder order, Instant at, FinishRange range) {}

  private static final double FAR = 3;
  private static final double SECONDS_A_DAY = 86_400;

  /**
   * @param end nobody knows what happened later
   */
  static ForecastScore of(String method, List<SaidRange> all, Instant end) {
    List<SaidRange> said = all.stream().filter(one -> one.order().finished().isPresent()).toList();
    List<Double> moves = moves(all);
    return new ForecastScore(
        method,
        said.size(),
        mean(said, one -> OptionalDouble.of(pinball(one))),
        mean(said, one -> held(one, one.range().half())),
        mean(said, one -> held(one, one.range().nineOfTen())),
        mean(
            all,
            one ->
                one.range().nineOfTen().isBefore(end)
                    ? held(one, one.range().nineOfTen())
                    : OptionalDouble.empty()),
        moves.stream().mapToDouble(Double::doubleValue).average().orElse(0),
        moves.stream().mapToDouble(move -> move > FAR ? 1 : 0).average().orElse(0));
  }

  private static OptionalDouble held(SaidRange said, Instant bound) {
    return OptionalDouble.of(said.order().isOpenAt(bound) ? 0 : 1);
  }

  private static double pinball(SaidRange said) {
    Instant finished = said.order().finished().orElseThrow();
    double half = days(said.range().half(), finished);
    double nineOfTen = days(said.range().nineOfTen(), finished);
    return (loss(half, FinishRange.HALF) + loss(nineOfTen, FinishRange.NINE_OF_TEN)) / 2;
  }

  private static double loss(double late, double share) {
    return late > 0 ? share * late : (share - 1) * late;
  }

  private static double days(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds() / SECONDS_A_DAY;
  }

  private static List<Double> moves(List<SaidRange> said) {
    Map<String, FinishRange> before = new LinkedHashMap<>();
    List<Double> moves = new ArrayList<>();
    for (SaidRange one : said) {
      FinishRange last = before.put(one.order().number(), one.range());
      Optional.ofNullable(last)
          .map(range -> Math.abs(days(range.nineOfTen(), one.range().nineOfTen())))
          .ifPresent(moves::add);
    }
    return moves;
  }

  /** What is asked of each thing that was said; nothing where it does not count. */
  interface ScoredPart {
    OptionalDouble of(SaidRange said);
  }

  static ByBoth mean(List<SaidRange> all, ScoredPart figure) {
    Map<String, List<Double>> byOrder = new LinkedHashMap<>();
    double sum = 0;
    int count = 0;
    for (SaidRange said : all) {
      OptionalDouble value = figure.of(said);
      if (value.isPresent()) {
        sum += value.getAsDouble();
        count++;
        byOrder
            .computeIfAbsent(said.order().number(), any -> new ArrayList<>())
            .add(value.getAsDouble());
      }
    }
    double ofOrders =
        byOrder.values().stream()
            .mapToDouble(
                own -> own.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
            .average()
            .orElse(Double.NaN);
    return new ByBoth(count == 0 ? Double.NaN : sum / count, ofOrders);
  }
}
