package org.vitrine.surveys;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.regex.Pattern;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.Rejection;

/**
 * What can be chosen, or is put into an order.
 *
 * @param text what it says; of a picture, what can be seen on it
 * @param picture one of ours, by its name; only where a question is about pictures
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SurveyChoice(String key, LocalizedText text, SurveyPicture picture) {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");
  private static final int LONGEST = 120;

  public SurveyChoice {
    requireKey(key);
    SurveyText.require("text", text, LONGEST);
  }

  static void requireKey(String key) {
    if (key == null || !KEY.matcher(key).matches()) {
      throw new Rejection.Invalid(
          "key", "A key must have 1 to 40 letters, digits, hyphens or underscores");
    }
  }
}
