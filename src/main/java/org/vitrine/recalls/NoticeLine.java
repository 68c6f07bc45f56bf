package org.vitrine.recalls;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.Amount;
import org.vitrine.orders.OrderNumber;

/**
 * Pieces of one company that a notice is about.
 *
 * @param order absent where they were bought by none that we know
 * @param line of the order
 * @param codes their serials, or the lots that they are of
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record NoticeLine(
    Optional<OrderNumber> order, Optional<Integer> line, List<String> codes, Amount amount) {

  NoticeLine {
    codes = codes.stream().sorted().distinct().toList();
  }

  boolean isOf(OrderNumber number) {
    return order.filter(own -> own.key().equals(number.key())).isPresent();
  }

  static Amount pieces(Collection<NoticeLine> lines) {
    return lines.stream().map(NoticeLine::amount).reduce(Amount.NONE, Amount::plus);
  }
}
