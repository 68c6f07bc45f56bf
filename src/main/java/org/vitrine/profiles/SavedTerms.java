package org.vitrine.profiles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A version as it was saved; it is never changed afterwards.
 *
 * @param version of its owner, counts from 1 in the order in which they were saved
 * @param savedBy who of the house
 */
public record SavedTerms(
    AgreedVersion version,
    AgreedDays days,
    AgreedHand signed,
    AgreedTerms terms,
    String savedBy,
    Instant savedAt) {

  /**
   * From which day on it counts.
   *
   * @param until the last day; absent where none was agreed
   */
  public record AgreedDays(LocalDate from, Optional<LocalDate> until) {
    boolean include(LocalDate day) {
      return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
    }
  }

  /** Who of the other side agreed, and when. */
  public record AgreedHand(String agreedBy, LocalDate agreedOn) {}

  /** Whether it says the same as another, whoever saved that. */
  boolean saysTheSame(SavedTerms other) {
    return days.equals(other.days) && signed.equals(other.signed) && terms.equals(other.terms);
  }
}
