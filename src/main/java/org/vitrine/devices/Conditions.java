package org.vitrine.devices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vitrine.devices.ConditionOutcome.ConditionRefused;
import org.vitrine.devices.ConditionRepository.ConditionFate;
import org.vitrine.devices.ConditionRepository.TakenCondition;
import org.vitrine.devices.ConditionSeries.PlacedPoint;
import org.vitrine.devices.Gauges.GaugeStanding;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OperationProgress;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.Progress;
import org.vitrine.production.Report;
import org.vitrine.production.Routing;
import org.vitrine.production.Sender;
import org.vitrine.production.StageProgress;
import org.vitrine.production.StageState;

/** The door to what it was like where things are made, and what of that concerns an order. */
public final class Conditions {
  private static final int AT_ONCE = 1_000;
  private static final int TRIES = 5;
  private static final int MOST_READINGS = 300;
  private static final int MOST_POINTS = 20_000;
  private static final int FEWEST_POINTS = 100;

  private final Database database;
  private final Gauges gauges;
  private final Clock clock;
  private final ConditionRepository repository = new ConditionRepository();

  public Conditions(Database database, Gauges gauges, Clock clock) {
    this.database = database;
    this.gauges = gauges;
    this.clock = clock;
  }

  /** Takes each reading or refuses it, the others regardless; outcomes come in their order. */
  public List<ConditionOutcome> take(Iterable<Supplier<Condition>> sent, Sender sender) {
    Instant now = Json.asRead(clock.instant());
    List<ConditionOutcome> outcomes = new ArrayList<>();
    ConditionBatch batch = new ConditionBatch();
    int index = 0;
    for (Supplier<Condition> one : sent) {
      try {
        batch.add(index, one.get().checked(now));
      } catch (Rejection.Invalid invalid) {
        outcomes.add(new ConditionRefused(index, null, invalid.field(), invalid.getMessage()));
      }
      index++;
      if (batch.size() == AT_ONCE) {
        outcomes.addAll(write(batch, sender, now));
        batch = new ConditionBatch();
      }
    }
    outcomes.addAll(write(batch, sender, now));
    outcomes.sort(Comparator.comparingInt(ConditionOutcome::index));
    return outcomes;
  }

  private List<ConditionOutcome> write(ConditionBatch batch, Sender sender, Instant now) {
    List<Condition> all = batch.distinct();
    if (all.isEmpty()) {
      return List.of();
    }
    List<TakenCondition> taken =
        all.stream().map(one -> new TakenCondition(one, isOverdue(one))).toList();
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Map<Integer, ConditionFate> fates = repository.take(database, taken, sender, now);
      if (fates.size() == taken.size()) {
        return batch.outcomes(fates);
      }
    }
    throw new Rejection.Unavailable("Somebody sends the same; try again", Duration.ofSeconds(1));
  }

  private boolean isOverdue(Condition one) {
    return one.device() != null && gauges.standing(one.device(), one.at()) == GaugeStanding.OVERDUE;
  }

  /**
   * Where a line was while it was in a stage: the stage itself, its operations, and the stations
   * and devices that reports there name. Nothing where it has not begun.
   */
  Optional<ConditionWindow> window(
      OrderSnapshot order, Line line, Progress progress, StageProgress stage) {
    String code = stage.stage().code();
    return stage
        .began()
        .map(
            began ->
                new ConditionWindow(
                    line.number(),
                    code,
                    places(order, line, stage),
                    began,
                    stage
                        .ended()
                        .or(() -> left(progress, stage, began))
                        .orElseGet(clock::instant)));
  }

  /**
   * When a line had left a stage at the latest of which nobody said that it ended, though later
   * ones account for all of it, or the line is over: by then the next that was heard of had said
   * its newest word.
   */
  private static Optional<Instant> left(Progress progress, StageProgress stage, Instant began) {
    List<StageProgress> later =
        progress.stages().stream()
            .dropWhile(one -> !one.stage().equals(stage.stage()))
            .skip(1)
            .toList();
    boolean isLeft =
        stage.state() == StageState.UNVERIFIED
            || !progress.state().isOpen()
            || later.stream().anyMatch(StageProgress::complete);
    if (!isLeft) {
      return Optional.empty();
    }
    return later.stream()
        .flatMap(one -> one.newest().stream())
        .findFirst()
        .or(stage::newest)
        .map(Report::happenedAt)
        .map(word -> word.isBefore(began) ? began : word);
  }

  /** By their keys; each by the name that its routing gives it, else as it is called there. */
  private static Map<String, LocalizedText> places(
      OrderSnapshot order, Line line, StageProgress stage) {
    Routing routing = order.routings().of(line);
    Map<String, LocalizedText> places = new HashMap<>();
    order.reportsOn(line.number()).stream()
        .filter(report -> order.stageOf(report).filter(stage.stage()::equals).isPresent())
        .flatMap(report -> Stream.of(report.origin().station(), report.reading().device()))
        .filter(Objects::nonNull)
        .forEach(code -> name(places, code, routing.floorNames().station(code)));
    stage.operations().stream()
        .map(OperationProgress::name)
        .forEach(code -> name(places, code, routing.floorNames().operation(code)));
    name(
        places,
        routing.code() + "/" + stage.stage().code(),
        Optional.of(LocalizedText.of(stage.stage().name().byLanguage())));
    return Map.copyOf(places);
  }

  private static void name(
      Map<String, LocalizedText> places, String code, Optional<LocalizedText> name) {
    places.put(OrderNumber.key(code), name.orElseGet(() -> LocalizedText.of(code)));
  }

  /**
   * What it was like in each of these windows, by its position among them: by the hour, and so many
   * points of each at most.
   */
  Map<Integer, List<ConditionSeries>> byHour(
      List<ConditionWindow> windows, boolean namesPlaces, int most) {
    Map<Integer, List<ConditionSeries>> series = new HashMap<>();
    int share = Math.max(FEWEST_POINTS, MOST_POINTS / Math.max(1, windows.size()));
    repository
        .hours(database, windows, most, share)
        .forEach(
            (at, points) ->
                series.put(
                    at, ConditionSeries.of(points, names(windows.get(at), namesPlaces), most)));
    return series;
  }

  /** The same of one: each reading by itself, where these are still kept and not too many. */
  List<ConditionSeries> in(ConditionWindow window, boolean namesPlaces) {
    if (window.from().isAfter(clock.instant().minus(Condition.KEPT_FOR))) {
      List<PlacedPoint> readings = repository.readings(database, window, MOST_READINGS + 1);
      if (readings.size() <= MOST_READINGS) {
        return ConditionSeries.of(readings, names(window, namesPlaces), MOST_READINGS);
      }
    }
    return byHour(List.of(window), namesPlaces, MOST_READINGS).getOrDefault(0, List.of());
  }

  private static Map<String, LocalizedText> names(ConditionWindow window, boolean namesPlaces) {
    return namesPlaces ? window.places() : Map.of();
  }

  public void addSweeps(Sweeps sweeps) {
    sweeps.add(
        "condition readings",
        () -> repository.forget(database, clock.instant().minus(Condition.KEPT_FOR)));
  }
}
