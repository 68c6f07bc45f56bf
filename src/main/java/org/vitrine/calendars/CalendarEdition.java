package org.vitrine.calendars;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A calendar as it was from one moment on, by its name: what somebody's working time is counted by.
 *
 * @param version nought where there was no calendar of that code: then every hour is worked
 */
public record CalendarEdition(String code, int version) {
  /** Whether there is a calendar to look up. */
  @JsonIgnore
  public boolean isKept() {
    return version > 0;
  }
}
