package org.vitrine.invitations;

import java.time.Instant;
import java.util.Optional;

/**
 * An occasion as it is kept.
 *
 * @param sequence how often its time, place or series was changed
 * @param reminding when those who come are reminded next
 */
record StoredOccasion(
    Occasion occasion,
    int sequence,
    Instant changedAt,
    Optional<Called> called,
    Optional<Instant> reminding) {

  /** That it was called off. */
  record Called(Instant at, String reason) {}

  boolean isOpen(Instant now) {
    return called.isEmpty() && occasion.ends().isAfter(now);
  }
}
