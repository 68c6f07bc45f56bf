package org.vitrine.voices;

import java.time.Instant;
import java.util.List;
import org.vitrine.calendars.CalendarEdition;
import org.vitrine.platform.database.Queries;

/** Whoever counts by the working time of departments. */
@FunctionalInterface
public interface DepartmentFollower {
  /**
   * The working time of these departments is counted by this from now on. Called inside the
   * transaction that changes it, so that no open voice is left behind.
   *
   * @param departments their codes
   * @return how many open voices were moved
   */
  int hoursSuperseded(
      Queries transaction, List<String> departments, CalendarEdition calendar, Instant now);
}
