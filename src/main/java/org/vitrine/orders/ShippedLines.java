package org.vitrine.orders;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much of each line has left, over all shipments that stand: the one place that adds it up. */
public record ShippedLines(Map<Integer, Long> left) {

  public ShippedLines {
    left = Map.copyOf(left);
  }

  public static ShippedLines of(List<Shipment> shipments) {
    Map<Integer, Long> left = new HashMap<>();
    shipments.stream()
        .filter(Shipment::stands)
        .flatMap(shipment -> shipment.items().stream())
        .forEach(item -> left.merge(item.line(), item.quantity().longValue(), Long::sum));
    return new ShippedLines(left);
  }

  /** Of a line of which nothing left, zero. */
  public long of(int line) {
    return left.getOrDefault(line, 0L);
  }

  /** True where more of the line left than was ordered of it. */
  boolean exceeds(Line line) {
    return line.quantity() != null && of(line.number()) > line.quantity();
  }
}
