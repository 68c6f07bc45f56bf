package org.vitrine.tracking;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.production.DueDates;

/**
 * What an order's outlook says of one of its lines, where it has several.
 *
 * @param likelyLateFrom from when it is likely to come after its day
 * @param mayComeLate true where it only may
 */
record LineRisk(Optional<Instant> likelyLateFrom, Optional<Boolean> mayComeLate) {

  /** Absent where there is nothing to say of it that the order does not say. */
  static Optional<LineRisk> of(DueDates due, int line) {
    DueDates.LineDue one = due.lines().get(line);
    boolean mayComeLate = one.mayComeLate() && one.likelyLateFrom().isEmpty();
    return Optional.of(
            new LineRisk(one.likelyLateFrom(), Optional.of(true).filter(yes -> mayComeLate)))
        .filter(risk -> due.lines().size() > 1)
        .filter(risk -> risk.likelyLateFrom().isPresent() || risk.mayComeLate().isPresent());
  }
}
