package org.vitrine.traceability;

import java.time.Instant;
import java.util.Optional;

/** Where in the plant something was made, and when. */
record Spot(Optional<String> stage, Optional<String> station, Optional<Instant> at) {
  static final Spot UNKNOWN = new Spot(Optional.empty(), Optional.empty(), Optional.empty());

  static Spot of(String stage, String station, Instant at) {
    return new Spot(
        Optional.ofNullable(stage), Optional.ofNullable(station), Optional.ofNullable(at));
  }
}
