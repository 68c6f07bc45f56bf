package org.vitrine.visits;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.vitrine.platform.Rejection;

/** What a visit is called: visit 482115. Drawn at random. */
public record VisitNumber(@JsonValue long value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public VisitNumber {
    if (value < 1) {
      throw new Rejection.Invalid("number", "A visit's number is 1 or more, not " + value);
    }
  }

  /** Nothing where the text is no number as we write them. */
  static Optional<VisitNumber> of(String text) {
    return text.matches("[1-9][0-9]{0,15}")
        ? Optional.of(new VisitNumber(Long.parseLong(text)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return String.valueOf(value);
  }
}
