package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;

/**
 * The plant's own number of a shipment, such as that of its delivery note: unique within its order,
 * and the same in any letters, as an {@link OrderNumber} is.
 */
public record ShipmentNumber(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ShipmentNumber {
    value = value == null ? "" : Blanks.stripped(value);
    if (!OrderNumber.fits(value)) {
      throw new Rejection.Invalid(
          "shipment",
          "“%s” is no shipment number: 1 to 80 characters, a letter or a digit among them and no control character"
              .formatted(Excerpt.of(value)));
    }
  }

  /** The same for numbers of one shipment. */
  public String key() {
    return OrderNumber.key(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
