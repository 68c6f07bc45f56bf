package org.vitrine.nonconformances;

import java.util.Optional;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/** The limits of what is written about nonconformances. */
final class NonconformanceText {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_TEXT = 5_000;
  private static final int LONGEST_REASON = 1_000;
  private static final int LONGEST_CODE = 100;

  private NonconformanceText() {}

  static String title(String title) {
    return stripped("title", title, LONGEST_TITLE)
        .map(said -> said.replaceAll("\\s+", " "))
        .orElseThrow(() -> new Rejection.Invalid("title", "Say in a few words what is wrong"));
  }

  static Optional<String> problem(String text) {
    return stripped("problem", text, LONGEST_TEXT);
  }

  static Optional<String> word(String text) {
    return stripped("text", text, LONGEST_REASON);
  }

  static String reason(String reason, String missing) {
    return stripped("reason", reason, LONGEST_REASON)
        .orElseThrow(() -> new Rejection.Invalid("reason", missing));
  }

  static Optional<String> code(String field, String code) {
    return stripped(field, code, LONGEST_CODE);
  }

  private static Optional<String> stripped(String field, String text, int most) {
    TextLimit.atMost(field, text, most);
    return Optional.ofNullable(text).map(Blanks::stripped).filter(said -> !said.isEmpty());
  }
}
