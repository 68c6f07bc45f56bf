package org.vitrine.warranty;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/**
 * What becomes of a claim, in words for its owner.
 *
 * @param remedy what is done; absent where it is declined
 * @param reason why, which the owner reads
 * @param entry what it adds to the cover of the piece; absent where it changes nothing of that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClaimDecision(ClaimVerdict verdict, ClaimRemedy remedy, String reason, CoverEntry entry) {
  private static final int LONGEST_REASON = 2_000;

  ClaimDecision {
    if (verdict == null) {
      throw new Rejection.Invalid("verdict", "Say whether it is accepted or declined");
    }
    if ((verdict == ClaimVerdict.ACCEPTED) != (remedy != null)) {
      throw new Rejection.Invalid(
          "remedy",
          remedy == null ? "Say what is done about it" : "What is declined has no remedy");
    }
    reason = reason == null ? "" : Blanks.stripped(reason);
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw new Rejection.Invalid("reason", "Give the reason, in 1 to 2,000 characters");
    }
    if (entry != null && entry.lacksReason()) {
      throw new Rejection.Invalid("entry.reason", "Give the reason, which its owner reads");
    }
  }

  /** Whether the claim is taken. */
  enum ClaimVerdict {
    ACCEPTED,
    DECLINED;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static ClaimVerdict read(String code) {
      return Arrays.stream(values())
          .filter(one -> one.code().equals(code))
          .findFirst()
          .orElseThrow(() -> new Rejection.Invalid("", "Must be accepted or declined"));
    }
  }

  /** What is done about it, at our cost. */
  enum ClaimRemedy {
    REPAIR,
    REPLACEMENT,
    REFUND,
    GOODWILL;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static ClaimRemedy read(String code) {
      return Arrays.stream(values())
          .filter(one -> one.code().equals(code))
          .findFirst()
          .orElseThrow(
              () ->
                  new Rejection.Invalid(
                      "", "Must be one of: repair, replacement, refund, goodwill"));
    }
  }
}
