package org.vitrine.warranty;

import java.util.regex.Pattern;
import org.vitrine.platform.Rejection;

/** The number of a trade item (GS1 General Specifications, 7.9): told with 14 digits. */
final class Gtin {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{8}|[0-9]{12,14}");
  private static final int LENGTH = 14;

  private Gtin() {}

  /** Throws {@link Rejection.Invalid} where it has another length, or its check digit is wrong. */
  static String of(String text) {
    String digits = text.strip();
    if (!DIGITS.matcher(digits).matches()) {
      throw new Rejection.Invalid("gtin", "A GTIN has 8, 12, 13 or 14 digits");
    }
    String whole = "0".repeat(LENGTH - digits.length()) + digits;
    int sum = 0;
    for (int at = 0; at < LENGTH; at++) {
      sum += (whole.charAt(at) - '0') * (at % 2 == 0 ? 3 : 1);
    }
    if (sum % 10 != 0) {
      throw new Rejection.Invalid("gtin", "The check digit does not fit: a digit is mistyped");
    }
    return whole;
  }
}
