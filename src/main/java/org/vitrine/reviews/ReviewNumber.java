package org.vitrine.reviews;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.vitrine.platform.Rejection;

/** What a design review is called: 7. */
public record ReviewNumber(@JsonValue long value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ReviewNumber {
    if (value < 1) {
      throw new Rejection.Invalid("review", "A review's number is 1 or more, not " + value);
    }
  }

  @Override
  public String toString() {
    return String.valueOf(value);
  }
}
