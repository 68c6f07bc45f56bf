package org.vitrine.acts;

import java.time.LocalDate;
import java.time.ZoneId;
import org.vitrine.calendars.CalendarVersion;
import org.vitrine.calendars.Calendars;
import org.vitrine.calendars.WorkCalendar;
import org.vitrine.calendars.WorkingTime;

/** The days on which the plant works; every day where it has no calendar. */
record WorkingDays(WorkingTime time, ZoneId zone) {

  static WorkingDays of(Calendars calendars, ZoneId zone) {
    return new WorkingDays(
        calendars
            .find(WorkCalendar.PLANT)
            .map(CalendarVersion::calendar)
            .map(WorkCalendar::workingTime)
            .orElse(WorkingTime.AROUND_THE_CLOCK),
        zone);
  }

  /** The day that comes so many working days after this one, or before it. */
  LocalDate moved(LocalDate from, int days) {
    LocalDate day = from;
    for (int left = Math.abs(days); left > 0; ) {
      day = day.plusDays(Integer.signum(days));
      if (isWorked(day)) {
        left--;
      }
    }
    return day;
  }

  private boolean isWorked(LocalDate day) {
    return time.between(
            day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant())
        .isPositive();
  }
}
