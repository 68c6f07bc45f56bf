package org.vitrine.reviews;

import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Rejection;
import org.vitrine.tracking.TrackingRoutes;

/** Who takes part in reviews, and for which of their companies. */
record Participant(CompanyId company, long person) {

  /** Nothing for those who see all companies. */
  static Optional<Participant> of(Caller caller) {
    Optional<CompanyId> company = TrackingRoutes.companyOf(caller);
    return caller instanceof Caller.SignedIn person
        ? company.map(theirs -> new Participant(theirs, person.id()))
        : Optional.empty();
  }

  static Participant require(Caller caller) {
    return of(caller)
        .orElseThrow(
            () -> new Rejection.Forbidden("Only people of companies take part in reviews"));
  }

  /** By what a word of theirs is kept: one of each person, or one of the whole company. */
  long voter(WhoseWord word) {
    return word == WhoseWord.PERSON ? person : 0;
  }
}
