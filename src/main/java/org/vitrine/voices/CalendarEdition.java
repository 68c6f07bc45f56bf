package org.vitrine.voices;

/**
 * A calendar as it was from one moment on: what a department's working time is counted by.
 *
 * @param version nought where there is no calendar of that code: then every hour is worked
 */
public record CalendarEdition(String code, int version) {}
