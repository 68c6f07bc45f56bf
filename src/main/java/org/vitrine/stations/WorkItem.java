package org.vitrine.stations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.Tier;
import org.vitrine.evidence.AskedPicture;
import org.vitrine.orders.Amount;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.Requirement;
import org.vitrine.orders.Unit;
import org.vitrine.orders.Wording;
import org.vitrine.production.Measurement;

/**
 * What can be worked on at a station: one stage of one line, by one operation.
 *
 * @param traveller the text of its code, by which it is found without a network
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkItem(
    @JsonUnwrapped WorkPlace place,
    @JsonUnwrapped WorkOrdered ordered,
    @JsonUnwrapped WorkState state,
    List<WorkDemand> requirements,
    List<WorkAsked> asked,
    String traveller) {

  /** The nearest promise first; what is to be confirmed has time. */
  static final Comparator<WorkItem> NEAREST_FIRST =
      Comparator.<WorkItem, String>comparing(
              item ->
                  item.ordered().promised() == null ? "~" : item.ordered().promised().toString())
          .thenComparing(item -> item.place().order())
          .thenComparing(item -> item.place().line())
          .thenComparing(item -> item.place().step());

  /** What somebody wants to see of it. */
  record WorkAsked(String id, String who, String text, Instant since) {
    static WorkAsked of(AskedPicture one) {
      return new WorkAsked(one.id(), one.words().who(), one.words().text(), one.since());
    }
  }

  /**
   * Where it is reported.
   *
   * @param operation absent where the station works on the stage as a whole
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WorkPlace(String order, int line, String operation, String stage, Wording stageName) {
    /** How a code names the place on its line. */
    String step() {
      return operation == null ? stage : operation;
    }
  }

  /**
   * What was bought, and by whom.
   *
   * @param quantity absent where nobody knows
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WorkOrdered(
      LocalizedText product,
      LocalizedText description,
      String customer,
      Tier tier,
      String unit,
      Amount quantity,
      LocalDate promised) {}

  /**
   * How far it is.
   *
   * @param version of the order: a report that was taken as a later one is not counted here yet
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WorkState(
      long version, Amount done, Amount rejected, boolean held, LocalizedText heldReason) {}

  /**
   * What the order demands here.
   *
   * @param answer what a reading of it says
   * @param measured of how many units there is a reading
   * @param photo whether a reading counts only with a picture
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WorkDemand(
      String code,
      Wording name,
      LocalizedText ordered,
      String unit,
      BigDecimal minimum,
      BigDecimal maximum,
      DemandAnswer answer,
      int measured,
      boolean photo) {
    static WorkDemand of(Measurement measurement) {
      Requirement demanded = measurement.requirement();
      return new WorkDemand(
          demanded.code(),
          demanded.name(),
          demanded.ordered(),
          demanded.unit(),
          demanded.minimum(),
          demanded.maximum(),
          demanded.isMeasured() ? DemandAnswer.VALUE : DemandAnswer.PASSED,
          measurement.measured(),
          Boolean.TRUE.equals(demanded.photo()));
    }
  }

  /** As reports say it. */
  enum DemandAnswer {
    @JsonProperty("value")
    VALUE,
    /** A yes or a no. */
    @JsonProperty("passed")
    PASSED
  }

  /**
   * @param operation as the station calls it; absent for the stage as a whole
   */
  static WorkItem of(FloorLine line, FloorStage stage, Optional<String> operation, Traveller code) {
    Optional<FloorStage.FloorOperation> known = operation.flatMap(stage::operation);
    FloorStage.StageCount counted =
        operation.isEmpty()
            ? stage.counted()
            : known.map(FloorStage.FloorOperation::counted).orElse(FloorStage.StageCount.NONE);
    return new WorkItem(
        new WorkPlace(
            line.order().value(),
            line.line().number(),
            known.map(FloorStage.FloorOperation::name).or(() -> operation).orElse(null),
            stage.stage().code(),
            stage.stage().name()),
        new WorkOrdered(
            line.line().product(),
            line.line().description(),
            line.customer().name(),
            line.customer().tier(),
            Unit.name(line.line().unit()),
            line.line().quantity(),
            line.promised().orElse(null)),
        new WorkState(
            line.version(),
            counted.done(),
            counted.rejected(),
            stage.hold().isPresent(),
            stage.hold().orElse(null)),
        stage.demanded().stream().map(WorkDemand::of).toList(),
        line.asked().stream()
            .filter(one -> one.spot().stage().equals(stage.stage().code()))
            .map(WorkAsked::of)
            .toList(),
        code.text());
  }
}
