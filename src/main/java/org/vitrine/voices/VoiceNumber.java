package org.vitrine.voices;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.vitrine.platform.Rejection;

/** What a voice is called, and stays called when it is reopened: 2031. */
public record VoiceNumber(@JsonValue long value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public VoiceNumber {
    if (value < 1) {
      throw new Rejection.Invalid("number", "A message's number is 1 or more, not " + value);
    }
  }

  @Override
  public String toString() {
    return String.valueOf(value);
  }
}
