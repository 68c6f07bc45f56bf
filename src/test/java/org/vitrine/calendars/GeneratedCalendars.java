package org.vitrine.calendars;

import net.jqwik.api.Arbitrary;

/**
 * Calendars of all kinds, in zones with and without changes of clocks: for the properties of what
 * is counted by them.
 */
public final class GeneratedCalendars {
  private GeneratedCalendars() {}

  public static Arbitrary<WorkingTime> any() {
    return new WorkingTimeProperties().calendars().map(WorkingTimeProperties.Made::time);
  }
}
