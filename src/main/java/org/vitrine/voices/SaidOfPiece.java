package org.vitrine.voices;

import java.util.List;
import java.util.Optional;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;

/**
 * What the owner of a piece says about it. Whoever calls has seen that it is theirs.
 *
 * @param order with which it left; told only where it is the same company's
 * @param photos the ids of photos that were sent before
 */
public record SaidOfPiece(
    String serial,
    LocalizedText product,
    Optional<OrderNumber> order,
    Optional<Integer> line,
    VoiceKind kind,
    String text,
    List<String> photos) {
  public SaidOfPiece {
    text = VoiceText.required(text);
    photos = List.copyOf(photos);
  }
}
