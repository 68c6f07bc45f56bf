package org.vitrine.voices;

import java.util.List;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;

/**
 * What somebody wants to say.
 *
 * @param line, stage and requirement narrow down what it is about; absent where that is all of it
 * @param photos the ids of photos that were sent before
 */
public record SayVoice(
    OrderNumber order,
    Integer line,
    String stage,
    String requirement,
    VoiceKind kind,
    String text,
    List<String> photos) {
  public SayVoice {
    if (kind == null) {
      throw new Rejection.Invalid("kind", "Say whether this is a wish, a question or a complaint");
    }
    if (kind == VoiceKind.CARE) {
      throw new Rejection.Invalid(
          "kind", "“care” is what is answered by mail after a delivery; give another kind");
    }
    text = VoiceText.required(text);
    photos = photos == null ? List.of() : List.copyOf(photos);
  }

  VoicePlace place() {
    return new VoicePlace(order, line, stage, requirement);
  }
}
