package org.vitrine.traceability;

import com.fasterxml.jackson.annotation.JsonValue;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;

/**
 * The plant's own code of a lot, or the serial of a piece, as it stands on the label; the same in
 * any letters, as an {@link OrderNumber} is.
 */
public record TraceCode(@JsonValue String value) {

  public TraceCode {
    value = value == null ? "" : Blanks.stripped(value);
    requireFits("code", value);
  }

  /** Throws {@link Rejection.Invalid} naming the field where this is no code. */
  static TraceCode of(String field, String text) {
    requireFits(field, text == null ? "" : Blanks.stripped(text));
    return new TraceCode(text);
  }

  private static void requireFits(String field, String text) {
    if (!OrderNumber.fits(text)) {
      throw new Rejection.Invalid(
          field,
          ("“%s” is no code of a lot or a piece: 1 to 80 characters, a letter or a digit among them"
                  + " and no control character")
              .formatted(Excerpt.of(text)));
    }
  }

  /** The same for codes of one thing. */
  String key() {
    return OrderNumber.key(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
