package org.vitrine.devices;

import com.fasterxml.jackson.annotation.JsonValue;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/** What is engraved on a gauge; the same in any letters. */
public record GaugeCode(@JsonValue String value) {
  private static final int LONGEST = 60;

  public GaugeCode {
    value = value == null ? "" : Blanks.stripped(value);
    TextLimit.atMost("code", value, LONGEST);
    if (!OrderNumber.fits(value)) {
      throw new Rejection.Invalid("code", "The code of a device needs a letter or a digit");
    }
  }

  String key() {
    return OrderNumber.key(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
