package org.vitrine.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;
import org.vitrine.orders.Requirement;
import org.vitrine.production.Report.Reading;

/**
 * Something the plant measures because the customer asked for it.
 *
 * @param operation during which it is measured
 * @param decimals as the instrument shows them; none where nothing is said
 * @param device the code of the instrument; absent where somebody looks
 */
record Check(Requirement requirement, String operation, Integer decimals, String device) {

  Check {
    decimals = decimals == null ? 0 : decimals;
  }

  /** What a good unit shows: well inside the limits. */
  Reading good(String unit, RandomGenerator random) {
    double spread = Math.clamp(random.nextGaussian(), -2, 2);
    return reading(unit, true, middle() + reach() / 3 * spread);
  }

  /** What a bad unit shows: a little outside a limit. */
  Reading bad(String unit, RandomGenerator random) {
    double beyond = 0.02 + 0.04 * random.nextDouble();
    boolean tooMuch = requirement.minimum() == null;
    return reading(unit, false, tooMuch ? most() * (1 + beyond) : least() * (1 - beyond));
  }

  private Reading reading(String unit, boolean passed, double value) {
    return requirement.isMeasured()
        ? measured(unit, BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN))
        : new Reading(requirement.code(), null, passed, unit);
  }

  private Reading measured(String unit, BigDecimal shown) {
    return new Reading(requirement.code(), shown, null, unit, device, sent(shown), null);
  }

  /** As an instrument sends it. */
  private String sent(BigDecimal shown) {
    String unit = requirement.unit() == null ? "" : " " + requirement.unit();
    return device == null ? null : "+" + shown.toPlainString() + unit;
  }

  private double middle() {
    return (least() + most()) / 2;
  }

  private double reach() {
    return (most() - least()) / 2;
  }

  /** Where there is no minimum, good units show at least half the maximum. */
  private double least() {
    return requirement.minimum() == null ? most() / 2 : requirement.minimum().doubleValue();
  }

  private double most() {
    if (requirement.maximum() != null) {
      return requirement.maximum().doubleValue();
    }
    return requirement.minimum() == null ? 0 : requirement.minimum().doubleValue() * 1.2;
  }
}
