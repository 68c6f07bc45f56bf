package org.vitrine.actions;

import java.util.Optional;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/** The limits of what is written about actions. */
final class ActionText {
  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_WORD = 1_000;
  private static final int LONGEST_REASON = 300;

  private ActionText() {}

  /** What is to be done. */
  static String text(String text) {
    return line("text", text, LONGEST_TEXT, "Say what is to be done");
  }

  /** What was done, or what did not work. */
  static Optional<String> word(String text) {
    return stripped("text", text, LONGEST_WORD);
  }

  static String word(String text, String missing) {
    return word(text).orElseThrow(() -> new Rejection.Invalid("text", missing));
  }

  static Optional<String> reason(String reason) {
    return stripped("reason", reason, LONGEST_REASON).map(ActionText::oneLine);
  }

  static String line(String field, String text, int most, String missing) {
    return stripped(field, text, most)
        .map(ActionText::oneLine)
        .orElseThrow(() -> new Rejection.Invalid(field, missing));
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static Optional<String> stripped(String field, String text, int most) {
    TextLimit.atMost(field, text, most);
    return Optional.ofNullable(text).map(Blanks::stripped).filter(said -> !said.isEmpty());
  }
}
