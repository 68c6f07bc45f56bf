package org.vitrine.acts;

import java.util.Optional;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.Rejection;

/**
 * What is to stand still, and why.
 *
 * @param line absent for every line that is under way
 * @param stage absent for the one where a line is
 * @param reason the customer reads it
 */
record HoldWish(Integer line, String stage, LocalizedText reason) {
  HoldWish {
    if (reason == null || reason.isBlank()) {
      throw new Rejection.Invalid("reason", "Give the reason for the hold: the customer reads it");
    }
    LocalizedText.requireAtMost("reason", reason, 500);
    LocalizedText.requireLanguages("reason", reason);
  }

  HeldPart part() {
    return new HeldPart(Optional.ofNullable(line), Optional.ofNullable(stage));
  }

  /** Which part of an order is meant: all that is under way, a line, or a stage. */
  record HeldPart(Optional<Integer> line, Optional<String> stage) {
    static final HeldPart ALL = new HeldPart(Optional.empty(), Optional.empty());
  }
}
