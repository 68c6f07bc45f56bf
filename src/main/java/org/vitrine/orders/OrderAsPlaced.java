package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.orders.PlaceOrder.GivenPromise;

/**
 * An order as it is sent when it is placed, so that whoever edits it begins with all of it. Why a
 * date was given is left out: sent along with another date it would be the reason for that.
 *
 * @param version that to which its newest edit brought it; what the plant reports, what leaves and
 *     what is said of a routing, a calendar or a company edits no order
 */
public record OrderAsPlaced(@JsonUnwrapped PlaceOrder order, long version) {

  static OrderAsPlaced of(
      Order order, String company, Map<Integer, PromiseWord> promised, long version) {
    return new OrderAsPlaced(
        new PlaceOrder(
            company,
            order.customerReference(),
            order.placedOn(),
            given(promised.get(PromiseRevisions.ORDER)),
            lines(order.lines(), promised),
            order.cancelReason()),
        version);
  }

  private static List<Line> lines(List<Line> lines, Map<Integer, PromiseWord> promised) {
    return lines.stream().map(line -> line.promised(given(promised.get(line.number())))).toList();
  }

  private static GivenPromise given(PromiseWord word) {
    return Optional.ofNullable(word)
        .map(said -> new GivenPromise(said.date(), said.toBeConfirmed(), null))
        .orElse(null);
  }
}
