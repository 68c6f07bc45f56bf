package org.vitrine.voices;

import org.vitrine.calendars.CalendarEdition;

/**
 * How much working time a company was promised for messages of one kind, other than the house
 * promises everybody.
 *
 * @param version by which it was promised
 */
public record PromisedClock(ClockVersion version, CommitmentTargets targets) {

  /**
   * Where the times of a clock come from.
   *
   * @param owner {@code company} where it was agreed with it, {@code tier} where its tier has it,
   *     {@code default} for the house's response times
   */
  public record ClockVersion(String owner, int version) {
    public static final String COMPANY = "company";
    public static final String DEFAULT = "default";
  }

  /**
   * By which hours the time of a message is counted, in place of its department's.
   *
   * @param version by which that was agreed
   */
  public record CountedHours(ClockVersion version, CalendarEdition calendar) {}

  /** Whether it is their own, whatever becomes of their tier. */
  boolean isOfCompany() {
    return version.owner().equals(ClockVersion.COMPANY);
  }
}
