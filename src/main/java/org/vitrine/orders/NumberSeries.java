package org.vitrine.orders;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Numbers that go on as a house counts them: what stands before and behind the last digits stays,
 * and so do leading zeros. SO-0999 is followed by SO-1000, WH/2026/7-A by WH/2026/8-A.
 */
record NumberSeries(String before, String digits, String behind) {
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern LAST_DIGITS = Pattern.compile("(.*?)([0-9]+)([^0-9]*)");

  /** Nothing where the number has no digits. */
  static Optional<NumberSeries> of(String number) {
    Matcher parts = LAST_DIGITS.matcher(number);
    return parts.matches()
        ? Optional.of(new NumberSeries(parts.group(1), parts.group(2), parts.group(3)))
        : Optional.empty();
  }

  /**
   * The newest number of the kind that most of these are of; where two kinds are as many, of the
   * newer. Another year or week in front is the same kind, so that a house counts on across it.
   *
   * @param numbers the newest first
   */
  static Optional<NumberSeries> ofMost(List<String> numbers) {
    Map<String, List<NumberSeries>> byKind =
        numbers.stream()
            .flatMap(number -> of(number).stream())
            .collect(groupingBy(NumberSeries::kind, LinkedHashMap::new, toList()));
    return byKind.values().stream()
        .reduce((most, other) -> other.size() > most.size() ? other : most)
        .map(List::getFirst);
  }

  private String kind() {
    return DIGITS.matcher(before + digits + behind).replaceAll("0");
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
