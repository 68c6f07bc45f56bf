package org.vitrine.epcis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a query of events asks for.
 *
 * @param wanted of each of these, an event has one at least ({@link EventTerms})
 * @param types empty for any
 * @param ids empty for any
 * @param times what its moments lie between
 */
record EventQuery(
    List<List<String>> wanted,
    List<String> types,
    List<String> ids,
    EventTimes times,
    EventOrder order,
    EventLimits limits) {

  /** The event of this id and what was declared of it, in the order in which they were recorded. */
  static EventQuery ofId(String id) {
    return new EventQuery(
        List.of(),
        List.of(),
        List.of(id),
        new EventTimes(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
        new EventOrder(false, true),
        new EventLimits(Optional.empty(), Optional.empty(), QueryParameters.USUAL_PAGE));
  }

  /** From one moment on, and before another. */
  record EventTimes(
      Optional<Instant> happenedFrom,
      Optional<Instant> happenedBefore,
      Optional<Instant> recordedFrom,
      Optional<Instant> recordedBefore) {}

  /** Oldest first as they were recorded, unless something else is asked for. */
  record EventOrder(boolean byEventTime, boolean isAscending) {}

  /**
   * @param count of the first ones no more than this
   * @param most where there are more, none are sent
   * @param perPage so many at once
   */
  record EventLimits(Optional<Integer> count, Optional<Integer> most, int perPage) {}
}
