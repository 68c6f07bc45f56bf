package org.vitrine.traceability;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A serial as it is counted: SN-0999 is followed by SN-1000 and so by SN-1002, however many zeros
 * stand in front.
 *
 * @param series what stands around the last digits
 */
record SerialSeries(String series, BigDecimal number) {
  private static final Pattern LAST_DIGITS = Pattern.compile("(.*?)([0-9]+)([^0-9]*)");

  /** Nothing where no digit is in it. */
  static Optional<SerialSeries> of(TraceCode serial) {
    Matcher parts = LAST_DIGITS.matcher(serial.key());
    return parts.matches()
        ? Optional.of(
            new SerialSeries(parts.group(1) + '#' + parts.group(3), new BigDecimal(parts.group(2))))
        : Optional.empty();
  }

  /** The number as PostgreSQL reads one: its driver takes no list with gaps of another type. */
  String digits() {
    return number.toPlainString();
  }
}
