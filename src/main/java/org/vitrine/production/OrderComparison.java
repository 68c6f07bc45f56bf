package org.vitrine.production;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.orders.Carrier;
import org.vitrine.orders.Promise;
import org.vitrine.orders.Promises;
import org.vitrine.orders.Shipment;
import org.vitrine.production.ToldOrder.ToldShipping;
import org.vitrine.production.ToldOrder.ToldStage;

/** Two states of an order, held against each other. */
final class OrderComparison {
  private final Optional<ToldOrder> before;
  private final OrderSummary after;

  private OrderComparison(Optional<ToldOrder> before, OrderSummary after) {
    this.before = before;
    this.after = after;
  }

  /**
   * What happened from one state of an order to a later one, each thing once, however much lies
   * between them.
   *
   * @param before absent where the order was not there yet
   */
  static List<OrderChange> between(Optional<ToldOrder> before, OrderSummary after) {
    OrderComparison comparison = new OrderComparison(before, after);
    List<OrderChange> changes = new ArrayList<>();
    comparison.placed().ifPresent(changes::add);
    comparison.promised().forEach(changes::add);
    comparison.stages().forEach(changes::add);
    comparison.shipments().forEach(changes::add);
    comparison.ended().ifPresent(changes::add);
    comparison.risks().forEach(changes::add);
    return List.copyOf(changes);
  }

  private Optional<OrderChange> placed() {
    return before.isEmpty() ? Optional.of(new OrderChange.Placed()) : Optional.empty();
  }

  private Stream<OrderChange> promised() {
    Promises promises = after.snapshot().promises();
    Stream<OrderChange> ofOrder =
        promises.ofOrder().stream()
            .flatMap(
                promise -> revised(Optional.empty(), before.flatMap(ToldOrder::promise), promise));
    Stream<OrderChange> ofLines =
        promises.ofLines().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .flatMap(
                line ->
                    revised(
                        Optional.of(line.getKey()),
                        before.flatMap(told -> told.promise(line.getKey())),
                        line.getValue()));
    return Stream.concat(ofOrder, ofLines);
  }

  private static Stream<OrderChange> revised(
      Optional<Integer> line, Optional<Optional<LocalDate>> told, Promise promise) {
    return told.equals(Optional.of(promise.current()))
        ? Stream.empty()
        : Stream.of(
            new OrderChange.PromiseRevised(
                line, told.flatMap(date -> date), promise.current(), promise.reason()));
  }

  private Stream<OrderChange> stages() {
    return after.lines().entrySet().stream()
        .flatMap(
            line ->
                line.getValue().stages().stream().flatMap(stage -> stage(line.getKey(), stage)));
  }

  private Stream<OrderChange> stage(int line, StageProgress stage) {
    String code = stage.stage().code();
    Optional<ToldStage> known = before.flatMap(one -> one.stage(line, code));
    Optional<OrderChange> begun =
        stage
            .began()
            .filter(at -> known.filter(ToldStage::begun).isEmpty())
            .map(at -> new OrderChange.StageBegun(line, code, at));
    Optional<OrderChange> finished =
        stage
            .ended()
            .filter(at -> stage.state() == StageState.MET)
            .filter(at -> known.filter(ToldStage::met).isEmpty())
            .map(at -> new OrderChange.StageFinished(line, code, at));
    return Stream.of(begun.stream(), failed(line, stage, known), finished.stream())
        .flatMap(changes -> changes);
  }

  private static Stream<OrderChange> failed(
      int line, StageProgress stage, Optional<ToldStage> known) {
    List<String> hadFailed = known.map(ToldStage::failed).orElse(List.of());
    return stage.measurements().stream()
        .filter(measurement -> measurement.verdict() == Verdict.FAILED)
        .filter(measurement -> !hadFailed.contains(measurement.requirement().code()))
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

  private Stream<OrderChange> shipments() {
    return after.snapshot().shipments().stream().flatMap(this::shipment);
  }

  private Stream<OrderChange> shipment(Shipment one) {
    Optional<ToldShipping> known = before.flatMap(told -> told.shipping(one.number()));
    Optional<OrderChange> left =
        known.isPresent()
            ? Optional.empty()
            : Optional.of(
                new OrderChange.Shipped(
                    one.number(),
                    one.leftOn(),
                    one.items(),
                    Optional.ofNullable(one.carrier()).map(Carrier::name),
                    Optional.ofNullable(one.trackingNumber()),
                    one.link()));
    Optional<OrderChange> delivered =
        Optional.ofNullable(one.deliveredOn())
            .filter(on -> known.filter(ToldShipping::delivered).isEmpty())
            .map(on -> new OrderChange.Delivered(one.number(), on, one.items()));
    return Stream.concat(left.stream(), delivered.stream());
  }

  private Optional<OrderChange> ended() {
    Optional<OrderState> known = before.map(ToldOrder::state);
    if (known.equals(Optional.of(after.state()))
        || after.state().isCompleted() && known.filter(OrderState::isCompleted).isPresent()) {
      return Optional.empty();
    }
    return switch (after.state()) {
      case CANCELLED ->
          Optional.of(new OrderChange.Cancelled(after.snapshot().order().cancelReason()));
      case COMPLETED -> after.heardAt().map(OrderChange.Completed::new);
      case COMPLETED_SHORT ->
          after.heardAt().map(at -> new OrderChange.Completed(at, Optional.of(true)));
      case WAITING, IN_PRODUCTION ->
          known
              .filter(state -> state == OrderState.CANCELLED)
              .map(state -> new OrderChange.Reinstated());
    };
  }

  private Stream<OrderChange> risks() {
    return after.outlook().risks().stream()
        .filter(
            risk ->
                before
                    .flatMap(one -> one.risk(risk.kind()))
                    .filter(known -> !risk.from().isBefore(known.from()))
                    .isEmpty())
        .map(risk -> new OrderChange.AtRisk(risk.kind(), risk.from()));
  }
}
