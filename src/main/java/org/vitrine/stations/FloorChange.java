package org.vitrine.stations;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.vitrine.platform.Rejection;

/** Who changed a station or an operator last, and when. */
record FloorChange(Instant at, String by) {
  /** Nothing where it is as it was made. */
  static FloorChange of(OffsetDateTime at, String by) {
    return at == null ? null : new FloorChange(at.toInstant(), by);
  }

  /** Throws {@link Rejection.ChangedMeanwhile} where an edit started from another version. */
  static void require(
      Optional<Long> startedFrom, long version, FloorChange changed, Object current) {
    if (startedFrom.filter(from -> from != version).isPresent()) {
      throw new Rejection.ChangedMeanwhile(
          current, changed == null ? null : changed.by(), changed == null ? null : changed.at());
    }
  }
}
