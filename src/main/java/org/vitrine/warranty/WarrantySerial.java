package org.vitrine.warranty;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/**
 * What is engraved on a piece. Two that differ only in small letters and capitals, or in their
 * width, are the same piece, as numbers of orders are.
 */
public record WarrantySerial(@JsonValue String value) {
  private static final int LONGEST = 80;

  /** Marks that turn the direction of writing would change what stands around the serial. */
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\u202A-\u202E\u2066-\u2069]");

  private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public WarrantySerial {
    value = value == null ? "" : Blanks.stripped(value);
    if (value.length() > LONGEST
        || UNFIT.matcher(value).find()
        || !LETTER_OR_DIGIT.matcher(value).find()) {
      throw new Rejection.Invalid(
          "",
          "A serial is 1 to 80 characters, a letter or a digit among them and no control"
              + " character");
    }
  }

  /** The same for serials of one piece. */
  public String key() {
    return OrderNumber.key(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
