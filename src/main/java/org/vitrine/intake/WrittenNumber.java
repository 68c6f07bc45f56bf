package org.vitrine.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.platform.Rejection;

/**
 * A number as spreadsheets of any country save it: with a decimal point or comma, and with points,
 * commas, blanks or apostrophes between thousands, as long as it can mean one number only. A single
 * point is always a decimal point.
 */
final class WrittenNumber {
  private static final Pattern PLAIN =
      Pattern.compile("[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("([0-9]{1,30}),([0-9]{1,30})");
  private static final Pattern EITHER = Pattern.compile("[1-9][0-9]{0,2},[0-9]{3}");
  private static final Pattern THOUSANDS_WITH_COMMAS =
      Pattern.compile("[1-9][0-9]{0,2}((,[0-9]{3}){2,}|(,[0-9]{3})+\\.[0-9]{1,30})");
  private static final Pattern THOUSANDS_WITH_POINTS =
      Pattern.compile("[1-9][0-9]{0,2}((\\.[0-9]{3}){2,}|(\\.[0-9]{3})+,[0-9]{1,30})");
  private static final Pattern THOUSANDS_WITH_BLANKS =
      Pattern.compile("[1-9][0-9]{0,2}([\\h'’][0-9]{3})+([.,][0-9]{1,30})?");

  private WrittenNumber() {}

  /** With a decimal point and an exponent, if any, and nothing else. */
  static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches();
  }

  /**
   * The same with a decimal point and nothing else, or nothing where it is no number. Throws {@link
   * Rejection.Invalid} naming the column where it may be one of two.
   */
  static Optional<String> plain(String column, String text) {
    if (isPlain(text)) {
      return Optional.of(text);
    }
    if (EITHER.matcher(text).matches()) {
      String point = text.replace(',', '.');
      String none = text.replace(",", "");
      throw new Rejection.Invalid(
          column, "“%s” can mean %s or %s: write one of these".formatted(text, point, none));
    }
    Matcher comma = DECIMAL_COMMA.matcher(text);
    if (comma.matches()) {
      return Optional.of(comma.group(1) + "." + comma.group(2));
    }
    if (THOUSANDS_WITH_COMMAS.matcher(text).matches()) {
      return Optional.of(text.replace(",", ""));
    }
    if (THOUSANDS_WITH_POINTS.matcher(text).matches()) {
      return Optional.of(text.replace(".", "").replace(',', '.'));
    }
    return Optional.of(text)
        .filter(written -> THOUSANDS_WITH_BLANKS.matcher(written).matches())
        .map(written -> written.replaceAll("[\\h'’]", "").replace(',', '.'));
  }
}
