package org.vitrine.servicereviews;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.vitrine.platform.statistics.Share;

/**
 * How often something was kept, and how surely that says so.
 *
 * @param due of how many
 * @param percent rounded to a tenth; absent where nothing was due
 * @param range where it lies in 19 of 20 cases
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record KeptFigure(
    int kept,
    int due,
    @JsonSerialize(contentUsing = PlainNumber.class) Optional<Double> percent,
    Optional<PercentRange> range) {
  static KeptFigure of(KeptCount count) {
    Optional<Share> share = count.share();
    return new KeptFigure(
        count.kept(),
        count.due(),
        share.map(one -> PercentRange.percent(one.figure())),
        share.map(one -> PercentRange.of(one.interval())));
  }
}
