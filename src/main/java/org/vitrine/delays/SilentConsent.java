package org.vitrine.delays;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.vitrine.calendars.WorkingDays;
import org.vitrine.orders.OfferedKind;
import org.vitrine.orders.SilenceMeans;

/**
 * When silence is consent, asked of each line: when something is offered, and again when the time
 * to answer is over.
 *
 * <ul>
 *   <li>Only where that was agreed with the customer beforehand.
 *   <li>Only to a definite date, at most 30 days after the last one that they agreed to, or else
 *       the first that was promised.
 *   <li>Never where something was offered before, since the customer last agreed to a date
 *       themselves.
 *   <li>Once for each line at the most.
 *   <li>Only where they were told, or had it open, at least two working days before.
 * </ul>
 */
final class SilentConsent {
  static final int MOST_DAYS_LATER = 30;
  static final int TOLD_WORKING_DAYS = 2;

  private SilentConsent() {}

  /** Why it cannot be. */
  enum SilenceRefusal {
    NOT_AGREED("Nothing was agreed with this customer by which silence is consent"),
    OPEN_DATE("Silence is consent to a definite date only"),
    NOTHING_PROMISED("No day is promised that this one could be compared with"),
    TOO_LATE("Silence is consent to at most 30 days more than was promised"),
    RENEWED("Something was offered before; silence is no consent to another offer"),
    ONCE_ONLY("Silence was consent once before for this line");

    private final String sentence;

    SilenceRefusal(String sentence) {
      this.sentence = sentence;
    }

    String sentence() {
      return sentence;
    }
  }

  /**
   * What would be agreed to by silence.
   *
   * @param agreed what the customer's profile says of silence
   * @param offered absent for an open date
   * @param promised the last day that they agreed to, or else the first; absent where none is
   *     promised
   */
  record SilenceGround(
      SilenceMeans agreed,
      OfferedKind kind,
      Optional<LocalDate> offered,
      Optional<LocalDate> promised,
      LineConsents before) {}

  /** Nothing where it can be. */
  static Optional<SilenceRefusal> refusal(SilenceGround ground) {
    if (ground.agreed() != SilenceMeans.CONSENT) {
      return Optional.of(SilenceRefusal.NOT_AGREED);
    }
    if (ground.kind() != OfferedKind.DATE || ground.offered().isEmpty()) {
      return Optional.of(SilenceRefusal.OPEN_DATE);
    }
    if (ground.promised().isEmpty()) {
      return Optional.of(SilenceRefusal.NOTHING_PROMISED);
    }
    if (ChronoUnit.DAYS.between(ground.promised().get(), ground.offered().get())
        > MOST_DAYS_LATER) {
      return Optional.of(SilenceRefusal.TOO_LATE);
    }
    if (ground.before().renewed()) {
      return Optional.of(SilenceRefusal.RENEWED);
    }
    return ground.before().silentBefore()
        ? Optional.of(SilenceRefusal.ONCE_ONLY)
        : Optional.empty();
  }

  /**
   * Whether they were told in time.
   *
   * @param told the day on which a mail left, or they had it open; absent where neither
   */
  static boolean isToldInTime(Optional<LocalDate> told, LocalDate answerBy, WorkingDays days) {
    return told.filter(on -> !days.moved(on, TOLD_WORKING_DAYS).isAfter(answerBy)).isPresent();
  }

  /**
   * Whether nobody's answer is consent now that the time is over.
   *
   * @param stated what was said in plain sight of silence when it was offered
   */
  static boolean isGiven(
      SilenceMeans stated,
      SilenceGround ground,
      Optional<LocalDate> told,
      LocalDate answerBy,
      WorkingDays days) {
    return stated == SilenceMeans.CONSENT
        && refusal(ground).isEmpty()
        && isToldInTime(told, answerBy, days);
  }
}
