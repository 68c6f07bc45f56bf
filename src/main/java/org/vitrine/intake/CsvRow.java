package org.vitrine.intake;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.vitrine.orders.Amount;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.Unit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;

/**
 * One row of a table. Every reader throws {@link Rejection.Invalid} that names the column; what is
 * empty, or has no column, is {@code null}.
 *
 * @param line where it begins in the file, the header being line 1; in a sheet, the number of the
 *     row
 * @param faults what is wrong with single cells before anybody reads them, by column
 */
record CsvRow(long line, Map<String, String> cells, Map<String, String> faults) {
  private static final Pattern BETWEEN = Pattern.compile("[|;｜；]");
  private static final Pattern MIDNIGHT =
      Pattern.compile(
          "(?<=\\d)[T\\h]+0?0:00(:00([.,]0+)?)?\\h*(Z|UTC|GMT|[+-]\\d{2}(:?\\d{2})?)?$",
          Pattern.CASE_INSENSITIVE);
  private static final BigDecimal MOST = BigDecimal.valueOf(999_999_999);

  CsvRow(long line, Map<String, String> cells) {
    this(line, cells, Map.of());
  }

  /** The same with some of its cells, or what is wrong with them, otherwise. */
  CsvRow with(Map<String, String> otherCells, Map<String, String> otherFaults) {
    if (otherCells.isEmpty() && otherFaults.isEmpty()) {
      return this;
    }
    Map<String, String> changed = new HashMap<>(cells);
    changed.putAll(otherCells);
    Map<String, String> wrong = new HashMap<>(otherFaults);
    wrong.putAll(faults);
    return new CsvRow(line, changed, wrong);
  }

  /** Throws {@link Rejection.Invalid} where a cell of these columns cannot be read at all. */
  CsvRow requireSound(Collection<String> columns) {
    for (String column : columns) {
      if (faults.containsKey(column)) {
        throw new Rejection.Invalid(column, faults.get(column));
      }
    }
    return this;
  }

  String text(String column) {
    String cell = Blanks.stripped(cells.getOrDefault(column, ""));
    String text = Blanks.stripped(Spreadsheet.unprotected(cell));
    return text.isEmpty() ? null : text;
  }

  /** What it says of a text, in one language or in several. */
  LocalizedText localized(String column) {
    return LanguageColumns.read(column, cells.keySet(), this::text);
  }

  /** A text that names something, and that a spreadsheet may have ruined. */
  String name(String column) {
    String name = text(column);
    if (name != null) {
      Spreadsheet.requireIntact(column, name);
    }
    return name;
  }

  /** Several names, with a bar or a semicolon between them. */
  List<String> names(String column) {
    String text = text(column);
    if (text == null) {
      return List.of();
    }
    List<String> names =
        BETWEEN.splitAsStream(text).map(Blanks::stripped).filter(name -> !name.isEmpty()).toList();
    names.forEach(name -> Spreadsheet.requireIntact(column, name));
    return names;
  }

  String requiredName(String column) {
    required(column);
    return name(column);
  }

  String required(String column) {
    String text = text(column);
    if (text == null) {
      throw new Rejection.Invalid(column, "is empty");
    }
    return text;
  }

  /** However it is written: 10, 10.0, 10.000 and 1e1 are ten. */
  Integer count(String column) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    return wholeNumber(text)
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    column, "“" + Excerpt.of(text) + "” is not a whole number from 0 to " + MOST));
  }

  /** How much of something: pieces, or up to three decimals of what is measured. */
  Amount amount(String column) {
    Amount amount = signedAmount(column);
    if (amount != null) {
      amount.requireNotNegative(column);
    }
    return amount;
  }

  /** The same, which may be below zero: ERPs write -50 or 50-. */
  Amount signedAmount(String column) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    String plain =
        WrittenNumber.plain(column, unsigned(text))
            .orElseThrow(
                () ->
                    new Rejection.Invalid(
                        column, "“" + Excerpt.of(text) + "” is not a number such as 120 or 120.5"));
    return Amount.parse(column, isNegative(column) ? "-" + plain : plain, text);
  }

  /** The same without a minus in front or behind, if anything is left then. */
  private static String unsigned(String text) {
    int from = isMinus(text.charAt(0)) ? 1 : 0;
    int to = text.length() - (isMinus(text.charAt(text.length() - 1)) ? 1 : 0);
    String unsigned = Blanks.stripped(text.substring(from, Math.max(from, to)));
    return unsigned.isEmpty() ? text : unsigned;
  }

  private static boolean isMinus(char sign) {
    return sign == '-' || sign == '\u2212';
  }

  /** True where the cell has a minus in front or behind, whatever else there is in it. */
  boolean isNegative(String column) {
    String text = text(column);
    return text != null && !unsigned(text).equals(text);
  }

  private static Optional<Integer> wholeNumber(String text) {
    return Optional.of(text)
        .filter(WrittenNumber::isPlain)
        .map(written -> new BigDecimal(written).stripTrailingZeros())
        .filter(number -> number.scale() <= 0 && number.compareTo(MOST) <= 0)
        .map(BigDecimal::intValueExact);
  }

  Unit unit(String column) {
    String text = text(column);
    try {
      return text == null ? null : new Unit(text);
    } catch (Rejection.Invalid invalid) {
      throw new Rejection.Invalid(column, invalid.getMessage());
    }
  }

  BigDecimal decimal(String column) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    if (!text.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")) {
      throw new Rejection.Invalid(
          column, "“" + Excerpt.of(text) + "” is not a number such as 3325 or 0.25");
    }
    return new BigDecimal(text);
  }

  /** A day; programs that know only times write it as the midnight with which it begins. */
  LocalDate date(String column) {
    String text = text(column);
    try {
      return text == null ? null : LocalDate.parse(MIDNIGHT.matcher(text).replaceFirst(""));
    } catch (DateTimeException e) {
      throw new Rejection.Invalid(
          column,
          "“" + Excerpt.of(text) + "” is not a date such as 2026-12-15, 15.12.2026 or 12/15/2026");
    }
  }

  LogTime time(String column) {
    String text = text(column);
    try {
      return text == null ? null : LogTime.parse(text);
    } catch (DateTimeException e) {
      throw new Rejection.Invalid(
          column,
          "“"
              + Excerpt.of(text)
              + "” is not a time such as 2026-12-15T07:30, 15.12.2026 07:30 or 12/15/2026 07:30");
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
    throw new Rejection.Invalid(column, "“" + Excerpt.of(text) + "” must be yes or no");
  }
}
