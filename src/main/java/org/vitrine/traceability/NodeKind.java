package org.vitrine.traceability;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What something is that goes into other things, or is made of them. */
public enum NodeKind {
  /** Material or products that were made together. */
  LOT,
  /** One thing with a serial. */
  PIECE,
  /** Material as its supplier calls it. */
  SUPPLIER_LOT;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static NodeKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
