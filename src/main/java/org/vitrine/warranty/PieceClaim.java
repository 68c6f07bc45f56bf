package org.vitrine.warranty;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.vitrine.orders.LocalizedText;
import org.vitrine.warranty.ClaimDecision.ClaimRemedy;
import org.vitrine.warranty.ClaimDecision.ClaimVerdict;

/**
 * What the owner of a piece claims: a message about it, and what was decided.
 *
 * @param number of its message
 * @param covered whether the piece was covered on the day it was claimed
 * @param decision absent until there is one
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PieceClaim(
    long number,
    WarrantySerial serial,
    LocalizedText product,
    ClaimAbout about,
    Instant madeAt,
    boolean covered,
    Optional<DecidedClaim> decision) {

  /** What was decided, and when. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record DecidedClaim(
      ClaimVerdict verdict, Optional<ClaimRemedy> remedy, String reason, Instant at) {

    boolean says(ClaimDecision wanted) {
      return verdict == wanted.verdict()
          && remedy.equals(Optional.ofNullable(wanted.remedy()))
          && reason.equals(wanted.reason());
    }
  }
}
