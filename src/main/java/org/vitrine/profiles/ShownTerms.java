package org.vitrine.profiles;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.vitrine.profiles.SavedTerms.AgreedDays;
import org.vitrine.profiles.SavedTerms.AgreedHand;

/** A version as staff read it, and as it could be sent again. */
record ShownTerms(
    int version,
    @JsonUnwrapped AgreedDays days,
    @JsonUnwrapped AgreedHand signed,
    @JsonUnwrapped AgreedTerms terms,
    String savedBy,
    Instant savedAt) {

  static ShownTerms of(SavedTerms saved) {
    return new ShownTerms(
        saved.version().version(),
        saved.days(),
        saved.signed(),
        saved.terms(),
        saved.savedBy(),
        saved.savedAt());
  }
}
