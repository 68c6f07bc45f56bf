package org.vitrine.production;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.orders.Line;

/**
 * When a line is likely ready, in the hours in which it is worked on.
 *
 * @param time by what its last stage is worked
 */
public record LineFinish(FinishForecast forecast, WorkingTime time) {

  /**
   * When a stage is likely done, where the plant is: half of such lines are by the one day, nine of
   * ten by the other. Days move seldom; moments would with each report.
   */
  public record StageReady(LocalDate likely, LocalDate latest) {}

  /** Of those lines of an order of which one is expected, by their numbers. */
  static Map<Integer, LineFinish> of(OrderSnapshot snapshot, Map<Integer, Progress> lines) {
    Map<Integer, LineFinish> finishes = new LinkedHashMap<>();
    for (Line line : snapshot.order().lines()) {
      Progress progress = lines.get(line.number());
      Optional<FinishForecast> forecast = FinishForecast.of(snapshot, line, progress);
      Stage last = progress.stages().getLast().stage();
      forecast.ifPresent(
          found -> finishes.put(line.number(), new LineFinish(found, snapshot.timeOf(line, last))));
    }
    return finishes;
  }

  /**
   * When the stages are done that are not yet, by their codes: each after as much of the time that
   * is left as the plan gives to it and those before; none where the plan says nothing of one.
   */
  Map<String, StageReady> atStages(Line line, Progress progress, ZoneId plantZone) {
    Map<String, StageReady> ready = new LinkedHashMap<>();
    Map<String, double[]> until = new LinkedHashMap<>();
    double usual = 0;
    double slow = 0;
    for (StageProgress stage : progress.left(line.quantity())) {
      if (stage.stage().usualHours() == null) {
        return Map.of();
      }
      double remaining = stage.remaining(line.quantity());
      usual += stage.stage().usualHours() * remaining;
      slow += stage.stage().slowHours() * remaining;
      until.put(stage.stage().code(), new double[] {usual, slow});
    }
    for (Map.Entry<String, double[]> stage : until.entrySet()) {
      LocalDate likely = part(forecast.likely(), stage.getValue()[0] / usual, plantZone);
      LocalDate latest = part(forecast.latest(), stage.getValue()[1] / slow, plantZone);
      ready.put(stage.getKey(), new StageReady(likely, latest.isBefore(likely) ? likely : latest));
    }
    return ready;
  }

  private LocalDate part(Instant end, double share, ZoneId plantZone) {
    long left = time.between(forecast.since(), end).toSeconds();
    Instant at =
        share < 1
            ? time.add(forecast.since(), Duration.ofSeconds(Math.round(left * share)))
            : end; // The last stage is done when the line is, as is one that takes no time.
    return LocalDate.ofInstant(at, plantZone);
  }

  /** How likely it is ready by then, from 0 to 1. */
  double chance(Instant by) {
    return forecast.chance(by, time);
  }
}
