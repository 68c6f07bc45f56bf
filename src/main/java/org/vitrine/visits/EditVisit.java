package org.vitrine.visits;

import java.time.Instant;
import java.util.List;
import org.vitrine.platform.Rejection;
import org.vitrine.profiles.VisitingRole;

/**
 * What is otherwise of a visit that is planned; what is absent stays.
 *
 * @param place empty where there is none any more
 */
record EditVisit(
    VisitingRole role, String by, Instant at, Integer minutes, String place, List<String> with) {
  EditVisit {
    if (at != null) {
      PlanVisit.moment(at);
    }
    if (minutes != null) {
      PlanVisit.minutes(minutes);
    }
    if (place != null) {
      PlanVisit.place(place);
    }
    with = with == null ? null : PlanVisit.contacts(with);
  }

  void requireSomething() {
    if (role == null
        && by == null
        && at == null
        && minutes == null
        && place == null
        && with == null) {
      throw new Rejection.Invalid("at", "Say what is otherwise");
    }
  }
}
