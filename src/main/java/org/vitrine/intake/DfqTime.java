package org.vitrine.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as measuring programs write them: 15.10.2026/23:56:58, 2026-10-15/23:56:58. */
final class DfqTime {
  private static final String TIME = "[/ T](\\d{1,2}):(\\d{1,2})(?::(\\d{1,2}))?(?:[.,]\\d+)?";
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./](\\d{4})" + TIME);
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})" + TIME);

  private DfqTime() {}

  /** As tables have times; as it is written where it is none of these. */
  static String iso(String written) {
    Matcher day = DAY_FIRST.matcher(written);
    if (day.matches()) {
      return joined(day, 3, 2, 1);
    }
    Matcher year = YEAR_FIRST.matcher(written);
    return year.matches() ? joined(year, 1, 2, 3) : written;
  }

  private static String joined(Matcher found, int year, int month, int day) {
    return "%s-%s-%sT%s:%s:%s"
        .formatted(
            found.group(year),
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
