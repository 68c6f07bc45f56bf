package org.vitrine.calendars;

import org.vitrine.platform.database.Queries;

/** Whoever shows something that follows from a calendar. */
public interface CalendarFollower {
  /**
   * Called inside the transaction of the new version, since what is shown of an order at one
   * version must not depend on when somebody looks.
   */
  MovedByCalendar calendarSuperseded(Queries transaction, SupersededCalendar calendar);

  /** How much that would move now; nothing is moved, and nobody has to wait. */
  MovedByCalendar followersOf(Queries queries, String calendar);
}
