package org.vitrine.actions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.vitrine.platform.Rejection;

/** What an action is called, and stays called when it is opened again: 204381. */
public record ActionNumber(@JsonValue long value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ActionNumber {
    if (value < 1) {
      throw new Rejection.Invalid("number", "An action's number is 1 or more, not " + value);
    }
  }

  @Override
  public String toString() {
    return String.valueOf(value);
  }
}
