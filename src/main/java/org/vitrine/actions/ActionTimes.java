package org.vitrine.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import org.vitrine.actions.Action.ActionRhythm;
import org.vitrine.platform.Rejection;

/** When what is due about an action, in the mornings where the plant is. */
record ActionTimes(ZoneId zone) {
  /** The reminders of a due date, one after the other: so many days after it. */
  private static final int[] DAYS = {-1, 0, 1};

  private static final int OWNERS = 2;
  static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final Period FARTHEST = Period.ofYears(3);
  private static final Period WHEN_REOPENED = Period.ofWeeks(2);

  /** Which of the reminders this is: 0 a day before, 1 on the day, 2 when it is overdue. */
  static boolean isOverdue(int step) {
    return step >= OWNERS;
  }

  LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, zone);
  }

  /** When the due date is over. */
  Instant end(LocalDate due) {
    return due.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /**
   * What the clock does about an action that is due then, from now on: of reminders whose time has
   * passed its owner needs none, having just been told.
   */
  ActionRhythm from(LocalDate due, Instant now) {
    int step = 0;
    while (step < OWNERS && !moment(due, step).isAfter(now)) {
      step++;
    }
    return rhythm(due, step);
  }

  /** What is next once this one was done; those that were missed are passed over. */
  ActionRhythm after(LocalDate due, int step) {
    return rhythm(due, step + 1);
  }

  /** The newest of the reminders that are due now and were not done. */
  int newest(LocalDate due, int step, Instant now) {
    int newest = step;
    while (newest + 1 < DAYS.length && !moment(due, newest + 1).isAfter(now)) {
      newest++;
    }
    return newest;
  }

  private ActionRhythm rhythm(LocalDate due, int step) {
    return new ActionRhythm(
        step,
        Optional.of(step).filter(one -> one < DAYS.length).map(one -> moment(due, one)),
        Optional.empty());
  }

  private Instant moment(LocalDate due, int step) {
    return due.plusDays(DAYS[step]).atTime(MORNING).atZone(zone).toInstant();
  }

  /** When those who raised the matter are asked whether it worked. */
  Instant asking(Instant done, int weeks) {
    return today(done).plusWeeks(weeks).atTime(MORNING).atZone(zone).toInstant();
  }

  /** A due date that has passed is two weeks from today for what did not work. */
  LocalDate dueAgain(LocalDate due, Instant now) {
    LocalDate today = today(now);
    return due.isAfter(today) ? due : today.plus(WHEN_REOPENED);
  }

  LocalDate require(LocalDate due, Instant now) {
    LocalDate today = today(now);
    if (due.isBefore(today)) {
      throw new Rejection.Invalid(
          "due", "“%s” is before today, %s at the plant".formatted(due, today));
    }
    if (due.isAfter(today.plus(FARTHEST))) {
      throw new Rejection.Invalid(
          "due", "“%s” is more than %d years from now".formatted(due, FARTHEST.getYears()));
    }
    return due;
  }
}
