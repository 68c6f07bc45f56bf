package org.vitrine.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as measuring programs write them: 15.10.2026/23:56:58, 5.7.26/10:48:7, 2026-10-15/23:56:58.
 * With slashes some write the month first and some the day; where that cannot be told the time
 * stays as it is, and is refused.
 */
final class DfqTime {
  private static final String TIME = "[/ T](\\d{1,2}):(\\d{1,2})(?::(\\d{1,2}))?(?:[.,]\\d+)?";
  private static final String YEAR = "(\\d{4}|\\d{2})";
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[.](\\d{1,2})[.]" + YEAR + TIME);
  private static final Pattern EITHER_FIRST =
      Pattern.compile("(\\d{1,2})/(\\d{1,2})/" + YEAR + TIME);
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})" + TIME);
  private static final int MONTHS = 12;

  private DfqTime() {}

  /** As tables have times; as it is written where it is none of these. */
  static String iso(String written) {
    Matcher day = DAY_FIRST.matcher(written);
    if (day.matches()) {
      return joined(day, 3, 2, 1);
    }
    Matcher year = YEAR_FIRST.matcher(written);
    if (year.matches()) {
      return joined(year, 1, 2, 3);
    }
    Matcher either = EITHER_FIRST.matcher(written);
    return either.matches() ? told(either, written) : written;
  }

  private static String told(Matcher found, String written) {
    int first = Integer.parseInt(found.group(1));
    int second = Integer.parseInt(found.group(2));
    if (first == second || first > MONTHS) {
      return joined(found, 3, 2, 1);
    }
    return second > MONTHS ? joined(found, 3, 1, 2) : written;
  }

  private static String joined(Matcher found, int year, int month, int day) {
    return "%s-%s-%sT%s:%s:%s"
        .formatted(
            found.group(year).length() == 2 ? "20" + found.group(year) : found.group(year),
            two(found.group(month)),
            two(found.group(day)),
            two(found.group(4)),
            two(found.group(5)),
            two(found.group(6) == null ? "0" : found.group(6)));
  }

  private static String two(String number) {
    return number.length() == 1 ? "0" + number : number;
  }
}
