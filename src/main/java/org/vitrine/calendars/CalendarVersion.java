package org.vitrine.calendars;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/** A calendar as it was from one moment on. */
public record CalendarVersion(
    @JsonUnwrapped WorkCalendar calendar, int version, Instant savedAt, String savedBy) {}
