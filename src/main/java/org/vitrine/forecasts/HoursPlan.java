package org.vitrine.forecasts;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * How long an order usually takes by the plan, in hours of work from a stage on; one number for the
 * plant where the plan says nothing of a stage.
 *
 * @param slow how long where it is slow: nine of ten take no longer; absent where nobody says
 */
public record HoursPlan(double usual, OptionalDouble slow, Map<String, Double> fromStage) {
  private static final double UNKNOWN_SHAPE = 1.2;
  private static final double HALF = Math.log(2);
  private static final double NINE_OF_TEN = Math.log(10);

  /** Whatever a plan says, nothing is left in no time, and nothing takes forever. */
  private static final double LEAST_HOURS = 0.1;

  private static final double MOST_HOURS = 100_000;
  private static final double STEEPEST = 10;
  private static final double FLATTEST = 0.1;

  public HoursPlan {
    usual = bounded(usual);
    fromStage = Map.copyOf(fromStage);
  }

  /** Of a plant that says nothing. */
  public static HoursPlan ofPlant(double usual) {
    return new HoursPlan(usual, OptionalDouble.empty(), Map.of());
  }

  /** The shape of which usual is the median, and slow the ninth decile. */
  double shape() {
    return slow.isPresent() && slow.getAsDouble() > usual
        ? Math.clamp(
            Math.log(NINE_OF_TEN / HALF) / Math.log(slow.getAsDouble() / usual), FLATTEST, STEEPEST)
        : UNKNOWN_SHAPE;
  }

  /** What is expected from this stage on: the scale of which the usual hours are the median. */
  double expected(String stage) {
    return bounded(fromStage.getOrDefault(stage, usual)) / Math.pow(HALF, 1 / shape());
  }

  private static double bounded(double hours) {
    return hours > LEAST_HOURS ? Math.min(hours, MOST_HOURS) : LEAST_HOURS;
  }
}
