package org.vitrine.production;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.orders.Promise;

/** Two states of an order, held against each other. */
final class OrderComparison {
  private final Optional<OrderSummary> before;
  private final OrderSummary after;

  private OrderComparison(Optional<OrderSummary> before, OrderSummary after) {
    this.before = before;
    this.after = after;
  }

  static List<OrderChange> between(Optional<OrderSummary> before, OrderSummary after) {
    OrderComparison comparison = new OrderComparison(before, after);
    List<OrderChange> changes = new ArrayList<>();
    comparison.placed().ifPresent(changes::add);
    comparison.promised().ifPresent(changes::add);
    comparison.stages().forEach(changes::add);
    comparison.ended().ifPresent(changes::add);
    comparison.risks().forEach(changes::add);
    return List.copyOf(changes);
  }

  private Optional<OrderChange> placed() {
    return before.isEmpty() ? Optional.of(new OrderChange.Placed()) : Optional.empty();
  }

  private Optional<OrderChange> promised() {
    Optional<LocalDate> given = before.flatMap(OrderSummary::promise).map(Promise::current);
    return after
        .promise()
        .filter(promise -> !given.equals(Optional.of(promise.current())))
        .map(promise -> new OrderChange.PromiseRevised(given, promise.current(), promise.reason()));
  }

  private Stream<OrderChange> stages() {
    return after.lines().entrySet().stream()
        .flatMap(
            line ->
                line.getValue().stages().stream().flatMap(stage -> stage(line.getKey(), stage)));
  }

  private Stream<OrderChange> stage(int line, StageProgress stage) {
    String code = stage.stage().code();
    Optional<StageProgress> known = known(line, code);
    Optional<OrderChange> begun =
        stage
            .began()
            .filter(at -> known.flatMap(StageProgress::began).isEmpty())
            .map(at -> new OrderChange.StageBegun(line, code, at));
    Optional<OrderChange> finished =
        stage
            .ended()
            .filter(at -> stage.state() == StageState.MET)
            .filter(at -> known.filter(one -> one.state() == StageState.MET).isEmpty())
            .map(at -> new OrderChange.StageFinished(line, code, at));
    return Stream.of(begun.stream(), failed(line, stage, known), finished.stream())
        .flatMap(changes -> changes);
  }

  private Optional<StageProgress> known(int line, String code) {
    return before
        .map(one -> one.lines().get(line))
        .flatMap(
            progress ->
                progress.stages().stream()
                    .filter(stage -> stage.stage().code().equals(code))
                    .findFirst());
  }

  private static Stream<OrderChange> failed(
      int line, StageProgress stage, Optional<StageProgress> known) {
    return stage.measurements().stream()
        .filter(measurement -> measurement.verdict() == Verdict.FAILED)
        .filter(measurement -> !hadFailed(measurement, known))
        .flatMap(
            measurement ->
                measurement.failedSince().stream()
                    .map(
                        at ->
                            new OrderChange.RequirementFailed(
                                line,
                                stage.stage().code(),
                                measurement.requirement().code(),
                                measurement.requirement().mandatory(),
                                at)));
  }

  private static boolean hadFailed(Measurement measurement, Optional<StageProgress> known) {
    String code = measurement.requirement().code();
    return known.stream()
        .flatMap(stage -> stage.measurements().stream())
        .anyMatch(one -> one.requirement().code().equals(code) && one.verdict() == Verdict.FAILED);
  }

  private Optional<OrderChange> ended() {
    Optional<OrderState> known = before.map(OrderSummary::state);
    if (known.equals(Optional.of(after.state()))) {
      return Optional.empty();
    }
    return switch (after.state()) {
      case CANCELLED ->
          Optional.of(new OrderChange.Cancelled(after.snapshot().order().cancelReason()));
      case COMPLETED -> after.heardAt().map(OrderChange.Completed::new);
      case WAITING, IN_PRODUCTION ->
          known
              .filter(state -> state == OrderState.CANCELLED)
              .map(state -> new OrderChange.Reinstated());
    };
  }

  private Stream<OrderChange> risks() {
    Map<Risk.RiskKind, Risk> known = new EnumMap<>(Risk.RiskKind.class);
    before.ifPresent(one -> one.outlook().risks().forEach(risk -> known.put(risk.kind(), risk)));
    return after.outlook().risks().stream()
        .filter(
            risk ->
                !known.containsKey(risk.kind())
                    || risk.from().isBefore(known.get(risk.kind()).from()))
        .map(risk -> new OrderChange.AtRisk(risk.kind(), risk.from()));
  }
}
