package org.vitrine.calendars;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.database.Queries;

/** The days on which the plant works; every day where it has no calendar. */
public record WorkingDays(WorkingTime time, ZoneId zone) {

  public static WorkingDays of(Calendars calendars, ZoneId zone) {
    return new WorkingDays(
        calendars
            .find(WorkCalendar.PLANT)
            .map(CalendarVersion::calendar)
            .map(WorkCalendar::workingTime)
            .orElse(WorkingTime.AROUND_THE_CLOCK),
        zone);
  }

  /** The same, as they stand until the transaction ends. */
  public static WorkingDays held(Queries transaction, Calendars calendars, ZoneId zone) {
    CalendarEdition plant = calendars.held(transaction, WorkCalendar.PLANT);
    return new WorkingDays(
        Optional.ofNullable(calendars.editions(transaction, List.of(plant)).get(plant))
            .map(WorkCalendar::workingTime)
            .orElse(WorkingTime.AROUND_THE_CLOCK),
        zone);
  }

  /** The day that comes so many working days after this one, or before it. */
  public LocalDate moved(LocalDate from, int days) {
    LocalDate day = from;
    for (int left = Math.abs(days); left > 0; ) {
      day = day.plusDays(Integer.signum(days));
      if (isWorked(day)) {
        left--;
      }
    }
    return day;
  }

  public boolean isWorked(LocalDate day) {
    return time.between(
            day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant())
        .isPositive();
  }
}
