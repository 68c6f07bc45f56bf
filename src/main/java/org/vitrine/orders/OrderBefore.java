package org.vitrine.orders;

import java.util.List;
import java.util.Map;
import org.vitrine.orders.PlaceOrder.GivenPromise;

/**
 * An order as it was before somebody placed it again.
 *
 * @param version the one that it was at
 * @param order what it said, the words on its dates included; absent where there was none
 * @param now what it says since, as far as it is compared
 */
public record OrderBefore(long version, PlaceOrder order, PlaceOrder now) {
  static final OrderBefore NOTHING = new OrderBefore(0, null, null);

  static OrderBefore of(
      Order was, String company, Map<Integer, PromiseWord> promised, PlaceOrder now) {
    return new OrderBefore(
        was.version(), OrderAsPlaced.of(was, company, promised, was.version()).order(), now);
  }

  /**
   * The order to place so that it says again what it said, with this reason for dates that move. A
   * date that was given where there was none cannot be unsaid: it is to be confirmed.
   *
   * @param promised what is said of dates now
   */
  PlaceOrder again(Map<Integer, PromiseWord> promised, LocalizedText reason) {
    GivenPromise ofOrder =
        again(order.promise(), promised.get(PromiseRevisions.ORDER), null, reason);
    List<Line> lines =
        order.lines().stream()
            .map(
                line ->
                    line.promised(
                        again(line.promise(), promised.get(line.number()), ofOrder, reason)))
            .toList();
    return new PlaceOrder(
            order.company(),
            order.customerReference(),
            order.placedOn(),
            ofOrder,
            lines,
            order.cancelled())
        .movingReported();
  }

  private static GivenPromise again(
      GivenPromise was, PromiseWord now, GivenPromise otherwise, LocalizedText reason) {
    if (was != null) {
      return new GivenPromise(was.date(), was.toBeConfirmed(), reason);
    }
    if (now == null) {
      return null;
    }
    return otherwise == null ? GivenPromise.toBeConfirmed(reason) : otherwise;
  }
}
