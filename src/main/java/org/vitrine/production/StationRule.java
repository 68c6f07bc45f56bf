package org.vitrine.production;

import org.vitrine.orders.Line;

/**
 * What is done at a station, which only the room of stations knows. A hook, since what a station
 * says of work that is not its own must not be taken: its secret lies in a tablet that anybody can
 * carry away.
 */
@FunctionalInterface
public interface StationRule {
  /** Throws {@link org.vitrine.platform.Rejection.Invalid} where it is not done at this station. */
  void requireOwn(long station, Report report, Line line, Routing routing);
}
