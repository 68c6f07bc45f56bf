package org.vitrine.promises;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Optional;

/** What a word did to a date. */
enum DateMove {
  /** The first date that was named, whether or not it was to be confirmed before. */
  @JsonProperty("first")
  FIRST,
  @JsonProperty("to-be-confirmed")
  TO_BE_CONFIRMED,
  @JsonProperty("earlier")
  EARLIER,
  /** A slip. */
  @JsonProperty("later")
  LATER,
  @JsonProperty("withdrawn")
  WITHDRAWN,
  /** A date again, after one was withdrawn. */
  @JsonProperty("set")
  SET,
  /** The customer asked for it, or accepted it: no slip. */
  @JsonProperty("agreement")
  AGREEMENT;

  /**
   * @param before what held until then, if anything was said
   * @param ever whether any date was named before
   */
  static DateMove between(Optional<PromiseStep> before, boolean ever, PromiseStep step) {
    Optional<LocalDate> from = before.flatMap(PromiseStep::date);
    Optional<LocalDate> to = step.date();
    if (from.isEmpty()) {
      return to.isEmpty() ? TO_BE_CONFIRMED : ever ? SET : FIRST;
    }
    if (step.isAgreement()) {
      return AGREEMENT;
    }
    return to.map(day -> day.isBefore(from.get()) ? EARLIER : LATER).orElse(WITHDRAWN);
  }

  boolean isSlip() {
    return this == LATER || this == WITHDRAWN;
  }
}
