package org.vitrine.voices;

import com.fasterxml.jackson.annotation.JsonValue;

/** What customers are asked by mail of themselves, and need not be. */
public enum AskedTopic {
  /** Whether a message is still solved, four weeks after it was closed. */
  STILL_SOLVED("still-solved"),
  /** How a product does, some time after its delivery. */
  AFTER_CARE("after-care");

  private final String code;

  AskedTopic(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }
}
