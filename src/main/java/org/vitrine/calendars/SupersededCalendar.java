package org.vitrine.calendars;

import java.time.Instant;

/**
 * A calendar has another version now.
 *
 * @param actor who saved it
 */
public record SupersededCalendar(String code, int version, String actor, Instant at) {}
