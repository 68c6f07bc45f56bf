package org.vitrine.forecasts;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a night knows: a few numbers and one per stage and product, made anew each night as a pure
 * function of history, plan and calendar.
 *
 * @param all by what all orders take longer than the plan says
 * @param stages the same by the furthest stage, beside that
 * @param products the same by product
 * @param sizes the same by quantity
 * @param spreads how orders that reached a stage are spread around what is expected
 * @param spread of a stage that nobody has reached
 */
public record ForecastTable(
    Instant night,
    HoursPlan plan,
    double all,
    Map<String, Double> stages,
    Map<String, Double> products,
    SizeFactors sizes,
    Map<String, Weibull> spreads,
    Weibull spread,
    LearnedFrom from) {

  /** From how many orders it was learned. */
  public record LearnedFrom(int finished, int open) {}

  /**
   * Where an order stands.
   *
   * @param stage the furthest that was heard from
   * @param quantity absent where nobody said
   */
  public record OrderPosition(String stage, String product, OptionalDouble quantity) {}

  /** How its rest is spread, in hours of work from its last report on. */
  public Weibull rest(OrderPosition position) {
    Weibull around = spreads.getOrDefault(position.stage(), spread);
    double expected =
        plan.expected(position.stage())
            * all
            * stages.getOrDefault(position.stage(), 1.0)
            * products.getOrDefault(position.product(), 1.0)
            * sizes.of(position.quantity());
    return new Weibull(around.shape(), expected * around.scale());
  }
}
