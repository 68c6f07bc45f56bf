package org.vitrine.calendars;

import java.time.Instant;
import org.vitrine.platform.database.Queries;

/** Whoever shows something that follows from a calendar. */
@FunctionalInterface
public interface CalendarFollower {
  /**
   * This calendar has another version now. Called inside its transaction, since what is shown of an
   * order at one version must not depend on when somebody looks.
   *
   * @return how many orders were changed by it
   */
  int calendarChanged(Queries transaction, String code, String actor, Instant now);
}
