package org.vitrine.recalls;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.vitrine.calendars.Calendars;
import org.vitrine.calendars.WorkingDays;
import org.vitrine.platform.database.Queries;

/**
 * When a company that has not answered is reminded: in the mornings of the plant's first, third and
 * seventh working day after it was told. On the day after those somebody is to call.
 */
record ReminderDays(WorkingDays days) {
  /** The step of telling by mail, the first of all. */
  static final int TELLING = 0;

  /** The step at which somebody is to call. */
  static final int CALLING = 4;

  private static final int[] WORKING_DAYS = {0, 1, 3, 7, 8};
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  /** As the plant's calendar has it; every day counts where there is none. */
  static ReminderDays of(Queries transaction, Calendars calendars, ZoneId zone) {
    return new ReminderDays(WorkingDays.held(transaction, calendars, zone));
  }

  /** When this step of those who were told then is due; never after the last. */
  Optional<Instant> moment(Instant told, int step) {
    return step > CALLING
        ? Optional.empty()
        : Optional.of(
            days.moved(LocalDate.ofInstant(told, days.zone()), WORKING_DAYS[step])
                .atTime(MORNING)
                .atZone(days.zone())
                .toInstant());
  }

  /** The newest step that is due now and was not done: those that were missed are one. */
  int newest(Instant told, int step, Instant now) {
    int newest = step;
    while (newest < CALLING && !moment(told, newest + 1).orElseThrow().isAfter(now)) {
      newest++;
    }
    return newest;
  }

  /** The first working day from tomorrow on. */
  LocalDate nextDay(Instant now) {
    return days.moved(LocalDate.ofInstant(now, days.zone()), 1);
  }
}
