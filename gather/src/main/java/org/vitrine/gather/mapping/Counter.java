package org.vitrine.gather.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.vitrine.gather.plan.Sense;

/** What a count that stood at one number and stands at another says was made. */
final class Counter {
  private Counter() {}

  /**
   * @param pieces how many are sure; zero where none are
   * @param standsAt from where it is counted next
   * @param doubt what is not known; null where all is
   */
  record Difference(BigDecimal pieces, BigDecimal standsAt, String doubt) {
    private static Difference none(BigDecimal standsAt, String doubt) {
      return new Difference(BigDecimal.ZERO, standsAt, doubt);
    }
  }

  static Difference between(BigDecimal before, BigDecimal now, Sense.Count count) {
    if (now.compareTo(before) >= 0) {
      return whole(before, now.subtract(before), now);
    }
    if (hasWrapped(before, now, count.wrapsAt())) {
      BigDecimal made = count.wrapsAt().subtract(before).add(BigDecimal.ONE).add(now);
      return new Difference(made, now, null);
    }
    if (count.resetsToZero()) {
      return new Difference(now, now, null);
    }
    return Difference.none(
        now,
        now.signum() == 0
            ? null
            : "fell from %s to %s: what was made in between is not known"
                .formatted(before.toPlainString(), now.toPlainString()));
  }

  /** The count cannot say what happened in a gap, unless it never begins anew. */
  static Difference overGap(BigDecimal before, BigDecimal now, boolean same, Sense.Count count) {
    if (count.overGaps() && same) {
      return between(before, now, count);
    }
    return Difference.none(
        now,
        now.compareTo(before) == 0
            ? null
            : "stood at %s before and at %s after: the difference is not reported"
                .formatted(before.toPlainString(), now.toPlainString()));
  }

  /** Amounts have three digits; what is smaller is counted with the next. */
  private static Difference whole(BigDecimal before, BigDecimal rise, BigDecimal now) {
    BigDecimal amount = rise.setScale(3, RoundingMode.DOWN);
    boolean exact = amount.compareTo(rise) == 0;
    return new Difference(amount, exact ? now : before.add(amount), null);
  }

  /** From the upper half to the lower: anything else is a reset. */
  private static boolean hasWrapped(BigDecimal before, BigDecimal now, BigDecimal wrapsAt) {
    if (wrapsAt == null) {
      return false;
    }
    BigDecimal half = wrapsAt.divide(BigDecimal.TWO, 3, RoundingMode.HALF_UP);
    return before.compareTo(half) > 0 && before.compareTo(wrapsAt) <= 0 && now.compareTo(half) < 0;
  }
}
