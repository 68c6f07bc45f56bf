package org.vitrine.delays;

import java.time.LocalDate;
import java.util.Optional;
import org.vitrine.production.DueDates.LineDue;

/**
 * What becomes of the question what is done about a line.
 *
 * <ul>
 *   <li>It is asked where the chance of keeping the day is below what was agreed with the customer,
 *       and nothing is offered to them that waits for an answer.
 *   <li>It is asked anew on the day on which somebody wanted to look again, where it is no better.
 *   <li>It goes where the chance has risen clearly, or nothing more is to be made.
 * </ul>
 */
final class RiskRule {
  private static final double CLEARLY = 0.10;

  /** No chance is ever told to be more certain. */
  private static final double MOST = 0.97;

  private RiskRule() {}

  /** What is to be done. */
  enum RiskStep {
    NOTHING,
    ASK,
    ASK_AGAIN,
    CLOSE_SAFE,
    CLOSE_DONE
  }

  /**
   * How a line stands.
   *
   * @param open whether something of it is still to be made
   * @param chance of keeping its day; absent where no forecast is shown, or no day is promised
   * @param riskBelow in percent
   * @param offerWaits whether something is offered for it that waits for an answer
   */
  record LineOutlook(
      boolean open, Optional<Double> chance, int riskBelow, boolean offerWaits, LocalDate today) {
    private boolean isAtRisk() {
      return LineDue.isBelow(chance, riskBelow);
    }

    private boolean isSafe() {
      double enough = Math.min(riskBelow / 100.0 + CLEARLY, MOST);
      return chance.filter(one -> one >= enough).isPresent();
    }
  }

  /**
   * The question as it stands.
   *
   * @param lookAgainOn until when it is answered by a plan; absent where it waits for an answer
   */
  record StandingRisk(Optional<LocalDate> lookAgainOn) {}

  static RiskStep next(Optional<StandingRisk> standing, LineOutlook line) {
    if (standing.isEmpty()) {
      return line.open() && line.isAtRisk() && !line.offerWaits() ? RiskStep.ASK : RiskStep.NOTHING;
    }
    if (!line.open()) {
      return RiskStep.CLOSE_DONE;
    }
    if (line.isSafe()) {
      return RiskStep.CLOSE_SAFE;
    }
    boolean isTime =
        standing.get().lookAgainOn().filter(day -> !day.isAfter(line.today())).isPresent();
    return isTime && line.isAtRisk() ? RiskStep.ASK_AGAIN : RiskStep.NOTHING;
  }
}
