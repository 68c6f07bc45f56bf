package org.vitrine.nonconformances;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.nonconformances.DoubtLedger.DoubtedPlace;
import org.vitrine.nonconformances.NonconformanceAnchor.AnchoredNames;
import org.vitrine.nonconformances.NonconformanceAnchor.AnchoredOrder;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Requirement;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.production.Stage;
import org.vitrine.tracking.Tracking;
import org.vitrine.voices.OpenVoices;
import org.vitrine.voices.VoiceAnchor;
import org.vitrine.voices.VoiceNumber;

/** Finds what a nonconformance is about. */
final class NonconformanceAnchors {
  private final Tracking tracking;
  private final OrderSnapshots snapshots;
  private final OpenVoices voices;

  NonconformanceAnchors(Tracking tracking, OrderSnapshots snapshots, OpenVoices voices) {
    this.tracking = tracking;
    this.snapshots = snapshots;
    this.voices = voices;
  }

  /**
   * Throws {@link Rejection.Invalid} on the field that names something that is not there. FirstWord
   * by a message alone, it is about what that one is about. A meeting, a station, a lot and a piece
   * are taken at their word: who knows of them may not have told us.
   */
  NonconformanceAnchor require(Queries queries, WhereItShowed wanted) {
    Optional<VoiceAnchor> voice =
        number("voice", wanted.voice()).map(number -> voice(queries, number));
    WhereItShowed said = voice.map(wanted::orOf).orElse(wanted);
    Optional<AnchoredOrder> order =
        NonconformanceText.code("order", said.order()).map(number -> order(number, said));
    if (order.isEmpty()) {
      refuseWithoutOrder("line", said.line());
      refuseWithoutOrder("stage", said.stage());
      refuseWithoutOrder("requirement", said.requirement());
    }
    return new NonconformanceAnchor(
        order,
        number("voice", said.voice()),
        number("meeting", said.meeting()),
        NonconformanceText.code("station", said.station()),
        NonconformanceText.code("lot", said.lot()),
        NonconformanceText.code("piece", said.piece()));
  }

  private VoiceAnchor voice(Queries queries, long number) {
    return voices
        .anchorOf(queries, new VoiceNumber(number))
        .orElseThrow(
            () -> new Rejection.Invalid("voice", "There is no message %d".formatted(number)));
  }

  private static Optional<Long> number(String field, Long number) {
    if (number != null && number < 1) {
      throw new Rejection.Invalid(field, "“%d” is not 1 or more".formatted(number));
    }
    return Optional.ofNullable(number);
  }

  private static void refuseWithoutOrder(String field, Object value) {
    if (value != null) {
      throw new Rejection.Invalid(field, "Say of which order");
    }
  }

  private AnchoredOrder order(String number, WhereItShowed said) {
    OrderSnapshot order = snapshot(number);
    Optional<Line> line = Optional.ofNullable(said.line()).map(wanted -> line(order, wanted));
    List<Line> lines = line.map(List::of).orElse(order.order().lines());
    Optional<Requirement> requirement =
        NonconformanceText.code("requirement", said.requirement())
            .map(code -> requirement(code, said.stage(), lines));
    Optional<Stage> stage =
        requirement
            .map(Requirement::stage)
            .or(() -> NonconformanceText.code("stage", said.stage()))
            .map(code -> stage(code, order, lines));
    return new AnchoredOrder(
        Optional.of(order.order().id()),
        order.order().number().value(),
        line.map(Line::number),
        stage.map(Stage::code),
        requirement.map(Requirement::code),
        new AnchoredNames(
            product(lines),
            stage.map(Stage::name).orElse(null),
            requirement.map(Requirement::name).orElse(null)));
  }

  private OrderSnapshot snapshot(String number) {
    return snapshots.newest(List.of(known(number))).stream()
        .findFirst()
        .orElseThrow(() -> unknown(number));
  }

  private OrderId known(String number) {
    try {
      return tracking.require(new OrderNumber(number), Optional.empty());
    } catch (Rejection.NotFound | Rejection.Invalid notAnOrder) {
      throw unknown(number);
    }
  }

  private static Rejection unknown(String number) {
    return new Rejection.Invalid("order", "There is no order “%s”".formatted(Excerpt.of(number)));
  }

  private static Line line(OrderSnapshot order, int wanted) {
    return order.order().lines().stream()
        .filter(line -> line.number() == wanted)
        .findFirst()
        .orElseThrow(
            () -> new Rejection.Invalid("line", "The order has no line %d".formatted(wanted)));
  }

  private static LocalizedText product(List<Line> lines) {
    return lines.size() == 1
        ? Optional.ofNullable(lines.getFirst().product())
            .filter(product -> !product.isBlank())
            .orElse(null)
        : null;
  }

  private static Requirement requirement(String code, String stage, List<Line> lines) {
    return lines.stream()
        .flatMap(line -> line.requirements().stream())
        .filter(one -> one.code().equals(code))
        .filter(one -> stage == null || one.stage().equals(stage))
        .findFirst()
        .orElseThrow(() -> notHere("requirement", code));
  }

  private static Stage stage(String code, OrderSnapshot order, List<Line> lines) {
    return lines.stream()
        .flatMap(line -> order.routings().of(line).stage(code).stream())
        .findFirst()
        .orElseThrow(() -> notHere("stage", code));
  }

  private static Rejection notHere(String field, String code) {
    return new Rejection.Invalid(
        field, "There is no %s “%s” here".formatted(field, Excerpt.of(code)));
  }

  /** What of orders is in doubt by it; asks for the order, so not inside of a transaction. */
  List<DoubtedPlace> doubted(NonconformanceAnchor anchor) {
    return anchor.order().stream()
        .flatMap(order -> order.id().stream().flatMap(id -> doubted(id, order)))
        .toList();
  }

  /** A stage that the order has on several lines is in doubt on each of them. */
  private Stream<DoubtedPlace> doubted(OrderId id, AnchoredOrder order) {
    if (order.line().isPresent() || order.stage().isEmpty()) {
      return Stream.of(new DoubtedPlace(id, order.line(), order.stage()));
    }
    return snapshots.newest(List.of(id)).stream()
        .flatMap(one -> linesWith(order.stage().get(), one))
        .map(line -> new DoubtedPlace(id, Optional.of(line), order.stage()));
  }

  private static Stream<Integer> linesWith(String stage, OrderSnapshot order) {
    return order.order().lines().stream()
        .filter(line -> order.routings().of(line).stage(stage).isPresent())
        .map(Line::number);
  }
}
