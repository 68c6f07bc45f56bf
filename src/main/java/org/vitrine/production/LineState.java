package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a line stands as a whole. */
public enum LineState {
  /** Nothing heard from the plant yet. */
  WAITING("waiting"),
  IN_PRODUCTION("in-production"),
  /** Its last stage is met, or it was declared finished with fewer than were ordered. */
  COMPLETED("completed"),
  /** Nothing more is made of it; the other lines of its order go on. */
  CANCELLED("cancelled");

  private final String code;

  LineState(String code) {
    this.code = code;
  }

  public boolean isOpen() {
    return this == WAITING || this == IN_PRODUCTION;
  }

  @JsonValue
  public String code() {
    return code;
  }
}
