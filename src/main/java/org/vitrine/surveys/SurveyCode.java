package org.vitrine.surveys;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.platform.Rejection;

/** What a survey is called in addresses. */
public record SurveyCode(@JsonValue String text) {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
  private static final Pattern ROUND = Pattern.compile("(.*[^-])-(\\d{1,3})");

  public SurveyCode {
    if (text == null || !SHAPE.matcher(text).matches()) {
      throw new Rejection.Invalid(
          "code", "A code must have 1 to 60 small letters, digits or hyphens, such as half-year");
    }
  }

  /** Nothing where it cannot be one: then there is no such survey. */
  public static Optional<SurveyCode> of(String text) {
    return SHAPE.matcher(text).matches() ? Optional.of(new SurveyCode(text)) : Optional.empty();
  }

  /**
   * Of the next round: {@code half-year}, {@code half-year-2}, {@code half-year-3}; absent where it
   * is too long.
   */
  Optional<SurveyCode> next() {
    Matcher round = ROUND.matcher(text);
    return round.matches()
        ? of(round.group(1) + "-" + (Integer.parseInt(round.group(2)) + 1))
        : of(text + "-2");
  }

  @Override
  public String toString() {
    return text;
  }
}
