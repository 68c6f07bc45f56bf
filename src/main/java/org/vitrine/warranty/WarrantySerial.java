package org.vitrine.warranty;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/**
 * What is engraved on a piece. Two that differ only in small letters and capitals, or in their
 * width, are the same piece, as numbers of orders are.
 */
public record WarrantySerial(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public WarrantySerial {
    value = value == null ? "" : Blanks.stripped(value);
    if (!OrderNumber.fits(value)) {
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
