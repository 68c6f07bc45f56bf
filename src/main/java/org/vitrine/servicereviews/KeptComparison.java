package org.vitrine.servicereviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.vitrine.platform.statistics.Interval;

/**
 * The same figure before and after.
 *
 * @param difference by how many points it is more now, in 19 of 20 cases; absent where there is
 *     nothing to compare
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record KeptComparison(
    KeptFigure before, KeptFigure now, Optional<PercentRange> difference, KeptVerdict verdict) {

  /** What the interval of the difference says, and nothing else. */
  enum KeptVerdict {
    @JsonProperty("better")
    BETTER,
    @JsonProperty("worse")
    WORSE,
    /** It may as well be chance. */
    @JsonProperty("unsure")
    UNSURE,
    /** Nothing was due on one of the two sides. */
    @JsonProperty("nothing")
    NOTHING
  }

  static KeptComparison of(KeptCount before, KeptCount now) {
    Optional<Interval> difference = now.share().flatMap(after -> before.share().map(after::since));
    return new KeptComparison(
        KeptFigure.of(before),
        KeptFigure.of(now),
        difference.map(PercentRange::of),
        difference.map(KeptComparison::verdict).orElse(KeptVerdict.NOTHING));
  }

  private static KeptVerdict verdict(Interval difference) {
    if (!difference.excludesZero()) {
      return KeptVerdict.UNSURE;
    }
    return difference.low() > 0 ? KeptVerdict.BETTER : KeptVerdict.WORSE;
  }
}
