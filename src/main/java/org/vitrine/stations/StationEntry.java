package org.vitrine.stations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A station, as the house sees it.
 *
 * @param screens how many it is set up on
 * @param seenAt when one of them came last, to the minute; absent where none ever did
 * @param changed absent where it is as it was made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StationEntry(
    long id,
    String name,
    String place,
    List<String> operations,
    List<SaveStation.StationStage> stages,
    Instant madeAt,
    long screens,
    Instant seenAt,
    long version,
    FloorChange changed) {
  boolean is(SaveStation wanted) {
    return wanted.equals(new SaveStation(name, place, operations, stages));
  }

  void requireVersion(Optional<Long> startedFrom) {
    FloorChange.require(startedFrom, version, changed, this);
  }
}
