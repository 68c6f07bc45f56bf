package org.vitrine.stations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.database.Database;
import org.vitrine.stations.FloorBoard.FloorOrder;
import org.vitrine.stations.FloorBoard.FloorState;
import org.vitrine.stations.Scanned.DeadEnd;
import org.vitrine.traceability.PieceCard.PieceLine;
import org.vitrine.traceability.Traces;
import org.vitrine.tracking.Tracking;

/** Finds what a scanned code is about, in whatever form it names it. */
final class Scans {
  private final FloorBoard board;
  private final StepFinder steps;
  private final Operators operators;
  private final ScanGround ground;

  /** What lies below. */
  record ScanGround(Database database, Tracking tracking, Traces traces) {}

  Scans(FloorBoard board, StepFinder steps, Operators operators, ScanGround ground) {
    this.board = board;
    this.steps = steps;
    this.operators = operators;
    this.ground = ground;
  }

  ScanAnswer scan(String text, StationEntry here) {
    return switch (Scanned.of(text)) {
      case Scanned.TravellerCode code -> traveller(code.traveller(), here);
      case Scanned.CommandCode code -> new ScanAnswer.Commanded(code.command());
      case Scanned.BadgeCode code -> new ScanAnswer.BadgeFound(operators.withBadge(code.badge()));
      case Scanned.ThingCode code -> thing(code.thing(), here);
      case Scanned.PlainCode code -> plain(code.text(), here);
      case Scanned.Unreadable code -> ScanAnswer.LeadsNowhere.of(code.why());
    };
  }

  private ScanAnswer traveller(Traveller scanned, StationEntry here) {
    Optional<OrderId> order = order(scanned.order());
    if (order.isEmpty()) {
      return ScanAnswer.LeadsNowhere.of(DeadEnd.NONE);
    }
    return lines(board.now(), order.get()).stream()
        .filter(line -> line.line().number() == scanned.line())
        .findFirst()
        .map(line -> steps.at(line, scanned.step(), here))
        .orElseGet(() -> ScanAnswer.LeadsNowhere.of(DeadEnd.OVER));
  }

  /** By its serial first: that names one thing. */
  private ScanAnswer thing(Gs1 thing, StationEntry here) {
    FloorState floor = board.now();
    List<PieceLine> made =
        Stream.of(thing.serial(), thing.lot())
            .flatMap(Optional::stream)
            .map(this::madeFor)
            .filter(found -> !found.isEmpty())
            .findFirst()
            .orElse(List.of());
    return made.isEmpty()
        ? ScanAnswer.LeadsNowhere.of(DeadEnd.NONE)
        : steps.among(linesMade(floor, made), here);
  }

  private ScanAnswer plain(String text, StationEntry here) {
    FloorState floor = board.now();
    Optional<OrderId> order = order(text);
    List<PieceLine> made = madeFor(text);
    List<FloorLine> lines = new ArrayList<>();
    order.ifPresent(found -> lines.addAll(lines(floor, found)));
    lines.addAll(madeAs(floor, text));
    lines.addAll(linesMade(floor, made));
    if (!lines.isEmpty() || order.isPresent() || !made.isEmpty()) {
      return steps.among(each(lines), here);
    }
    return badge(text)
        .orElseGet(
            () ->
                ScanAnswer.LeadsNowhere.of(
                    Scanned.isDoubled(text) ? DeadEnd.DOUBLED : DeadEnd.NONE));
  }

  private Optional<OrderId> order(String text) {
    return OrderNumber.fits(text)
        ? ground.tracking().find(new OrderNumber(text), Optional.empty())
        : Optional.empty();
  }

  private List<PieceLine> madeFor(String code) {
    return OrderNumber.fits(code) ? ground.traces().madeFor(ground.database(), code) : List.of();
  }

  private static List<FloorLine> lines(FloorState floor, OrderId order) {
    return Optional.ofNullable(floor.orders().get(order)).map(FloorOrder::lines).orElse(List.of());
  }

  /** Those that are made under this number. */
  private static List<FloorLine> madeAs(FloorState floor, String workOrder) {
    String key = OrderNumber.key(workOrder);
    return floor.orders().values().stream()
        .flatMap(order -> order.lines().stream())
        .filter(
            line ->
                line.line().workOrders().stream()
                    .anyMatch(one -> OrderNumber.key(one.value()).equals(key)))
        .toList();
  }

  private List<FloorLine> linesMade(FloorState floor, List<PieceLine> made) {
    return made.stream()
        .flatMap(
            one ->
                order(one.number().value()).stream()
                    .flatMap(order -> lines(floor, order).stream())
                    .filter(
                        line ->
                            one.line().isEmpty() || one.line().get().equals(line.line().number())))
        .toList();
  }

  private static List<FloorLine> each(List<FloorLine> lines) {
    Map<String, FloorLine> each = new LinkedHashMap<>();
    lines.forEach(
        line -> each.putIfAbsent(line.order().value() + "\n" + line.line().number(), line));
    return List.copyOf(each.values());
  }

  /** Badges that the house has anyway say nothing in front. */
  private Optional<ScanAnswer> badge(String text) {
    return text.length() <= Badge.LONGEST
        ? operators
            .withBadge(new Badge(text))
            .map(found -> new ScanAnswer.BadgeFound(Optional.of(found)))
        : Optional.empty();
  }
}
