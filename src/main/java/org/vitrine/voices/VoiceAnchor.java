package org.vitrine.voices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Wording;

/**
 * What a voice is about: an order and, where it can be, one of its lines, a stage of that, and a
 * requirement of that; or a piece, with its order where that is the same company's; or neither,
 * where it was said elsewhere.
 *
 * @param piece its serial, of what is claimed
 * @param origin where it was said, if not by itself
 * @param names what these were called when it was said
 */
public record VoiceAnchor(
    Optional<OrderId> order,
    Optional<OrderNumber> number,
    Optional<Integer> line,
    Optional<String> stage,
    Optional<String> requirement,
    Optional<String> piece,
    Optional<VoiceOrigin> origin,
    AnchorNames names) {

  /** What was said about nothing more than a company, and noted elsewhere. */
  static VoiceAnchor of(VoiceOrigin origin) {
    return new VoiceAnchor(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(origin),
        AnchorNames.NONE);
  }

  /** What readers know it by: the order's number, or else the serial; absent without either. */
  Optional<String> called() {
    return number.map(OrderNumber::value).or(() -> piece);
  }

  /** What product, stage and requirement are called; absent where there is none. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AnchorNames(LocalizedText product, Wording stage, Wording requirement) {
    public static final AnchorNames NONE = new AnchorNames(null, null, null);
  }
}
