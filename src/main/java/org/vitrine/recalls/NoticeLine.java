package org.vitrine.recalls;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  /** By which its order and line are told from others. */
  String place() {
    return order.map(OrderNumber::key).orElse("")
        + "\0"
        + line.map(String::valueOf).orElse("")
        + "\0";
  }

  /** Whether any of the same are among those of the other. */
  boolean hasPiecesOf(NoticeLine other) {
    return place().equals(other.place()) && codes.stream().anyMatch(other.codes::contains);
  }

  /**
   * How much of what it was about is surely among what it is about now. Codes that are a piece each
   * are counted; where a lot of several went, nobody knows how much the others are.
   */
  private Amount stays(NoticeLine now) {
    long kept = codes.stream().filter(now.codes::contains).count();
    if (kept == codes.size()) {
      return Amount.smaller(amount, now.amount);
    }
    boolean eachIsOne = amount.equals(Amount.of(codes.size()));
    return eachIsOne ? Amount.smaller(Amount.of(kept), now.amount) : Amount.NONE;
  }

  /** The same of all, each at its place. */
  static Amount stays(Collection<NoticeLine> before, Collection<NoticeLine> now) {
    Map<String, NoticeLine> places =
        now.stream()
            .collect(Collectors.toMap(NoticeLine::place, Function.identity(), (one, again) -> one));
    return before.stream()
        .filter(line -> places.containsKey(line.place()))
        .map(line -> line.stays(places.get(line.place())))
        .reduce(Amount.NONE, Amount::plus);
  }

  static Amount pieces(Collection<NoticeLine> lines) {
    return lines.stream().map(NoticeLine::amount).reduce(Amount.NONE, Amount::plus);
  }
}
