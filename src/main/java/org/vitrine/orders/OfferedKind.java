package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What is offered in the place of a date that cannot be kept. */
public enum OfferedKind {
  @JsonProperty("date")
  DATE,
  /** We cannot say yet. */
  @JsonProperty("open")
  OPEN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static OfferedKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
