package org.vitrine.meetings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.vitrine.platform.Rejection;

/** What a meeting is called: meeting 18. Counts up. */
public record MeetingNumber(@JsonValue long value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public MeetingNumber {
    if (value < 1) {
      throw new Rejection.Invalid("number", "A meeting's number is 1 or more, not " + value);
    }
  }

  /** Nothing where the text is no number as we write them. */
  static Optional<MeetingNumber> of(String text) {
    return text.matches("[1-9][0-9]{0,15}")
        ? Optional.of(new MeetingNumber(Long.parseLong(text)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return String.valueOf(value);
  }
}
