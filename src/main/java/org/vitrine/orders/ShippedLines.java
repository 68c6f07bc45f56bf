package org.vitrine.orders;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much of each line has left, over all shipments that stand: the one place that adds it up. */
public record ShippedLines(Map<Integer, Amount> left) {

  public ShippedLines {
    left = Map.copyOf(left);
  }

  public static ShippedLines of(List<Shipment> shipments) {
    Map<Integer, Amount> left = new HashMap<>();
    shipments.stream()
        .filter(Shipment::stands)
        .flatMap(shipment -> shipment.items().stream())
        .forEach(item -> left.merge(item.line(), item.quantity(), Amount::plus));
    return new ShippedLines(left);
  }

  /** {@link Amount#NONE} of a line of which nothing left. */
  public Amount of(int line) {
    return left.getOrDefault(line, Amount.NONE);
  }

  /** True where more of the line left than was ordered of it. */
  boolean exceeds(Line line) {
    return line.quantity() != null && of(line.number()).compareTo(line.quantity()) > 0;
  }
}
