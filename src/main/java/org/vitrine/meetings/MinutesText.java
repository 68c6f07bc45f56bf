package org.vitrine.meetings;

import java.util.Optional;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/** The limits of what is written about minutes. */
final class MinutesText {
  private static final int LONGEST = 2_000;
  private static final int LONGEST_ANSWER = 1_000;

  private MinutesText() {}

  /** A line of minutes, or what should read otherwise. */
  static String line(String text) {
    return stripped("text", text, LONGEST)
        .orElseThrow(() -> new Rejection.Invalid("text", "Write how it should read"));
  }

  /** The same where it may be left out. */
  static Optional<String> reworded(String text) {
    return stripped("text", text, LONGEST);
  }

  static String answer(String answer, String missing) {
    return stripped("answer", answer, LONGEST_ANSWER)
        .orElseThrow(() -> new Rejection.Invalid("answer", missing));
  }

  private static Optional<String> stripped(String field, String text, int most) {
    TextLimit.atMost(field, text, most);
    return Optional.ofNullable(text).map(Blanks::stripped).filter(said -> !said.isEmpty());
  }
}
