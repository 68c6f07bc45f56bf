package org.vitrine.forecasts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was heard of an order.
 *
 * @param quantity absent where nobody said
 * @param heard in the order in which it happened
 * @param finished absent while it is open
 * @param held when it could not go on
 */
public record PastOrder(
    String number,
    String product,
    OptionalDouble quantity,
    List<Heard> heard,
    Optional<Instant> finished,
    List<PastHold> held) {

  /**
   * A report.
   *
   * @param stage the furthest that was heard from by then
   */
  public record Heard(Instant at, String stage) {}

  /**
   * @param until absent while it goes on
   */
  public record PastHold(Instant from, Optional<Instant> until) {}

  public PastOrder {
    heard = List.copyOf(heard);
    held = List.copyOf(held);
  }

  /** Whether it was not finished by then. */
  boolean isOpenAt(Instant moment) {
    return finished.filter(done -> !done.isAfter(moment)).isEmpty();
  }
}
