package org.vitrine.profiles;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.vitrine.profiles.SavedTerms.AgreedDays;
import org.vitrine.profiles.SavedTerms.AgreedHand;

/** A version as whoever it was agreed with reads it. */
record PromisedTerms(
    int version,
    @JsonUnwrapped AgreedDays days,
    @JsonUnwrapped AgreedHand signed,
    AgreedTerms terms) {

  static PromisedTerms of(SavedTerms saved) {
    return new PromisedTerms(
        saved.version().version(), saved.days(), saved.signed(), saved.terms());
  }
}
