package org.vitrine.surveys;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.vitrine.platform.Rejection;

/**
 * How many of those in question are asked; each part of them by its size.
 *
 * @param share of all, above 0 and at most 1; absent where a number is said
 * @param size how many; absent where a share is said
 */
public record SurveySample(BigDecimal share, Integer size, SampleStrata strata) {
  private static final int LARGEST = 100_000;

  /** By what all are parted before some are drawn. */
  public enum SampleStrata {
    @JsonProperty("tier")
    TIER,
    @JsonProperty("kind")
    KIND
  }

  public SurveySample {
    if ((share == null) == (size == null)) {
      throw new Rejection.Invalid("", "Give either a share or a size");
    }
    if (share != null && (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0)) {
      throw new Rejection.Invalid("share", "Must be above 0 and at most 1, such as 0.25");
    }
    if (size != null && (size < 1 || size > LARGEST)) {
      throw new Rejection.Invalid("size", "Must be a whole number from 1 to 100000");
    }
    strata = strata == null ? SampleStrata.TIER : strata;
  }

  /** How many of so many; a share is rounded up, so that it is never nobody. */
  int of(int all) {
    int wanted =
        size != null
            ? size
            : share.multiply(BigDecimal.valueOf(all)).setScale(0, RoundingMode.CEILING).intValue();
    return Math.min(wanted, all);
  }
}
