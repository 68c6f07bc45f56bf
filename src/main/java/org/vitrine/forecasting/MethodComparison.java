package org.vitrine.forecasting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * What was told beside what simple methods would have said at the same moments.
 *
 * @param ranges of how many ranges every method said something
 * @param methods what is shown first; none where the ranges are too few to tell
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record MethodComparison(int ranges, List<ComparedMethod> methods) {
  /** How many simple methods there are: median remaining time, by stage and product, the plan. */
  static final int METHODS = 3;

  /** Fewer tell nothing. */
  static final int FEWEST = 20;

  /**
   * A method.
   *
   * @param halfHeld how many lines were ready by the day that half of them should be
   * @param held how many by the day that nine of ten should be
   * @param off the mean pinball loss at both days, in days; of a line that is not ready, until now
   * @param moved how far the second day moved from one telling of a line to the next, in days
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record ComparedMethod(
      String method, int ranges, int halfHeld, int held, double off, Optional<Double> moved) {}

  static MethodComparison of(List<ComparedMethod> methods) {
    int ranges = methods.isEmpty() ? 0 : methods.getFirst().ranges();
    return new MethodComparison(ranges, ranges < FEWEST ? List.of() : methods);
  }
}
