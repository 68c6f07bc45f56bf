package org.vitrine.servicereviews;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.vitrine.platform.statistics.Interval;

/** Per cent, or points between two of them, rounded to a tenth. */
record PercentRange(
    @JsonSerialize(using = PlainNumber.class) double low,
    @JsonSerialize(using = PlainNumber.class) double high) {
  private static final int TENTHS = 1_000;

  static PercentRange of(Interval interval) {
    return new PercentRange(percent(interval.low()), percent(interval.high()));
  }

  static double percent(double share) {
    return Math.round(share * TENTHS) / 10.0;
  }
}
