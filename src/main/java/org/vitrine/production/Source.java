package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where a report comes from. */
public enum Source {
  @JsonProperty("scan")
  SCAN,
  @JsonProperty("machine")
  MACHINE,
  @JsonProperty("manual")
  MANUAL,
  @JsonProperty("import")
  IMPORT,
  @JsonProperty("inferred")
  INFERRED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Source of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
