package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whose side it is on that a promise moves. */
public enum PromiseSide {
  OURS("ours"),
  SUPPLIER("supplier"),
  CUSTOMER("customer"),
  FORCE_MAJEURE("force-majeure");

  private final String code;

  PromiseSide(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }
}
