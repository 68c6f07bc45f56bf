package org.vitrine.surveys;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.vitrine.platform.statistics.Interval;

/**
 * A figure, and how sure it is.
 *
 * @param interval where it lies at 95 %; absent where nothing can be said of that
 * @param since what became of it since the round before
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ResultFigure(double value, Optional<Interval> interval, Optional<SinceBefore> since) {

  /**
   * How it differs from the round before.
   *
   * @param value what it was then
   * @param n of how many answers
   * @param difference where what changed lies at 95 %
   */
  record SinceBefore(double value, int n, Interval difference, FigureTrend trend) {
    SinceBefore(double value, int n, Interval difference) {
      this(value, n, difference, FigureTrend.of(difference));
    }
  }

  /** Only what the interval of the difference says has changed. */
  enum FigureTrend {
    @JsonProperty("up")
    UP,
    @JsonProperty("down")
    DOWN,
    /** Nothing can be said. */
    @JsonProperty("unsure")
    UNSURE;

    private static FigureTrend of(Interval difference) {
      if (!difference.excludesZero()) {
        return UNSURE;
      }
      return difference.low() > 0 ? UP : DOWN;
    }
  }
}
