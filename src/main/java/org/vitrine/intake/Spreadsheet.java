package org.vitrine.intake;

import java.util.regex.Pattern;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/**
 * What a spreadsheet makes of a number that is a name, such as 0045001 or 4500021234: it takes it
 * for a quantity, drops leading zeros and writes long ones in fewer digits.
 */
final class Spreadsheet {
  private static final Pattern RUINED =
      Pattern.compile("[+-]?[0-9](?:[.,][0-9]*)?[eE]\\+[0-9]{1,3}");
  private static final Pattern ERROR =
      Pattern.compile("#(?:N/A|NV|REF!|BEZUG!|VALUE!|WERT!|NAME\\?|DIV/0!|NUM!|ZAHL!|NULL!|#+)");

  private Spreadsheet() {}

  /** {@code ="0045001"} is 0045001, and so is {@code '0045001}: so exporters keep it from that. */
  static String unprotected(String cell) {
    if (cell.startsWith("'")) {
      String digits = cell.substring(1);
      return isNumber(digits) ? digits : cell;
    }
    String quoted = cell.startsWith("=") ? Blanks.stripped(cell.substring(1)) : "";
    if (quoted.length() < 2 || !quoted.startsWith("\"") || !quoted.endsWith("\"")) {
      return cell;
    }
    String inside = quoted.substring(1, quoted.length() - 1);
    boolean isOneText = !inside.replace("\"\"", "").contains("\"");
    return isOneText ? inside.replace("\"\"", "\"") : cell;
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
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
