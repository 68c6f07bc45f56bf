package org.vitrine.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.intake.RefusedRow;
import org.vitrine.orders.Amount;

/** Text for the terminal, a line at a time. */
final class Lines {
  private static final int MOST_IN_A_SECTION = 1_000;

  private final StringBuilder text = new StringBuilder();

  void add(String format, Object... values) {
    text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    text.append(System.lineSeparator());
  }

  void gap() {
    text.append(System.lineSeparator());
  }

  /** A heading with what belongs under it; nothing where there is nothing. */
  void section(String heading, List<String> entries) {
    if (entries.isEmpty()) {
      return;
    }
    gap();
    add(heading);
    entries.stream().limit(MOST_IN_A_SECTION).forEach(entry -> add("  " + entry));
    if (entries.size() > MOST_IN_A_SECTION) {
      add("  and %s more", number(entries.size() - MOST_IN_A_SECTION));
    }
  }

  /** What was refused was not there before, nor is it now. */
  void nothingChanged(boolean refused) {
    add(
        refused
            ? "Nothing changed: what was not refused had been imported before."
            : "Nothing changed: everything had been imported before.");
  }

  String text() {
    return text.toString();
  }

  static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** With as many decimals as it needs. */
  static String amount(Amount amount) {
    String plain = amount.toString();
    int point = plain.indexOf('.');
    return number(amount.whole()) + (point < 0 ? "" : plain.substring(point));
  }

  /** What is wrong, each fault in a line of its own. */
  static String refusal(RefusedRow row) {
    return Stream.concat(Stream.of(row), row.also().stream())
        .map(Lines::fault)
        .collect(Collectors.joining("\n    also "));
  }

  private static String fault(RefusedRow row) {
    String column = row.column().isEmpty() ? "" : row.column() + ": ";
    return "line " + row.line() + "  " + column + row.reason();
  }
}
