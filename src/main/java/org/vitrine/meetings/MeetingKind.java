package org.vitrine.meetings;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What people come together for. */
public enum MeetingKind {
  /** To hear how quality did with customers, and to agree on what is done about it. */
  QUALITY_IMPROVEMENT("quality-improvement"),
  /** To think about a design, to which proposals are made beforehand. */
  DESIGN_REVIEW("design-review"),
  /** To see a stage of one's own order at the plant. */
  WITNESSING("witnessing");

  private final String code;

  MeetingKind(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }

  static MeetingKind of(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst().orElseThrow();
  }
}
