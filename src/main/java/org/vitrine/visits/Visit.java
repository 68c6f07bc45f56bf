package org.vitrine.visits;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.profiles.VisitingRole;

/** Somebody of the house goes to see a company, or calls it. */
record Visit(
    VisitNumber number,
    CompanyId company,
    VisitPlan plan,
    List<VisitPerson> with,
    VisitState state,
    long version) {
  Visit {
    with = List.copyOf(with);
  }

  /** Somebody, as they were called when it was written. */
  record VisitPerson(long id, String name) {}

  /**
   * What is planned of it.
   *
   * @param by who goes
   * @param uid names it for calendars
   */
  record VisitPlan(
      VisitKind kind,
      VisitingRole role,
      VisitPerson by,
      Instant at,
      int minutes,
      Optional<String> place,
      String uid) {

    Instant ends() {
      return at.plus(Duration.ofMinutes(minutes));
    }
  }

  /** Whether it can still be said what became of it. */
  boolean isOpen() {
    return state == VisitState.PLANNED || state == VisitState.NOT_NOTED;
  }

  Visit planned(VisitPlan other, List<VisitPerson> people) {
    return new Visit(number, company, other, people, state, version);
  }
}
