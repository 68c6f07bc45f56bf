package org.vitrine.delays;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.vitrine.delays.DelayOffer.OfferedOrder;

/**
 * A line of which the day will hardly be kept, as it is asked of the house.
 *
 * @param chance of keeping it, from 0 to 1, as it is known now
 */
record DelayRisk(
    OfferId id,
    OfferedOrder order,
    int line,
    LocalDate promised,
    double chance,
    RiskClock clock,
    Optional<RiskDecision> decided) {

  /**
   * When it was asked, and by when it is to be decided.
   *
   * @param overdueTold whether it was said that nobody did
   */
  record RiskClock(Instant opened, Instant due, boolean overdueTold) {}

  /**
   * What was decided last.
   *
   * @param lookAgainOn until when it is being recovered
   */
  record RiskDecision(
      String choice,
      Optional<String> plan,
      Optional<LocalDate> lookAgainOn,
      String by,
      Instant at) {}

  /** Whether somebody has to decide. */
  @JsonIgnore
  boolean waits() {
    return decided.flatMap(RiskDecision::lookAgainOn).isEmpty();
  }
}
