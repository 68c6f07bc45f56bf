package org.vitrine.intake;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * In which order a file writes day, month and year. A year that comes first has four digits, so
 * that nobody can take it for something else; dots stand only where the day comes first.
 */
enum DayFormat {
  YEAR_FIRST(
      "year-month-day", "(?<y>\\d{4})(?<s>[-./年])(?<m>\\d{1,2})(?:\\k<s>|月)(?<d>\\d{1,2})日?"),
  DAY_FIRST(
      "day.month.year", "(?<d>\\d{1,2})(?<s>[-./])\\h?(?<m>\\d{1,2})\\k<s>\\h?(?<y>\\d{4}|\\d{2})"),
  MONTH_FIRST("month/day/year", "(?<m>\\d{1,2})(?<s>[-/])(?<d>\\d{1,2})\\k<s>(?<y>\\d{4}|\\d{2})");

  private static final int THIS_CENTURY = 2_000;

  private final String code;
  private final Pattern pattern;

  DayFormat(String code, String day) {
    this.code = code;
    this.pattern = Pattern.compile("(?<day>" + day + ")(?<rest>|[T\\h,].*)", Pattern.DOTALL);
  }

  @JsonValue
  String code() {
    return code;
  }

  static Optional<DayFormat> of(String code) {
    return Arrays.stream(values()).filter(format -> format.code.equals(code)).findFirst();
  }

  static String codes() {
    return Arrays.stream(values()).map(DayFormat::code).collect(Collectors.joining(", "));
  }

  /** The same as ISO 8601 has it, with the time behind it as it was; nothing where it is no day. */
  Optional<String> iso(String written) {
    Matcher found = pattern.matcher(written);
    if (!found.matches()) {
      return Optional.empty();
    }
    String year = found.group("y");
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(year) + (year.length() == 2 ? THIS_CENTURY : 0),
              Integer.parseInt(found.group("m")),
              Integer.parseInt(found.group("d")));
      return Optional.of(day + found.group("rest"));
    } catch (DateTimeException never) {
      return Optional.empty();
    }
  }

  /** Those by which all of these texts can be read that are days at all; none where none is. */
  static List<DayFormat> fitting(Collection<String> texts) {
    List<String> undecided =
        texts.stream().filter(text -> YEAR_FIRST.iso(text).isEmpty() && isDay(text)).toList();
    if (undecided.isEmpty()) {
      boolean isThere = texts.stream().anyMatch(text -> YEAR_FIRST.iso(text).isPresent());
      return isThere ? List.of(YEAR_FIRST) : List.of();
    }
    return Arrays.stream(values())
        .filter(format -> undecided.stream().allMatch(text -> format.iso(text).isPresent()))
        .toList();
  }

  private static boolean isDay(String text) {
    return Arrays.stream(values()).anyMatch(format -> format.iso(text).isPresent());
  }
}
