package org.vitrine.recalls;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Actor;

/**
 * Something that happened to a notice.
 *
 * @param person whoever did it, where that is somebody who signs in
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RecallEvent(
    Instant at, String kind, String by, Optional<Long> person, Map<String, Object> body) {
  static final String CLOCK = "Vitrine";

  static RecallEvent of(Instant at, String kind, Actor by, Map<String, Object> body) {
    Optional<Long> person = by.id().filter(id -> by.kind() == Actor.ActorKind.PERSON);
    return new RecallEvent(at, kind, by.name(), person, body);
  }

  /** What the clock did. */
  static RecallEvent byItself(Instant at, String kind, Map<String, Object> body) {
    return new RecallEvent(at, kind, CLOCK, Optional.empty(), body);
  }
}
