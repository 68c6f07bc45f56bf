package org.vitrine.bench;

import java.util.Optional;
import org.vitrine.bench.measure.Interval;

/**
 * One figure of a row.
 *
 * @param what what was measured, as a reader understands it
 * @param value its median and interval
 * @param unit of the value; "x" for a ratio
 * @param target what it should be; absent for a figure that only stands beside
 * @param why what explains it where the target was missed; may be empty
 */
public record Finding(
    String what, Interval value, String unit, Optional<Target> target, String why) {

  /** A bound from the contract. */
  public record Target(boolean atMost, double bound) {
    public boolean isReachedBy(double value) {
      return atMost ? value <= bound : value >= bound;
    }
  }

  public static Finding atMost(double bound, String what, Interval value, String unit) {
    return new Finding(what, value, unit, Optional.of(new Target(true, bound)), "");
  }

  public static Finding atLeast(double bound, String what, Interval value, String unit) {
    return new Finding(what, value, unit, Optional.of(new Target(false, bound)), "");
  }

  /** A figure that stands beside, such as the wall time. */
  public static Finding beside(String what, Interval value, String unit) {
    return new Finding(what, value, unit, Optional.empty(), "");
  }

  public Finding because(String explanation) {
    return new Finding(what, value, unit, target, explanation);
  }
}
