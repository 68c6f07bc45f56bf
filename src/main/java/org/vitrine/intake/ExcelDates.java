package org.vitrine.intake;

import java.math.BigDecimal;

/** Which numbers can be dates: days since 1900, or since 1904 where a workbook says so. */
final class ExcelDates {
  /** The last day that Excel knows: 9999-12-31. */
  private static final BigDecimal LAST = BigDecimal.valueOf(2_958_466);

  private ExcelDates() {}

  static boolean isOne(BigDecimal number) {
    return number.signum() >= 0 && number.compareTo(LAST) < 0;
  }

  /** True for a time of day without a day. */
  static boolean isWithinOneDay(BigDecimal number) {
    return number.compareTo(BigDecimal.ONE) < 0;
  }
}
