package org.vitrine.warranty;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.vitrine.platform.Rejection;

/** From what day on a piece is covered. */
public enum CoverBegins {
  SHIPMENT,
  DELIVERY;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static CoverBegins read(String code) {
    for (CoverBegins one : values()) {
      if (one.code().equals(code)) {
        return one;
      }
    }
    throw new Rejection.Invalid("", "Must be shipment or delivery");
  }
}
