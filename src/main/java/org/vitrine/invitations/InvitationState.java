package org.vitrine.invitations;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What somebody has answered, and what became of it. */
public enum InvitationState {
  /** They have not answered, or not since it was changed. */
  ASKED("asked"),
  /** They come, and have a seat. */
  ACCEPTED("accepted"),
  DECLINED("declined"),
  TENTATIVE("tentative"),
  /** They would come, and all seats are taken. */
  WAITING("waiting");

  private final String code;

  InvitationState(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }

  static InvitationState of(String code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst().orElseThrow();
  }
}
