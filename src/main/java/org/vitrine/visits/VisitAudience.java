package org.vitrine.visits;

import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Rejection;

/** For whom visits are shown; each has its own pages, and no frame is sent to two of them. */
sealed interface VisitAudience {

  /**
   * Somebody of the house.
   *
   * @param keeps whether they plan for all
   */
  record ForVisiting(long person, boolean keeps) implements VisitAudience {
    /** Whether what becomes of this visit is for them to say. */
    boolean mayAct(Visit visit) {
      return keeps || visit.plan().by().id() == person;
    }
  }

  /** People of the company. */
  record ForVisited(CompanyId of) implements VisitAudience {}

  /** Behind whose wall they read. */
  default Optional<CompanyId> company() {
    return this instanceof ForVisited visited ? Optional.of(visited.of()) : Optional.empty();
  }

  /** Nothing where visits are none of theirs. */
  static Optional<VisitAudience> of(Caller caller) {
    if (!(caller instanceof Caller.SignedIn person)) {
      return Optional.empty();
    }
    return caller.may(Permission.READ_VISITS)
        ? Optional.of(new ForVisiting(person.id(), caller.may(Permission.KEEP_VISITS)))
        : person.company().map(ForVisited::new);
  }

  /** Throws {@link Rejection.Forbidden} where visits are none of theirs. */
  static VisitAudience require(Caller caller) {
    return of(caller).orElseThrow(() -> new Rejection.Forbidden("You belong to no company"));
  }
}
