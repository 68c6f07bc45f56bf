package org.vitrine.voices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vitrine.calendars.CalendarEdition;
import org.vitrine.platform.database.Queries;

/** Whoever counts by the working time of departments. */
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

  /** How many open voices these departments have. */
  default int openOf(Queries queries, List<String> departments) {
    return 0;
  }

  /**
   * This department, which has no open voice, is no longer there. Called inside the transaction
   * that takes it away.
   *
   * @param heirs who has a stage from now on, held until the transaction ends
   */
  default void departmentRemoved(
      Queries transaction,
      String department,
      Function<Optional<String>, DepartmentHours> heirs,
      Instant now) {}
}
