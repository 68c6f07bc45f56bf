package org.vitrine.calendars;

/** How much moved because a calendar was superseded, for whoever saved it to know. */
public record MovedByCalendar(int orders, int voices) {
  public static final MovedByCalendar NOTHING = new MovedByCalendar(0, 0);

  MovedByCalendar and(MovedByCalendar more) {
    return new MovedByCalendar(orders + more.orders, voices + more.voices);
  }
}
