package org.vitrine.stations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who reports at stations, as the house sees them; the PIN is theirs.
 *
 * @param changed absent where they are as they were added
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OperatorEntry(
    long id, String name, String badge, Instant madeAt, long version, FloorChange changed) {
  boolean is(SaveOperator wanted) {
    return name.equals(wanted.name()) && badge.equals(wanted.badge().value());
  }

  void requireVersion(Optional<Long> startedFrom) {
    FloorChange.require(startedFrom, version, changed, this);
  }
}
