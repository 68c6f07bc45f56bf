package org.vitrine.delays;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;

/** How an offer stands. */
enum OfferState {
  /** An answer is waited for. */
  @JsonProperty("open")
  OPEN,
  /** The customer agreed to it. */
  @JsonProperty("accepted")
  ACCEPTED,
  /** They named another day, which nobody has answered yet. */
  @JsonProperty("other-day")
  OTHER_DAY,
  /** The house took the day that they named. */
  @JsonProperty("day-taken")
  DAY_TAKEN,
  @JsonProperty("declined")
  DECLINED,
  @JsonProperty("call-me")
  CALL_ME,
  /** Nobody answered, and that was consent. */
  @JsonProperty("silent-consent")
  SILENT_CONSENT,
  /** Nobody answered: what was promised stands. */
  @JsonProperty("lapsed")
  LAPSED,
  @JsonProperty("withdrawn")
  WITHDRAWN,
  /** The customer agreed to a date that was left open, and does so no longer. */
  @JsonProperty("taken-back")
  TAKEN_BACK;

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static OfferState of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst().orElseThrow();
  }

  /** Whether the customer agreed by a word of their own, and that stands. */
  boolean isAgreed() {
    return this == ACCEPTED || this == DAY_TAKEN;
  }

  /** Whether they have answered, and may still say yes. */
  boolean isStillOpenToYes() {
    return this == OTHER_DAY || this == DECLINED || this == CALL_ME;
  }
}
