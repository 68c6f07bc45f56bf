package org.vitrine.voices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Wording;

/**
 * What a voice is about: an order and, where it can be, one of its lines, a stage of that, and a
 * requirement of that.
 *
 * @param names what these were called when it was said
 */
public record VoiceAnchor(
    OrderId order,
    OrderNumber number,
    Optional<Integer> line,
    Optional<String> stage,
    Optional<String> requirement,
    AnchorNames names) {

  /** What product, stage and requirement are called; absent where there is none. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AnchorNames(LocalizedText product, Wording stage, Wording requirement) {
    public static final AnchorNames NONE = new AnchorNames(null, null, null);
  }
}
