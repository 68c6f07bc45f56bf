package org.vitrine.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.platform.Rejection;

/**
 * What a spreadsheet makes of a number that is a name, such as 0045001 or 4500021234: it takes it
 * for a quantity, drops leading zeros and writes long ones in fewer digits.
 */
final class Spreadsheet {
  /** How exporters keep it from doing so. */
  private static final Pattern PROTECTED = Pattern.compile("=\\h*\"((?:[^\"]|\"\")*)\"|'([0-9]+)");

  private static final Pattern RUINED =
      Pattern.compile("[+-]?[0-9](?:[.,][0-9]*)?[eE]\\+[0-9]{1,3}");
  private static final Pattern ERROR =
      Pattern.compile("#(?:N/A|NV|REF!|BEZUG!|VALUE!|WERT!|NAME\\?|DIV/0!|NUM!|ZAHL!|NULL!|#+)");

  private Spreadsheet() {}

  /** {@code ="0045001"} is 0045001. */
  static String unprotected(String cell) {
    Matcher matcher = PROTECTED.matcher(cell);
    if (!matcher.matches()) {
      return cell;
    }
    return Optional.ofNullable(matcher.group(1))
        .map(text -> text.replace("\"\"", "\""))
        .orElseGet(() -> matcher.group(2));
  }

  /** Throws {@link Rejection.Invalid} where nobody can tell any more what this name was. */
  static void requireIntact(String column, String name) {
    if (RUINED.matcher(name).matches()) {
      throw new Rejection.Invalid(
          column,
          "“%s” is what a spreadsheet left of a longer number; its last digits are lost: export it anew, as text"
              .formatted(name));
    }
    if (ERROR.matcher(name).matches()) {
      throw new Rejection.Invalid(
          column, "“%s” is an error of the spreadsheet, and no number".formatted(name));
    }
  }
}
