package org.vitrine.intake;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vitrine.platform.Rejection;

/**
 * One row of a file. Every reader throws {@link Rejection.Invalid} that names the column; what is
 * empty, or has no column, is {@code null}.
 *
 * @param line where it begins in the file, the header being line 1
 */
record CsvRow(long line, Map<String, String> cells) {

  String text(String column) {
    String text = cells.getOrDefault(column, "").strip();
    return text.isEmpty() ? null : text;
  }

  String required(String column) {
    String text = text(column);
    if (text == null) {
      throw new Rejection.Invalid(column, "is empty");
    }
    return text;
  }

  Integer count(String column) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    if (!text.matches("[0-9]{1,9}")) {
      throw new Rejection.Invalid(
          column, "“" + shortened(text) + "” is not a whole number from 0 to 999999999");
    }
    return Integer.valueOf(text);
  }

  BigDecimal decimal(String column) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    if (!text.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")) {
      throw new Rejection.Invalid(
          column, "“" + shortened(text) + "” is not a number such as 3325 or 0.25");
    }
    return new BigDecimal(text);
  }

  LocalDate date(String column) {
    String text = text(column);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Rejection.Invalid(
          column, "“" + shortened(text) + "” is not a date such as 2026-12-15");
    }
  }

  LocalDateTime time(String column) {
    String text = text(column);
    try {
      return text == null ? null : LocalDateTime.parse(text.replace(' ', 'T'));
    } catch (DateTimeException e) {
      throw new Rejection.Invalid(
          column, "“" + shortened(text) + "” is not a time such as 2026-12-15T07:30");
    }
  }

  Boolean yesNo(String column) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    String answer = text.toLowerCase(Locale.ROOT);
    if (Set.of("yes", "true").contains(answer)) {
      return true;
    }
    if (Set.of("no", "false").contains(answer)) {
      return false;
    }
    throw new Rejection.Invalid(column, "“" + shortened(text) + "” must be yes or no");
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
