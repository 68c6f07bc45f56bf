package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.orders.Promise;
import org.vitrine.orders.ShipmentNumber;

/**
 * As much of where an order stood as its next state is held against, to find what became of it:
 * small enough to be kept of every order.
 *
 * @param promised the day for the whole order; {@code toBeConfirmed} where it has none yet
 * @param stages those of which there is anything to say
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ToldOrder(
    OrderState state,
    Optional<LocalDate> promised,
    Optional<Boolean> toBeConfirmed,
    List<ToldPromise> linePromises,
    List<ToldStage> stages,
    List<Risk> risks,
    List<ToldShipping> shipments) {

  /**
   * What was told of the date of a line that has its own.
   *
   * @param date absent where it is to be confirmed
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record ToldPromise(int line, Optional<LocalDate> date) {}

  /** A shipment that was told of, by its key ({@link ShipmentNumber#key}). */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record ToldShipping(String key, boolean delivered) {}

  /**
   * @param met reported whole, with nothing mandatory open
   * @param failed the codes of requirements that fail
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record ToldStage(int line, String stage, boolean begun, boolean met, List<String> failed) {
    ToldStage {
      failed = failed == null ? List.of() : List.copyOf(failed);
    }

    private static ToldStage of(int line, StageProgress stage) {
      return new ToldStage(
          line,
          stage.stage().code(),
          stage.began().isPresent(),
          stage.state() == StageState.MET,
          stage.measurements().stream()
              .filter(measurement -> measurement.verdict() == Verdict.FAILED)
              .map(measurement -> measurement.requirement().code())
              .toList());
    }

    private boolean saysAnything() {
      return begun || met || !failed.isEmpty();
    }
  }

  ToldOrder {
    linePromises = linePromises == null ? List.of() : List.copyOf(linePromises);
    stages = stages == null ? List.of() : List.copyOf(stages);
    risks = risks == null ? List.of() : List.copyOf(risks);
    shipments = shipments == null ? List.of() : List.copyOf(shipments);
  }

  static ToldOrder of(OrderSummary summary) {
    return new ToldOrder(
        summary.state(),
        summary.promise().flatMap(Promise::current),
        summary.promise().filter(Promise::isToBeConfirmed).map(promise -> true),
        summary.snapshot().promises().ofLines().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(line -> new ToldPromise(line.getKey(), line.getValue().current()))
            .toList(),
        summary.lines().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .flatMap(line -> stages(line.getKey(), line.getValue()))
            .toList(),
        summary.outlook().risks(),
        summary.snapshot().shipments().stream()
            .map(one -> new ToldShipping(one.number().key(), one.deliveredOn() != null))
            .toList());
  }

  private static Stream<ToldStage> stages(int line, Progress progress) {
    return progress.stages().stream()
        .map(stage -> ToldStage.of(line, stage))
        .filter(ToldStage::saysAnything);
  }

  Optional<ToldStage> stage(int line, String code) {
    return stages.stream()
        .filter(stage -> stage.line() == line && stage.stage().equals(code))
        .findFirst();
  }

  /** What was told of the day of the whole order, in which none may be said. */
  Optional<Optional<LocalDate>> promise() {
    return toBeConfirmed.isPresent() ? Optional.of(Optional.empty()) : promised.map(Optional::of);
  }

  /** The same of a line: of its own, or else what it went by. */
  Optional<Optional<LocalDate>> promise(int line) {
    return linePromises.stream()
        .filter(promise -> promise.line() == line)
        .map(ToldPromise::date)
        .findFirst()
        .or(this::promise);
  }

  Optional<ToldShipping> shipping(ShipmentNumber number) {
    return shipments.stream().filter(told -> told.key().equals(number.key())).findFirst();
  }

  Optional<Risk> risk(Risk.RiskKind kind) {
    return risks.stream().filter(risk -> risk.kind() == kind).findFirst();
  }
}
