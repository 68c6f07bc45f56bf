package org.vitrine.promises;

/** What a customer's consent stands behind a word on a day. */
public enum DueConsent {
  /** The house said so by itself. */
  NONE,
  /**
   * Nobody answered an offer, which was consent to its day: whether they knew of it is another
   * question.
   */
  SILENT,
  /** Somebody of the customer's answered. */
  ANSWERED,
  /** Somebody answered, and took it back. */
  TAKEN_BACK;

  boolean isGiven() {
    return this != NONE;
  }

  /** Whether a person said so, who therefore knew of it. */
  boolean isByPerson() {
    return this == ANSWERED || this == TAKEN_BACK;
  }
}
