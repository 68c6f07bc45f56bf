package org.vitrine.meetings;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;

/** The limits of what is written while a meeting is held. */
final class TableText {
  private static final int LONGEST_LINE = 1_000;
  private static final int LONGEST_ANSWER = 1_000;
  private static final int LONGEST_QUESTION = 300;
  private static final int LONGEST_CHOICE = 100;
  private static final int MOST_CHOICES = 10;

  private TableText() {}

  static String line(String text) {
    return stripped("text", text, LONGEST_LINE, "Write what was said");
  }

  static String answer(String text) {
    return stripped("answer", text, LONGEST_ANSWER, "Say what was done about it");
  }

  static String question(String text) {
    return stripped("question", text, LONGEST_QUESTION, "Say what is asked");
  }

  static List<String> choices(List<String> choices) {
    int count = choices == null ? 0 : choices.size();
    if (count < 2 || count > MOST_CHOICES) {
      throw new Rejection.Invalid(
          "choices", "Offer 2 to %d answers, not %d".formatted(MOST_CHOICES, count));
    }
    Set<String> known = new HashSet<>();
    return IntStream.range(0, count).mapToObj(at -> choice(choices, at, known)).toList();
  }

  private static String choice(List<String> choices, int at, Set<String> known) {
    String field = "choices[%d]".formatted(at);
    String choice =
        stripped(field, choices.get(at), LONGEST_CHOICE, "An answer to choose has a text");
    if (!known.add(choice)) {
      throw new Rejection.Invalid(field, "“%s” stands twice".formatted(Excerpt.of(choice)));
    }
    return choice;
  }

  private static String stripped(String field, String text, int most, String missing) {
    TextLimit.atMost(field, text, most);
    String said = text == null ? "" : Blanks.stripped(text);
    if (said.isEmpty()) {
      throw new Rejection.Invalid(field, missing);
    }
    return said;
  }

  /** The key of something in a meeting, as its page has it. */
  static long key(String field, String text) {
    if (text == null || !text.matches("[1-9][0-9]{0,15}")) {
      throw new Rejection.Invalid(
          field, "“%s” is no key of this meeting".formatted(Excerpt.of(text == null ? "" : text)));
    }
    return Long.parseLong(text);
  }
}
