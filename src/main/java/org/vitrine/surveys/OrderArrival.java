package org.vitrine.surveys;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;
import org.vitrine.orders.Shipment;

/** When all of an order is with its customer. */
final class OrderArrival {
  /** Where nobody says that it was delivered, it is taken to have arrived after so many days. */
  private static final int DAYS_ON_THE_WAY = 14;

  private OrderArrival() {}

  /**
   * Absent while something is still to leave. A line that was cancelled or closed short has nothing
   * left; of one whose quantity nobody says, something has to have left.
   */
  static Optional<LocalDate> of(List<Line> lines, List<Shipment> shipments) {
    List<Shipment> standing = shipments.stream().filter(Shipment::stands).toList();
    Map<Integer, Amount> left = new HashMap<>();
    standing.stream()
        .flatMap(shipment -> shipment.items().stream())
        .forEach(item -> left.merge(item.line(), item.quantity(), Amount::plus));
    boolean all = lines.stream().allMatch(line -> hasLeft(line, left.get(line.number())));
    return standing.isEmpty() || !all
        ? Optional.empty()
        : standing.stream().map(OrderArrival::arrived).max(Comparator.naturalOrder());
  }

  private static boolean hasLeft(Line line, Amount left) {
    if (line.cancelled() != null || line.closedShort() != null) {
      return true;
    }
    return left != null && (line.quantity() == null || left.compareTo(line.quantity()) >= 0);
  }

  private static LocalDate arrived(Shipment shipment) {
    return shipment.deliveredOn() == null
        ? shipment.leftOn().plusDays(DAYS_ON_THE_WAY)
        : shipment.deliveredOn();
  }
}
