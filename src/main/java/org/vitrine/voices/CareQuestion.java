package org.vitrine.voices;

import java.util.Map;
import java.util.regex.Pattern;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.Rejection;

/**
 * What is asked some time after a delivery.
 *
 * @param product whose it is: a product's name, or a pattern such as {@code RSJ-200*}; {@code *} is
 *     for all the rest
 * @param days after the delivery
 */
public record CareQuestion(String product, LocalizedText question, Integer days) {
  private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");
  private static final int LONGEST_PRODUCT = 100;
  private static final int LONGEST_QUESTION = 500;
  private static final int MOST_DAYS = 730;

  static final String ALL_THE_REST = "*";

  /** Asked of what no other question is for. */
  static final CareQuestion DEFAULT =
      new CareQuestion(
          ALL_THE_REST,
          LocalizedText.of(
              Map.of(
                  "en",
                  "How is it doing? Has anything happened that you did not expect, even something small?",
                  "zh-CN",
                  "用得怎么样？有没有出现意料之外的情况？再小也请告诉我们。")),
          14);

  public CareQuestion {
    product = product == null ? "" : product.strip();
    if (product.isEmpty() || product.length() > LONGEST_PRODUCT || UNFIT.matcher(product).find()) {
      throw new Rejection.Invalid(
          "product",
          "Give a product’s name of up to %d characters, a pattern such as RSJ-200*, or * for all the rest"
              .formatted(LONGEST_PRODUCT));
    }
    if (question == null || question.isBlank()) {
      throw new Rejection.Invalid("question", "Give the question");
    }
    LocalizedText.requireAtMost("question", question, LONGEST_QUESTION);
    LocalizedText.requireLanguages("question", question);
    if (days == null || days < 1 || days > MOST_DAYS) {
      throw new Rejection.Invalid(
          "days", "Days after the delivery are from 1 to %d, unlike %s".formatted(MOST_DAYS, days));
    }
  }

  /** As one line, for the trail. */
  String said() {
    String text =
        question.plain() == null
            ? String.join(" / ", question.byLanguage().values())
            : question.plain();
    return days + ": " + text;
  }

  /** How much it says of the product's name. */
  int weight() {
    return (int) product.chars().filter(letter -> letter != '*' && letter != '?').count();
  }
}
