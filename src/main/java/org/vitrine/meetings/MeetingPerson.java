package org.vitrine.meetings;

import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Rejection;

/**
 * Who does something at a meeting.
 *
 * @param company for which they come, and behind whose wall they write; absent for staff
 * @param keeps whether they keep meetings
 */
public record MeetingPerson(long id, String name, Optional<CompanyId> company, boolean keeps) {

  /** Throws {@link Rejection.Forbidden} where nobody stands behind the caller. */
  public static MeetingPerson of(Caller caller) {
    if (!(caller instanceof Caller.SignedIn person)) {
      throw new Rejection.Forbidden("Meetings are for people to attend");
    }
    if (!person.role().isStaff() && person.company().isEmpty()) {
      throw new Rejection.Forbidden("You do not belong to a company");
    }
    return new MeetingPerson(
        person.id(),
        person.name(),
        person.role().isStaff() ? Optional.empty() : person.company(),
        caller.may(Permission.KEEP_MEETINGS));
  }

  MeetingAudience audience() {
    return company
        .<MeetingAudience>map(MeetingAudience.ForGuests::new)
        .orElseGet(() -> new MeetingAudience.ForHouse(keeps, true));
  }
}
