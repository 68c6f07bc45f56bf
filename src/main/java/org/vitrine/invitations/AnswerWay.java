package org.vitrine.invitations;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How an answer came. */
public enum AnswerWay {
  /** On one of our pages. */
  PAGE("page"),
  /** From their mail program. */
  MAIL("mail"),
  /** Somebody of the house took it down. */
  HOUSE("house"),
  /** A seat became free for somebody who waited. */
  MOVED_UP("moved-up");

  private final String code;

  AnswerWay(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }

  static AnswerWay of(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst().orElseThrow();
  }
}
