package org.vitrine.forecasts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.forecasts.ForecastScore.ByBoth;
import org.vitrine.forecasts.ForecastScore.SaidRange;
import org.vitrine.forecasts.PastOrder.Heard;

/**
 * A plant's past, played from its beginning: what pages would have said at each report, knowing
 * only what was reported before, beside what simple methods would have said.
 *
 * @param scores what is shown first, then the others
 * @param chances how well "done within so many days" was said
 * @param range how wide what pages show would have been, and whether it leans to one side lately
 */
public record ForecastEvaluation(
    int orders,
    LocalDate from,
    LocalDate to,
    LocalDate scoredFrom,
    List<ForecastScore> scores,
    List<ChanceScore> chances,
    SaidSpan range) {

  public static final String SHOWN = "shown";
  public static final String PLANNED = "planned";
  public static final String MEAN_LEAD = "mean-lead";
  public static final String MEDIAN_REMAINING = "median-remaining";
  public static final String STAGE_AND_PRODUCT = "stage-and-product";

  private static final List<Integer> HORIZONS = List.of(7, 14, 21);

  /** Of how many parts of the time nothing is scored at first: whoever learns needs a past. */
  private static final int WARMING_UP = 4;

  /**
   * @param brier the mean squared distance between what was said and what came
   * @param baseRate the same of whoever says always how often it comes
   */
  public record ChanceScore(int days, double brier, double baseRate) {}

  /**
   * What is played.
   *
   * @param stages in the order in which they are passed
   */
  public record PlayedPast(
      List<PastOrder> orders,
      List<String> stages,
      HoursPlan plan,
      WorkingTime calendar,
      ZoneId zone) {

    /** The last report: nobody knows what happened later. */
    public Instant end() {
      return orders.stream()
          .flatMap(order -> order.heard().stream())
          .map(Heard::at)
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }

    public boolean isWorked(LocalDate day) {
      Instant begins = day.atStartOfDay(zone).toInstant();
      return calendar.between(begins, day.plusDays(1).atStartOfDay(zone).toInstant()).isPositive();
    }
  }

  private record PlayedReport(PastOrder order, Heard heard) {}

  public static ForecastEvaluation of(PlayedPast past) {
    return of(past, said -> {});
  }

  /**
   * @param listener is told what a page would have said at each report of an order that is open
   */
  public static ForecastEvaluation of(PlayedPast past, Consumer<SaidForecast> listener) {
    List<PlayedReport> reports =
        past.orders().stream()
            .flatMap(order -> order.heard().stream().map(heard -> new PlayedReport(order, heard)))
            .sorted(
                Comparator.comparing((PlayedReport report) -> report.heard().at())
                    .thenComparing(report -> report.order().number()))
            .toList();
    Instant first = reports.getFirst().heard().at();
    Instant last = reports.getLast().heard().at();
    WorkClock clock = WorkClock.of(past.calendar(), first, last.plus(366, ChronoUnit.DAYS));
    LocalDate firstDay = LocalDate.ofInstant(first, past.zone());
    LocalDate lastDay = LocalDate.ofInstant(last, past.zone());
    LocalDate from =
        firstDay.plusDays((ChronoUnit.DAYS.between(firstDay, lastDay) - 1) / WARMING_UP);
    Replay replay = new Replay(past, clock, from.atStartOfDay(past.zone()).toInstant(), listener);
    replay.play(reports, firstDay, lastDay);
    return new ForecastEvaluation(
        past.orders().size(),
        firstDay,
        lastDay,
        from,
        replay.scores(last),
        replay.chances(),
        SaidSpan.of(replay.shown, last));
  }

  public ForecastScore score(String method) {
    return scores.stream().filter(one -> one.method().equals(method)).findFirst().orElseThrow();
  }

  /** How far off the better one of the simple methods is that learn from what remained. */
  public ByBoth bestSimple() {
    ByBoth median = score(MEDIAN_REMAINING).pinball();
    ByBoth grouped = score(STAGE_AND_PRODUCT).pinball();
    return new ByBoth(
        Math.min(median.byReport(), grouped.byReport()),
        Math.min(median.byOrder(), grouped.byOrder()));
  }

  private static final class Replay {
    private final PlayedPast past;
    private final WorkClock clock;
    private final Instant scored;
    private final Consumer<SaidForecast> listener;
    private final LearnedMethod learned;
    private final List<ForecastMethod> methods = new ArrayList<>();
    private final List<SaidForecast> shown = new ArrayList<>();
    private final Map<String, List<SaidRange>> said = new LinkedHashMap<>();
    private final Map<Integer, List<double[]>> chances = new HashMap<>();

    Replay(PlayedPast past, WorkClock clock, Instant scored, Consumer<SaidForecast> listener) {
      this.past = past;
      this.clock = clock;
      this.scored = scored;
      this.listener = listener;
      this.learned = new LearnedMethod(past.plan());
      methods.add(learned);
      methods.add(new PlannedMethod(past.orders(), past.stages(), clock));
      methods.addAll(SimpleMethods.all());
      methods.forEach(method -> said.put(method.name(), new ArrayList<>()));
    }

    void play(List<PlayedReport> reports, LocalDate firstDay, LocalDate lastDay) {
      KnownPast known = new KnownPast(past.orders(), clock);
      int next = 0;
      for (LocalDate day = firstDay; !day.isAfter(lastDay); day = day.plusDays(1)) {
        Instant night = day.atStartOfDay(past.zone()).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(past.zone()).toInstant();
        List<PastOrder> done = known.passTo(night);
        boolean isWorked = past.isWorked(day);
        methods.forEach(method -> method.learn(night, known, done, isWorked));
        for (; next < reports.size() && reports.get(next).heard().at().isBefore(end); next++) {
          say(reports.get(next));
        }
      }
    }

    private void say(PlayedReport report) {
      PastOrder order = report.order();
      Instant at = report.heard().at();
      boolean counts = !at.isBefore(scored) && order.isOpenAt(at);
      for (ForecastMethod method : methods) {
        Optional<FinishRange> range = method.say(order, report.heard());
        range
            .filter(any -> counts)
            .ifPresent(one -> said.get(method.name()).add(new SaidRange(order, at, one)));
        range
            .filter(any -> method == learned && order.isOpenAt(at))
            .map(one -> said(report, one))
            .ifPresent(one -> show(one, counts));
      }
      if (counts && order.finished().isPresent()) {
        Forecast forecast = learned.forecast(order, report.heard(), 0);
        for (int days : HORIZONS) {
          Instant until = at.plus(days, ChronoUnit.DAYS);
          double chance = forecast.chance(clock.hours(until) - clock.hours(at));
          chances
              .computeIfAbsent(days, any -> new ArrayList<>())
              .add(new double[] {chance, order.isOpenAt(until) ? 0 : 1});
        }
      }
    }

    private void show(SaidForecast one, boolean counts) {
      listener.accept(one);
      if (counts) {
        shown.add(one);
      }
    }

    private static SaidForecast said(PlayedReport report, FinishRange range) {
      PastOrder order = report.order();
      return new SaidForecast(
          order.number(), report.heard().at(), report.heard().stage(), range, order.finished());
    }

    List<ForecastScore> scores(Instant end) {
      return said.entrySet().stream()
          .map(one -> ForecastScore.of(one.getKey(), one.getValue(), end))
          .toList();
    }

    List<ChanceScore> chances() {
      return HORIZONS.stream().filter(chances::containsKey).map(this::chance).toList();
    }

    private ChanceScore chance(int days) {
      List<double[]> said = chances.get(days);
      double came = said.stream().mapToDouble(one -> one[1]).average().orElseThrow();
      return new ChanceScore(
          days,
          said.stream().mapToDouble(one -> Math.pow(one[0] - one[1], 2)).average().orElseThrow(),
          came * (1 - came));
    }
  }
}
