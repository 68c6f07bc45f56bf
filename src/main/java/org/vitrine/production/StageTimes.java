package org.vitrine.production;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Quantile;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.orders.Line;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;

/**
 * How long the stages of a routing really took, for whoever says how long they usually do: of each
 * line that passed a stage, the working time from its beginning there to its end. Where the plant
 * reports an end only, the pass began when the stage before it ended.
 */
final class StageTimes {
  private static final int LINES = 200;
  private static final int ORDERS_AT_ONCE = 25;
  private static final int FEWEST = 5;
  private static final double SECONDS_AN_HOUR = 3_600;
  private static final Quantile QUANTILE = Quantile.withDefaults();

  private final OpenLineRepository repository = new OpenLineRepository();
  private final OrderSnapshotRepository snapshots;

  StageTimes(OrderSnapshotRepository snapshots) {
    this.snapshots = snapshots;
  }

  /**
   * What history proposes for a stage.
   *
   * @param usualHours the median
   * @param slowHours the 90th percentile: nine of ten took no longer
   * @param lines how many lines it comes from
   */
  record StageTime(String stage, double usualHours, double slowHours, int lines) {}

  /** Of the last lines that were begun; stages that fewer than five passed are left out. */
  List<StageTime> of(Queries queries, Routing routing) {
    Map<String, List<Double>> hours = new HashMap<>();
    List<OrderId> orders = repository.lastBegun(queries, routing.code(), LINES);
    for (int from = 0; from < orders.size(); from += ORDERS_AT_ONCE) {
      int to = Math.min(from + ORDERS_AT_ONCE, orders.size());
      snapshots
          .read(queries, Optional.empty(), orders.subList(from, to), Map.of())
          .forEach(order -> add(order, routing.code(), hours));
    }
    List<StageTime> times = new ArrayList<>();
    for (Stage stage : routing.stages()) {
      List<Double> taken = hours.getOrDefault(stage.code(), List.of());
      if (taken.size() >= FEWEST) {
        double[] values = taken.stream().mapToDouble(Double::doubleValue).toArray();
        double[] shares = QUANTILE.evaluate(values, 0.5, 0.9);
        times.add(
            new StageTime(stage.code(), rounded(shares[0]), rounded(shares[1]), taken.size()));
      }
    }
    return times;
  }

  private static void add(OrderSnapshot order, String routing, Map<String, List<Double>> hours) {
    Map<Integer, Progress> progress = order.progress();
    for (Line line : order.order().lines()) {
      if (line.routing().equals(routing) && line.cancelled() == null) {
        Optional<Instant> before = Optional.empty();
        for (StageProgress stage : progress.get(line.number()).stages()) {
          hoursOf(stage, before, order.timeOf(line, stage.stage()))
              .ifPresent(
                  taken ->
                      hours
                          .computeIfAbsent(stage.stage().code(), code -> new ArrayList<>())
                          .add(taken));
          before = stage.ended();
        }
      }
    }
  }

  private static Optional<Double> hoursOf(
      StageProgress stage, Optional<Instant> before, WorkingTime time) {
    if (stage.ended().isEmpty()) {
      return Optional.empty();
    }
    Instant ended = stage.ended().get();
    return stage
        .began()
        .filter(ended::isAfter)
        .or(() -> before.filter(ended::isAfter))
        .map(began -> time.between(began, ended))
        .filter(Duration::isPositive)
        .map(taken -> taken.toSeconds() / SECONDS_AN_HOUR);
  }

  /** To a tenth of an hour, and never to nothing. */
  private static double rounded(double hours) {
    return Math.max(0.1, Math.round(hours * 10) / 10.0);
  }
}
