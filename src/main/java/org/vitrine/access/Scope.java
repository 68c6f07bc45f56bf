package org.vitrine.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a key may be used for. */
public enum Scope {
  /** To say what the plant reports. */
  @JsonProperty("reports")
  REPORTS,
  /** To place orders, companies and routings; together with reading also to make links. */
  @JsonProperty("orders")
  ORDERS,
  /** To read orders and watch them. */
  @JsonProperty("read")
  READ;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Scope of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
