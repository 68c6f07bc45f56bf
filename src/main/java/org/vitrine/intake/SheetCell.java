package org.vitrine.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.vitrine.platform.Blanks;

/**
 * A cell of a sheet, as the same thing is written in a CSV file.
 *
 * @param fault why it cannot be read; empty where it can
 */
record SheetCell(String text, String fault) {
  static final SheetCell NOTHING = new SheetCell("", "");

  /** A spreadsheet keeps fifteen digits; what stands behind them is noise of its arithmetic. */
  private static final MathContext DIGITS = new MathContext(15);

  private static final int LONGEST_PLAIN = 15;

  /** Numbers of a spreadsheet have at most 309 digits before the point. */
  private static final int MOST_DIGITS = 400;

  private static final Pattern ERROR = Pattern.compile("#[A-Z][A-Z/_0]*[!?]?");

  /** How a workbook writes what XML cannot hold: {@code _x000D_}. */
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  static SheetCell of(Cell cell) {
    if (cell.getType() == CellType.ERROR || isErrorOfFormula(cell)) {
      return refused(
          cell, "the error “%s” of the spreadsheet".formatted(String.valueOf(cell.getRawValue())));
    }
    if (cell.getValue() == null) {
      return cell.getFormula() != null
          ? refused(
              cell,
              "a formula that was never calculated: open the file in a spreadsheet program and save it")
          : NOTHING;
    }
    return switch (cell.getValue()) {
      case BigDecimal number -> new SheetCell(number(cell, number), "");
      case Boolean answer -> new SheetCell(answer.toString(), "");
      case Object text -> text(cell, text.toString());
    };
  }

  private static boolean isErrorOfFormula(Cell cell) {
    return cell.getType() == CellType.FORMULA
        && cell.getValue() instanceof String text
        && ERROR.matcher(text).matches();
  }

  private static SheetCell refused(Cell cell, String why) {
    return new SheetCell(
        String.valueOf(cell.getRawValue()), "%s holds %s".formatted(cell.getAddress(), why));
  }

  private static SheetCell text(Cell cell, String written) {
    String text = unescaped(written);
    return text.length() > TableLimits.LONGEST_CELL
        ? new SheetCell(
            "",
            "%s holds more than %,d characters"
                .formatted(cell.getAddress(), TableLimits.LONGEST_CELL))
        : new SheetCell(text, "");
  }

  private static String unescaped(String written) {
    Matcher escapes = ESCAPED.matcher(written);
    return escapes.replaceAll(
        found ->
            Matcher.quoteReplacement(
                String.valueOf((char) Integer.parseInt(found.group(1), 16)).replace('\0', ' ')));
  }

  private static String number(Cell cell, BigDecimal number) {
    if (NumberFormats.isDate(cell.getDataFormatString(), formatId(cell))
        && ExcelDates.isOne(number)) {
      return date(cell);
    }
    if (number.signum() != 0 && Math.abs(digits(number)) > MOST_DIGITS) {
      return number.toString();
    }
    BigDecimal exact = number.round(DIGITS).stripTrailingZeros();
    boolean isPlain = digits(exact) <= LONGEST_PLAIN && exact.scale() <= 2 * LONGEST_PLAIN;
    return isPlain ? exact.toPlainString() : exact.toString();
  }

  /** Before the point; below zero where it is followed by zeros. */
  private static long digits(BigDecimal number) {
    return (long) number.precision() - number.scale();
  }

  private static int formatId(Cell cell) {
    try {
      return cell.getDataFormatId() == null ? 0 : cell.getDataFormatId();
    } catch (NumberFormatException unknown) {
      return 0;
    }
  }

  private static String date(Cell cell) {
    if (NumberFormats.isTimeOnly(cell.getDataFormatString())
        && ExcelDates.isWithinOneDay(new BigDecimal(cell.getRawValue()))) {
      return cell.asDate().toLocalTime().toString();
    }
    LocalDateTime moment = cell.asDate();
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? moment.toLocalDate().toString()
        : moment.toString();
  }

  boolean saysNothing() {
    return fault.isEmpty() && Blanks.only(text);
  }
}
