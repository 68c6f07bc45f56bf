package org.vitrine.actions;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an action stands. */
public enum ActionState {
  /** Somebody is at it. */
  OPEN,
  /** Its owner says it is done; nobody has said yet whether it worked. */
  DONE,
  /** Somebody of those who raised the matter says that it worked. */
  WORKED,
  /** It was done and did not work: open again, under its number. */
  REOPENED,
  /** It is not done, for a reason that whoever raised the matter is told. */
  WITHDRAWN;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ActionState> find(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  static ActionState of(String code) {
    return find(code).orElseThrow();
  }

  /** Whether there is still something to do. */
  public boolean isOpen() {
    return this == OPEN || this == REOPENED;
  }

  /** Whether it can be said of it that it worked, or did not. */
  boolean isJudged() {
    return this == DONE || this == WORKED;
  }
}
