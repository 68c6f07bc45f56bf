package org.vitrine.orders;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Numbers that go on as a house counts them: what stands before and behind the last digits stays,
 * and so do leading zeros. SO-0999 is followed by SO-1000, WH/2026/7-A by WH/2026/8-A.
 */
record NumberSeries(String before, String digits, String behind) {
  private static final Pattern LAST_DIGITS = Pattern.compile("(.*?)([0-9]+)([^0-9]*)");

  /** Nothing where the number has no digits. */
  static Optional<NumberSeries> of(String number) {
    Matcher parts = LAST_DIGITS.matcher(number);
    return parts.matches()
        ? Optional.of(new NumberSeries(parts.group(1), parts.group(2), parts.group(3)))
        : Optional.empty();
  }

  /** The numbers that follow. */
  Stream<String> following() {
    return Stream.iterate(
            new BigInteger(digits).add(BigInteger.ONE), one -> one.add(BigInteger.ONE))
        .map(one -> before + padded(one.toString()) + behind);
  }

  private String padded(String number) {
    return "0".repeat(Math.max(0, digits.length() - number.length())) + number;
  }
}
