package org.vitrine.voices;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;

/** The limits of what people write. */
final class VoiceText {
  private static final int LONGEST = 4_000;
  private static final int LONGEST_REASON = 300;
  private static final int LONGEST_CHOICE = 60;
  private static final int MOST_CHOICES = 6;
  private static final int LONGEST_TITLE = 120;

  private VoiceText() {}

  static String required(String text) {
    return optional(text)
        .orElseThrow(() -> new Rejection.Invalid("text", "Write what you want to say"));
  }

  static Optional<String> optional(String text) {
    return stripped("text", text, LONGEST);
  }

  /** One line, which the customer reads. */
  static String reason(String reason) {
    return stripped("reason", reason, LONGEST_REASON)
        .map(text -> text.replaceAll("\\s+", " "))
        .orElseThrow(
            () -> new Rejection.Invalid("reason", "Give the reason, which the customer reads"));
  }

  /** What a cause is called. */
  static String title(String title) {
    return stripped("title", title, LONGEST_TITLE)
        .map(text -> text.replaceAll("\\s+", " "))
        .orElseThrow(() -> new Rejection.Invalid("title", "Say what they have in common"));
  }

  private static Optional<String> stripped(String field, String text, int most) {
    TextLimit.atMost(field, text, most);
    return Optional.ofNullable(text).map(Blanks::stripped).filter(said -> !said.isEmpty());
  }

  /** What can be answered by a touch: none, or at least two. */
  static List<String> choices(List<String> choices) {
    if (choices == null || choices.isEmpty()) {
      return List.of();
    }
    if (choices.size() == 1 || choices.size() > MOST_CHOICES) {
      throw new Rejection.Invalid(
          "choices", "Offer 2 to %d answers, not %d".formatted(MOST_CHOICES, choices.size()));
    }
    Set<String> known = new HashSet<>();
    for (int at = 0; at < choices.size(); at++) {
      String field = "choices[%d]".formatted(at);
      String choice =
          stripped(field, choices.get(at), LONGEST_CHOICE)
              .orElseThrow(() -> new Rejection.Invalid(field, "An answer to choose has a text"));
      if (!known.add(choice)) {
        throw new Rejection.Invalid(field, "“%s” stands twice".formatted(Excerpt.of(choice)));
      }
    }
    return choices.stream().map(Blanks::stripped).toList();
  }
}
