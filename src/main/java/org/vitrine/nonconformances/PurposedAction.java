package org.vitrine.nonconformances;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.actions.ActionNumber;
import org.vitrine.orders.Wording;

/**
 * What an action is for, and how far it is proven that it worked.
 *
 * @param proof by what that is seen; absent where nothing was named
 */
record PurposedAction(
    ActionNumber action,
    NonconformanceNumber nonconformance,
    ActionPurpose purpose,
    Optional<WatchedProof> proof) {

  /**
   * A proof that is watched.
   *
   * @param name what the requirement is called
   * @param namedAt what was measured before does not count
   * @param doneAt when the action was done; absent while it is not
   */
  record WatchedProof(
      NamedProof wanted,
      Wording name,
      Instant namedAt,
      Optional<Instant> doneAt,
      ProofCount count) {

    /** From when on readings count; never while the action is not done. */
    Optional<Instant> since() {
      return doneAt.map(done -> done.isAfter(namedAt) ? done : namedAt);
    }

    WatchedProof standing(Optional<Instant> done, ProofCount other) {
      return new WatchedProof(wanted, name, namedAt, done, other);
    }
  }

  PurposedAction proving(WatchedProof other) {
    return new PurposedAction(action, nonconformance, purpose, Optional.of(other));
  }
}
