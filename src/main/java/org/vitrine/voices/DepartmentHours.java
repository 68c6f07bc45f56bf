package org.vitrine.voices;

import org.vitrine.calendars.CalendarEdition;

/** A department, and what its working time is counted by now. */
public record DepartmentHours(Department department, CalendarEdition calendar) {}
