package org.vitrine.connectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How much of the other system is read. */
public enum PullScope {
  /** What was changed lately. */
  @JsonProperty("changes")
  CHANGES,
  /** All of it, so that what is gone is missed. */
  @JsonProperty("everything")
  EVERYTHING;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static PullScope of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
