package org.vitrine.intake;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vitrine.calendars.WorkInterval;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.calendars.WorkingWeek;
import org.vitrine.forecasts.ForecastEvaluation.PlayedPast;
import org.vitrine.forecasts.HoursPlan;
import org.vitrine.forecasts.PastOrder;
import org.vitrine.forecasts.PastOrder.Heard;
import org.vitrine.forecasts.WorkClock;
import org.vitrine.intake.PlantLog.LogEntry;
import org.vitrine.platform.StartFailed;

/**
 * A plant's log as a past that forecasts can be tried on. What a log does not say is read from it:
 *
 * <ul>
 *   <li>An order is finished with its last report.
 *   <li>Stages are its operations, in the order in which orders first come to them; one that fewer
 *       than three in twenty orders come to belongs to the one before.
 *   <li>A weekday is worked if at least a tenth of an average day's reports come on it, and then
 *       all day.
 *   <li>Where nobody says how long an order usually takes from a report on, it is what those took
 *       on average that were begun in the first quarter of the log, each of them counting as one.
 * </ul>
 */
public final class LoggedPast {
  private static final double COMMON = 0.15;
  private static final double WORKED = 0.1;
  private static final double THOUSAND = 1_000;
  private static final int WEEK = 7;
  private static final int WARMING_UP = 4;
  private static final int FEWEST_ORDERS = 10;
  private static final int FEWEST_DAYS = 8;
  private static final int MOST_DAYS = 1_100;

  private final PlantLog log;
  private final Map<String, List<LogEntry>> byOrder;
  private final Map<String, Integer> stageOf;

  private LoggedPast(PlantLog log) {
    this.log = log;
    this.byOrder =
        log.entries().stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.row().order().key(), TreeMap::new, Collectors.toList()));
    this.stageOf = new HashMap<>();
  }

  /**
   * @param planned how many hours of work an order usually takes, if somebody says so
   * @param days those that are worked; what the log tells where none is given
   */
  public static PlayedPast of(PlantLog log, OptionalDouble planned, Collection<DayOfWeek> days) {
    return new LoggedPast(log).played(planned, days);
  }

  private PlayedPast played(OptionalDouble planned, Collection<DayOfWeek> days) {
    if (log.entries().isEmpty()) {
      throw new StartFailed(log.name() + " has no row that could be read as a report");
    }
    if (byOrder.size() < FEWEST_ORDERS
        || day(last()).toEpochDay() - day(first()).toEpochDay() < FEWEST_DAYS) {
      throw new StartFailed(
          "%s has %,d orders from %s to %s: give a log of at least %d orders and %d days"
              .formatted(
                  log.name(),
                  byOrder.size(),
                  day(first()),
                  day(last()),
                  FEWEST_ORDERS,
                  FEWEST_DAYS));
    }
    if (day(last()).toEpochDay() - day(first()).toEpochDay() > MOST_DAYS) {
      throw new StartFailed(
          "%s has reports from %s to %s: give a log of at most three years"
              .formatted(log.name(), day(first()), day(last())));
    }
    List<String> stages = stages();
    List<PastOrder> orders =
        byOrder.values().stream().map(entries -> order(entries, stages)).toList();
    WorkingTime calendar = calendar(days.isEmpty() ? worked() : days);
    double usual = planned.orElseGet(() -> usual(orders, calendar));
    return new PlayedPast(orders, stages, HoursPlan.ofPlant(usual), calendar, log.zone());
  }

  private Instant first() {
    return at(log.entries().getFirst());
  }

  private Instant last() {
    return at(log.entries().getLast());
  }

  private static Instant at(LogEntry entry) {
    return entry.report().happenedAt();
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, log.zone());
  }

  private static String operation(LogEntry entry) {
    return entry.row().operation() == null
        ? entry.row().reference().stage()
        : entry.row().operation();
  }

  private List<String> stages() {
    Map<String, List<Double>> places = new TreeMap<>();
    for (List<LogEntry> order : byOrder.values()) {
      Set<String> met = new HashSet<>();
      for (int at = 0; at < order.size(); at++) {
        if (met.add(operation(order.get(at)))) {
          places
              .computeIfAbsent(operation(order.get(at)), any -> new ArrayList<>())
              .add((at + 0.5) / order.size());
        }
      }
    }
    List<String> stages = new ArrayList<>();
    places.entrySet().stream()
        .sorted(Comparator.comparingDouble(one -> mean(one.getValue())))
        .forEach(
            one -> {
              if (stages.isEmpty() || one.getValue().size() >= COMMON * byOrder.size()) {
                stages.add(one.getKey());
              }
              stageOf.put(one.getKey(), stages.size() - 1);
            });
    return stages;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private PastOrder order(List<LogEntry> entries, List<String> stages) {
    Map<Instant, Heard> heard = new TreeMap<>();
    int furthest = 0;
    for (LogEntry entry : entries) {
      furthest = Math.max(furthest, stageOf.get(operation(entry)));
      heard.put(at(entry), new Heard(at(entry), stages.get(furthest)));
    }
    PlantLogRow row = entries.getFirst().row();
    return new PastOrder(
        row.order().value(),
        row.part() == null ? "" : row.part().toString(),
        row.quantity() == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(row.quantity().thousandths() / THOUSAND),
        List.copyOf(heard.values()),
        Optional.of(at(entries.getLast())),
        List.of());
  }

  private Set<DayOfWeek> worked() {
    Map<DayOfWeek, Integer> reports = new EnumMap<>(DayOfWeek.class);
    log.entries().forEach(entry -> reports.merge(day(at(entry)).getDayOfWeek(), 1, Integer::sum));
    double least = WORKED * log.entries().size() / WEEK;
    Set<DayOfWeek> worked = EnumSet.noneOf(DayOfWeek.class);
    reports.forEach(
        (day, count) -> {
          if (count >= least) {
            worked.add(day);
          }
        });
    return worked;
  }

  private WorkingTime calendar(Collection<DayOfWeek> days) {
    WorkingWeek week = WorkingWeek.on(List.copyOf(days), new WorkInterval("00:00", "24:00"));
    return WorkingTime.of(log.zone(), week, List.of());
  }

  private double usual(List<PastOrder> orders, WorkingTime calendar) {
    WorkClock clock = WorkClock.of(calendar, first(), last());
    Instant early =
        first().plus(ChronoUnit.DAYS.between(first(), last()) / WARMING_UP, ChronoUnit.DAYS);
    return orders.stream()
        .filter(order -> order.heard().getFirst().at().isBefore(early))
        .mapToDouble(order -> left(order, clock))
        .average()
        .orElseThrow();
  }

  /** How long it took from one of its reports on, on average. */
  private static double left(PastOrder order, WorkClock clock) {
    double finished = clock.hours(order.heard().getLast().at());
    return order.heard().stream()
        .mapToDouble(report -> finished - clock.hours(report.at()))
        .average()
        .orElseThrow();
  }
}
