package org.vitrine.nonconformances;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.vitrine.platform.Rejection;

/** What a nonconformance is called, and stays called when it is opened again: 204381. */
public record NonconformanceNumber(@JsonValue long value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public NonconformanceNumber {
    if (value < 1) {
      throw new Rejection.Invalid(
          "number", "The number of a nonconformance is 1 or more, not " + value);
    }
  }

  /** Nothing where the text is no number as we write them. */
  public static Optional<NonconformanceNumber> of(String text) {
    return text.matches("[1-9][0-9]{0,14}")
        ? Optional.of(new NonconformanceNumber(Long.parseLong(text)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return String.valueOf(value);
  }
}
