package org.vitrine.nonconformances;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.Wording;

/**
 * Where it showed: whatever of this is known.
 *
 * @param voice the message by which it was heard of
 * @param meeting that at which it was talked about
 * @param piece by its serial number
 */
public record NonconformanceAnchor(
    Optional<AnchoredOrder> order,
    Optional<Long> voice,
    Optional<Long> meeting,
    Optional<String> station,
    Optional<String> lot,
    Optional<String> piece) {

  /**
   * What of an order it concerns.
   *
   * @param id absent where the order is gone
   */
  public record AnchoredOrder(
      Optional<OrderId> id,
      String number,
      Optional<Integer> line,
      Optional<String> stage,
      Optional<String> requirement,
      AnchoredNames names) {}

  /** What these were called when it was raised; absent where there is none. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AnchoredNames(LocalizedText product, Wording stage, Wording requirement) {}
}
