package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What it means that a customer does not answer. */
public enum SilenceMeans {
  @JsonProperty("consent")
  CONSENT,
  /** The date that was promised stands. */
  @JsonProperty("none")
  NONE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static SilenceMeans of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
