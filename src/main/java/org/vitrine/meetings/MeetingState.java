package org.vitrine.meetings;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How far a meeting is. */
public enum MeetingState {
  /** It is still to come: its agenda is made. */
  PLANNED("planned"),
  /** It is held. */
  LIVE("live"),
  /** It is over: those who came say what in its minutes should read otherwise. */
  PREPARED("prepared"),
  /** Its minutes stay as they are. */
  FINAL("final"),
  CANCELLED("cancelled");

  private final String code;

  MeetingState(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }

  static MeetingState of(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst().orElseThrow();
  }

  /** Whether it has been held. */
  boolean isOver() {
    return this == PREPARED || this == FINAL;
  }
}
