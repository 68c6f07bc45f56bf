package org.vitrine.profiles;

import java.util.List;
import org.vitrine.orders.DelayRemedy;
import org.vitrine.orders.SilenceMeans;
import org.vitrine.platform.Rejection;
import org.vitrine.production.DueDates;

/**
 * What happens where a date will hardly be kept. Whatever is not said is as usual.
 *
 * @param riskBelow the chance of keeping a date, in percent, below which somebody has to decide
 * @param decideWithin minutes of working time in which they do
 * @param answerWithin working days for which another date is offered
 * @param remedies what may be offered beside it
 * @param silence whether silence may be consent
 */
public record AgreedPromises(
    Integer riskBelow,
    Integer decideWithin,
    Integer answerWithin,
    List<DelayRemedy> remedies,
    SilenceMeans silence) {
  public static final AgreedPromises USUAL = new AgreedPromises(null, null, null, null, null);

  public AgreedPromises {
    riskBelow = within("riskBelow", riskBelow == null ? DueDates.AT_RISK_BELOW : riskBelow, 50, 99);
    decideWithin = within("decideWithin", decideWithin == null ? 480 : decideWithin, 1, 60_000);
    answerWithin = within("answerWithin", answerWithin == null ? 5 : answerWithin, 1, 60);
    remedies =
        remedies == null
            ? List.of(DelayRemedy.PART_FIRST, DelayRemedy.CANCEL_FREE)
            : remedies.stream().distinct().sorted().toList();
    silence = silence == null ? SilenceMeans.NONE : silence;
  }

  private static int within(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw new Rejection.Invalid(field, "Must be from %d to %,d".formatted(least, most));
    }
    return value;
  }
}
