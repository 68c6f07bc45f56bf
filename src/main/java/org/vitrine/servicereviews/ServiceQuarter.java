package org.vitrine.servicereviews;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quarter of a year, written 2026-Q3.
 *
 * @param part from 1 to 4
 */
record ServiceQuarter(int year, int part) implements Comparable<ServiceQuarter> {
  private static final Pattern WRITTEN = Pattern.compile("(2[01][0-9]{2})-Q([1-4])");
  private static final Comparator<ServiceQuarter> ORDER =
      Comparator.comparingInt(ServiceQuarter::year).thenComparingInt(ServiceQuarter::part);
  private static final int MONTHS = 3;
  private static final int PARTS = 4;
  private static final int YEARS_APART = 10;

  /** Nothing where it is no quarter of these two centuries. */
  static Optional<ServiceQuarter> read(String text) {
    return Optional.ofNullable(text)
        .map(WRITTEN::matcher)
        .filter(Matcher::matches)
        .map(
            found ->
                new ServiceQuarter(
                    Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))));
  }

  static ServiceQuarter of(LocalDate day) {
    return new ServiceQuarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
  }

  LocalDate first() {
    return LocalDate.of(year, (part - 1) * MONTHS + 1, 1);
  }

  LocalDate last() {
    return YearMonth.from(first()).plusMonths(MONTHS - 1L).atEndOfMonth();
  }

  boolean isOver(LocalDate today) {
    return today.isAfter(last());
  }

  boolean holds(LocalDate day) {
    return of(day).equals(this);
  }

  ServiceQuarter before() {
    return part == 1 ? new ServiceQuarter(year - 1, PARTS) : new ServiceQuarter(year, part - 1);
  }

  /** Under which number actions find it again: 20263. */
  long number() {
    return (long) year * YEARS_APART + part;
  }

  @JsonValue
  @Override
  public String toString() {
    return "%d-Q%d".formatted(year, part);
  }

  @Override
  public int compareTo(ServiceQuarter other) {
    return ORDER.compare(this, other);
  }
}
