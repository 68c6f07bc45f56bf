package org.vitrine.production;

import java.util.Optional;
import org.vitrine.platform.Rejection;

/**
 * What a routing is to be from now on.
 *
 * @param startedFrom the version that whoever sends it had before them; absent where they do not
 *     say
 */
public record RoutingEdit(Routing wanted, OrdersInFlight orders, Optional<Long> startedFrom) {

  /** Lines in production keep what they have, and nobody is asked what they saw. */
  public static RoutingEdit to(Routing wanted) {
    return new RoutingEdit(wanted, OrdersInFlight.KEEP, Optional.empty());
  }

  /** All open orders are made by it. */
  public static RoutingEdit forAll(Routing wanted) {
    return new RoutingEdit(wanted, OrdersInFlight.MOVE, Optional.empty());
  }

  RoutingEdit checked() {
    return new RoutingEdit(wanted.checked(), orders, startedFrom);
  }

  boolean changesNothing(RoutingVersion before) {
    return before.routing().equals(wanted);
  }

  /** Throws {@link Rejection.ChangedMeanwhile} where somebody else was faster. */
  void requireCurrent(RoutingVersion before) {
    if (startedFrom.isPresent() && startedFrom.get() != before.version()) {
      throw new Rejection.ChangedMeanwhile(before, before.savedBy(), before.savedAt());
    }
  }
}
