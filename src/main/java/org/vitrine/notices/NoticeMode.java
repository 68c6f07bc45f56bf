package org.vitrine.notices;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How somebody wants to be told. */
public enum NoticeMode {
  AT_ONCE("at-once"),
  DIGEST("digest"),
  OFF("off");

  private final String code;

  NoticeMode(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }

  static NoticeMode of(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst().orElseThrow();
  }
}
