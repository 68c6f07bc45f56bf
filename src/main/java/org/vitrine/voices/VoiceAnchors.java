package org.vitrine.voices;

import java.util.List;
import java.util.Optional;
import org.vitrine.companies.Company;
import org.vitrine.orders.Line;
import org.vitrine.orders.Requirement;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.production.OrderRoutings;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.production.Stage;
import org.vitrine.tracking.GlassField;
import org.vitrine.tracking.Tracking;
import org.vitrine.voices.VoiceAnchor.AnchorNames;

/** Finds what somebody says something about, as far as they may see it. */
final class VoiceAnchors {
  private final Tracking tracking;
  private final OrderSnapshots snapshots;

  VoiceAnchors(Tracking tracking, OrderSnapshots snapshots) {
    this.tracking = tracking;
    this.snapshots = snapshots;
  }

  /** What it is, and whose the order is. */
  record FoundAnchor(VoiceAnchor anchor, Company company) {}

  /**
   * Throws {@link Rejection.NotFound} where there is no such order for them, {@link
   * Rejection.Invalid} where it has no such line, stage or requirement: one that they may not see
   * is not there.
   */
  FoundAnchor require(VoicePlace place, Speaker by) {
    OrderSnapshot order = order(place, by);
    Optional<Line> line = line(place, order);
    Optional<Requirement> requirement = requirement(place, lines(order, line), by);
    Optional<String> stage =
        requirement.map(Requirement::stage).or(() -> Optional.ofNullable(place.stage()));
    Optional<Stage> known = stage.map(code -> stage(code, lines(order, line), order.routings()));
    AnchorNames names =
        new AnchorNames(
            line.or(() -> only(order)).map(Line::product).filter(p -> !p.isBlank()).orElse(null),
            known.map(Stage::name).orElse(null),
            requirement.map(Requirement::name).orElse(null));
    return new FoundAnchor(
        new VoiceAnchor(
            Optional.of(order.order().id()),
            Optional.of(order.order().number()),
            line.map(Line::number),
            stage,
            requirement.map(Requirement::code),
            Optional.empty(),
            Optional.empty(),
            names),
        order.company());
  }

  /** A piece of theirs; its order too, where that is theirs and has this line. */
  FoundAnchor about(SaidOfPiece said, Company company) {
    Optional<OrderSnapshot> order =
        said.order()
            .flatMap(number -> tracking.find(number, Optional.of(company.id())))
            .flatMap(
                id -> snapshots.read(Optional.of(company.id()), List.of(id)).stream().findFirst());
    return new FoundAnchor(
        new VoiceAnchor(
            order.map(one -> one.order().id()),
            order.map(one -> one.order().number()),
            said.line().filter(line -> order.filter(one -> has(one, line)).isPresent()),
            Optional.empty(),
            Optional.empty(),
            Optional.of(said.serial()),
            Optional.empty(),
            new AnchorNames(said.product(), null, null)),
        company);
  }

  /** All of an order. */
  static FoundAnchor about(OrderSnapshot order) {
    return new FoundAnchor(
        new VoiceAnchor(
            Optional.of(order.order().id()),
            Optional.of(order.order().number()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new AnchorNames(
                only(order).map(Line::product).filter(p -> !p.isBlank()).orElse(null), null, null)),
        order.company());
  }

  private static boolean has(OrderSnapshot order, int line) {
    return order.order().lines().stream().anyMatch(one -> one.number() == line);
  }

  private OrderSnapshot order(VoicePlace place, Speaker by) {
    var id = tracking.require(place.order(), by.company());
    if (by.opens().filter(link -> !link.order().equals(id)).isPresent()) {
      throw noSuchOrder();
    }
    return snapshots.read(by.company(), List.of(id)).stream()
        .findFirst()
        .orElseThrow(VoiceAnchors::noSuchOrder);
  }

  private static Rejection noSuchOrder() {
    return new Rejection.NotFound("There is no such order");
  }

  private static Optional<Line> line(VoicePlace place, OrderSnapshot order) {
    if (place.line() == null) {
      return Optional.empty();
    }
    return Optional.of(
        order.order().lines().stream()
            .filter(one -> one.number().equals(place.line()))
            .findFirst()
            .orElseThrow(
                () ->
                    new Rejection.Invalid(
                        "line", "The order has no line %d".formatted(place.line()))));
  }

  private static Optional<Line> only(OrderSnapshot order) {
    return order.order().lines().size() == 1
        ? Optional.of(order.order().lines().getFirst())
        : Optional.empty();
  }

  private static List<Line> lines(OrderSnapshot order, Optional<Line> line) {
    return line.map(List::of).orElse(order.order().lines());
  }

  private static Optional<Requirement> requirement(VoicePlace place, List<Line> lines, Speaker by) {
    if (place.requirement() == null) {
      return Optional.empty();
    }
    boolean hidden =
        by.opens().filter(link -> !link.fields().contains(GlassField.REQUIREMENTS)).isPresent();
    return Optional.of(
        lines.stream()
            .flatMap(one -> one.requirements().stream())
            .filter(one -> !hidden && one.code().equals(place.requirement()))
            .filter(one -> place.stage() == null || place.stage().equals(one.stage()))
            .findFirst()
            .orElseThrow(
                () ->
                    new Rejection.Invalid(
                        "requirement",
                        "There is no requirement “%s” here"
                            .formatted(Excerpt.of(place.requirement())))));
  }

  private static Stage stage(String code, List<Line> lines, OrderRoutings routings) {
    return lines.stream()
        .map(routings::of)
        .flatMap(routing -> routing.stage(code).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    "stage", "There is no stage “%s” here".formatted(Excerpt.of(code))));
  }
}
