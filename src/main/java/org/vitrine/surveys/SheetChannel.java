package org.vitrine.surveys;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How an answer came. */
public enum SheetChannel {
  @JsonProperty("page")
  PAGE,
  /** By the link in a mail. */
  @JsonProperty("mail")
  MAIL,
  /** Written down by whoever visited. */
  @JsonProperty("visit")
  VISIT,
  /** Written down by whoever telephoned. */
  @JsonProperty("phone")
  PHONE;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static SheetChannel of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
