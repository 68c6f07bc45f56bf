package org.vitrine.actions;

import java.util.regex.Pattern;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;

/**
 * What raised an action.
 *
 * @param kind what it is, in the words of its own room: {@code meeting}, {@code visit}
 * @param number what it is called there
 * @param label a few words for people, customers among them, without any company's name:
 *     “Improvement meeting of October”
 */
public record ActionSource(String kind, long number, String label) {
  private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,39}");
  private static final int LONGEST_LABEL = 200;

  public ActionSource {
    if (kind == null || !KIND.matcher(kind).matches()) {
      throw new Rejection.Invalid(
          "source.kind",
          "“%s” is not 1 to 40 small letters and dashes, such as “meeting”"
              .formatted(kind == null ? "" : Excerpt.of(kind)));
    }
    if (number < 1) {
      throw new Rejection.Invalid("source.number", "“%d” is not 1 or more".formatted(number));
    }
    label = ActionText.line("source.label", label, LONGEST_LABEL, "Say what it answers");
  }
}
