package org.vitrine.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.vitrine.calendars.WorkCalendar;
import org.vitrine.calendars.WorkInterval;
import org.vitrine.calendars.WorkingWeek;

/**
 * When the plant works: two shifts from 7 to 23 with a break each, Monday to Saturday, in its own
 * zone.
 */
record Shifts(ZoneId zone) {
  private static final List<Window> WINDOWS =
      List.of(
          new Window(LocalTime.of(7, 0), LocalTime.of(11, 0)),
          new Window(LocalTime.of(11, 30), LocalTime.of(19, 0)),
          new Window(LocalTime.of(19, 30), LocalTime.of(23, 0)));
  private static final Duration DAY =
      WINDOWS.stream().map(Window::length).reduce(Duration.ZERO, Duration::plus);
  private static final Duration WEEK = DAY.multipliedBy(6);

  /** How many hours are worked on a day, Sundays and all. */
  static final double HOURS_A_DAY = WEEK.toHours() / 7.0;

  /** A stretch of work without a break. */
  private record Window(LocalTime from, LocalTime to) {
    Duration length() {
      return Duration.between(from, to);
    }
  }

  /** The same as whoever opens the plant's page of working time reads it. */
  WorkCalendar calendar() {
    WorkInterval[] hours =
        WINDOWS.stream()
            .map(window -> new WorkInterval(window.from().toString(), window.to().toString()))
            .toArray(WorkInterval[]::new);
    List<DayOfWeek> days =
        Arrays.stream(DayOfWeek.values()).filter(day -> day != DayOfWeek.SUNDAY).toList();
    return new WorkCalendar(
        WorkCalendar.PLANT, "Two shifts", zone.getId(), WorkingWeek.on(days, hours), List.of());
  }

  boolean isOpen(Instant at) {
    return at.equals(nextOpening(at));
  }

  /** This instant if the plant works then, or else when it next does. */
  Instant nextOpening(Instant at) {
    return open(at.atZone(zone).toLocalDateTime()).atZone(zone).toInstant();
  }

  /** When so many hours of work will have been done from then on. */
  Instant after(Instant from, double hours) {
    Duration work = Duration.ofMillis(Math.round(hours * 3_600_000));
    LocalDateTime at = open(from.atZone(zone).toLocalDateTime());
    long weeks = work.dividedBy(WEEK);
    at = at.plusWeeks(weeks);
    work = work.minus(WEEK.multipliedBy(weeks));
    Duration left = leftInWindow(at);
    while (work.compareTo(left) > 0) {
      work = work.minus(left);
      at = open(at.plus(left));
      left = leftInWindow(at);
    }
    return at.plus(work).atZone(zone).toInstant();
  }

  private static LocalDateTime open(LocalDateTime at) {
    if (at.getDayOfWeek() != DayOfWeek.SUNDAY) {
      for (Window window : WINDOWS) {
        if (at.toLocalTime().isBefore(window.to())) {
          LocalDateTime opens = at.toLocalDate().atTime(window.from());
          return at.isBefore(opens) ? opens : at;
        }
      }
    }
    return open(at.toLocalDate().plusDays(1).atStartOfDay());
  }

  private static Duration leftInWindow(LocalDateTime at) {
    return WINDOWS.stream()
        .filter(window -> at.toLocalTime().isBefore(window.to()))
        .findFirst()
        .map(window -> Duration.between(at.toLocalTime(), window.to()))
        .orElseThrow();
  }
}
