package org.vitrine.tracking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.vitrine.orders.Amount;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.Wording;
import org.vitrine.production.LineFinish.StageReady;
import org.vitrine.production.Source;
import org.vitrine.production.StageState;
import org.vitrine.production.Verdict;

/** One stage: a pane of the window. */
public record StagePane(
    int position,
    Wording name,
    StageState state,
    Optional<Instant> began,
    Optional<Instant> ended,
    @JsonUnwrapped StageCounts counts,
    @JsonUnwrapped UsualTime usual,
    @JsonUnwrapped PaneHeard heard,
    Optional<Hold> hold,
    Map<Verdict, Integer> verdicts,
    Map<String, RequirementRow> requirements,
    Optional<Map<String, OperationRow>> operations) {

  /** What went through it, and what did not. */
  public record StageCounts(
      Amount through,
      Amount inferred,
      Optional<Amount> shortBy,
      Optional<Amount> rejected,
      Optional<Amount> scrapped) {}

  /**
   * How long it usually takes.
   *
   * @param workingHours true where the usual hours are those in which it is worked on
   * @param ready when it is likely done, by its share of what is left to do
   */
  public record UsualTime(
      Double usualHours, Optional<Boolean> workingHours, Optional<StageReady> ready) {}

  /** The newest word from it, and who gave it. */
  public record PaneHeard(
      Optional<Instant> heardAt, Optional<Source> source, Optional<String> station) {}

  /** Why it stands still, and since when. */
  public record Hold(Instant since, Optional<LocalizedText> reason) {}

  /** What was ordered, what was measured and what that makes. */
  public record RequirementRow(
      int position,
      @JsonUnwrapped OrderedValue ordered,
      @JsonUnwrapped MeasuredValue measured,
      Verdict verdict,
      Optional<LocalizedText> waiver) {}

  /** A requirement as it was ordered. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record OrderedValue(
      Wording name,
      boolean mandatory,
      LocalizedText ordered,
      String unit,
      BigDecimal minimum,
      BigDecimal maximum,
      int sample,
      Boolean photo) {}

  /** What was measured of it: so many pieces that count and that do not, and the newest of them. */
  public record MeasuredValue(
      int measured,
      int failedUnits,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) int unproved,
      Optional<BigDecimal> value,
      Optional<Boolean> passed,
      Optional<Instant> at) {}

  /** A shop-floor operation inside a stage, by its code where the routing has no name for it. */
  public record OperationRow(
      LocalizedText name,
      Instant began,
      Instant ended,
      Amount good,
      Amount rejected,
      Amount scrapped,
      int reports,
      boolean rework) {}
}
