package org.vitrine.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.platform.Rejection;

/**
 * What must hold of a shipment before it is written.
 *
 * <ul>
 *   <li>Only what was ordered leaves, and of a line no more than was ordered, unless the plant says
 *       that it is so.
 *   <li>It leaves in the unit of its line: of what is counted whole, no part.
 *   <li>Nothing more leaves of what was cancelled.
 *   <li>What a customer has read (what left, when, that it arrived) is said otherwise only with a
 *       reason.
 * </ul>
 *
 * What was recorded already is not asked again: a line may be cancelled, or its quantity lowered,
 * after some of it left.
 *
 * @param all that was recorded of the order
 * @param before what was said of this shipment, where it stands
 */
record ShipmentRule(Order order, List<Shipment> all, Optional<Shipment> before, Shipment wanted) {
  private static final int MOST_SHIPMENTS = 1_000;
  private static final int MOST_ITEMS = 10_000;

  /** Throws {@link Rejection.Invalid} or {@link Rejection.Conflict} where it does not hold. */
  void require(RecordShipment said) {
    List<Shipment> others = others();
    requireRoom(others);
    ShippedLines now = ShippedLines.of(all);
    List<Shipment> after = new ArrayList<>(others);
    after.add(wanted);
    requireItems(now, ShippedLines.of(after), said);
    if (before.filter(known -> saysOtherwise(known, wanted)).isPresent() && said.reason() == null) {
      throw new Rejection.Invalid(
          "reason",
          "Shipment “%s” said otherwise until now: give the reason, which the customer reads"
              .formatted(wanted.number()));
    }
  }

  private List<Shipment> others() {
    String key = wanted.number().key();
    return all.stream().filter(one -> !one.number().key().equals(key)).toList();
  }

  private void requireRoom(List<Shipment> others) {
    if (others.size() >= MOST_SHIPMENTS) {
      throw new Rejection.Conflict(
          "The limit of %,d shipments of an order has been reached".formatted(MOST_SHIPMENTS));
    }
    int items = others.stream().mapToInt(one -> one.items().size()).sum();
    if (items + wanted.items().size() > MOST_ITEMS) {
      throw new Rejection.Conflict(
          "The limit of %,d items in the shipments of an order has been reached"
              .formatted(MOST_ITEMS));
    }
  }

  private void requireItems(ShippedLines now, ShippedLines after, RecordShipment said) {
    Map<Integer, Line> lines =
        order.lines().stream().collect(Collectors.toMap(Line::number, Function.identity()));
    for (int at = 0; at < said.items().size(); at++) {
      ShippedItem item = said.items().get(at);
      String field = "items[%d]".formatted(at);
      Line line = lines.get(item.line());
      if (line == null) {
        throw new Rejection.Invalid(
            field + ".line", "Order %s has no line “%d”".formatted(order.number(), item.line()));
      }
      if (!isKnown(item)) {
        Unit.requireFits(line.unit(), field + ".quantity", item.quantity());
      }
      requireSerialsFit(field, line, item);
      if (after.of(item.line()).compareTo(now.of(item.line())) > 0) {
        requireStanding(field, line);
        requireOrdered(field, line, item, after, said);
      }
    }
  }

  private static void requireSerialsFit(String field, Line line, ShippedItem item) {
    if (Unit.isCounted(line.unit()) && Amount.of(item.pieces()).compareTo(item.quantity()) > 0) {
      throw new Rejection.Invalid(
          field + ".serials", "There are more serials than pieces that left");
    }
  }

  private boolean isKnown(ShippedItem item) {
    return before
        .filter(known -> ShippedItem.bare(known.items()).contains(item.bare()))
        .isPresent();
  }

  private void requireStanding(String field, Line line) {
    if (order.cancelReason() != null) {
      throw new Rejection.Conflict(
          "Order %s was cancelled: nothing more of it can leave".formatted(order.number()));
    }
    if (line.cancelled() != null) {
      throw new Rejection.Invalid(
          field + ".line",
          "Line “%d” was cancelled: nothing more of it can leave".formatted(line.number()));
    }
  }

  private static void requireOrdered(
      String field, Line line, ShippedItem item, ShippedLines after, RecordShipment said) {
    if (after.exceeds(line) && !said.isOverDelivery()) {
      throw new Rejection.Invalid(
          field + ".quantity",
          "With “%s”, %s of line %d would have left, and %s were ordered; if that is so, say “overDelivery”"
              .formatted(
                  item.quantity().asWritten(),
                  after.of(line.number()),
                  line.number(),
                  line.quantity()));
    }
  }

  private static boolean saysOtherwise(Shipment known, Shipment wanted) {
    return !known.leftOn().equals(wanted.leftOn())
        || !ShippedItem.bare(known.items()).equals(ShippedItem.bare(wanted.items()))
        || known.deliveredOn() != null
            && !Objects.equals(known.deliveredOn(), wanted.deliveredOn());
  }
}
