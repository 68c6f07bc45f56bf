package org.vitrine.voices;

import org.vitrine.calendars.CalendarEdition;
import org.vitrine.calendars.WorkingTime;

/** What is worked by each edition of a calendar that a voice's events name. */
@FunctionalInterface
public interface DepartmentCalendars {
  WorkingTime of(CalendarEdition edition);
}
