package org.vitrine.meetings;

import java.util.Optional;
import org.vitrine.companies.CompanyId;

/** For whom a meeting is shown; each has its own pages, and no frame is sent to two of them. */
sealed interface MeetingAudience {

  /**
   * People of the manufacturer, and its programs.
   *
   * @param keeps whether they keep meetings
   * @param attends false for programs, which only read
   */
  record ForHouse(boolean keeps, boolean attends) implements MeetingAudience {}

  /** People of a company that is asked. */
  record ForGuests(CompanyId of) implements MeetingAudience {}

  /** Whoever looks at the screen in the room: what is open to all, and nothing else. */
  record ForScreen() implements MeetingAudience {}

  /** Behind whose wall they read. */
  default Optional<CompanyId> company() {
    return this instanceof ForGuests guests ? Optional.of(guests.of()) : Optional.empty();
  }

  /** Whether they see what is not open to all, whosever it is. */
  default boolean seesAll() {
    return this instanceof ForHouse;
  }

  default boolean keeps() {
    return this instanceof ForHouse house && house.keeps();
  }
}
