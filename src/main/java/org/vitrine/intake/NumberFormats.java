package org.vitrine.intake;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a spreadsheet shows a number as a date: it stores both alike, and only the format of the
 * cell tells (ECMA-376, part 1, 18.8.30 and 18.8.31).
 */
final class NumberFormats {
  /** What stands in a format to be shown as it is, colours and locales, padding. */
  private static final Pattern LITERAL =
      Pattern.compile("\"[^\"]*\"?|\\\\.|_.|\\*.|\\[(?![hmsHMS]+\\])[^\\]]*\\]");

  private static final Pattern OF_DAYS = Pattern.compile("[dy]");
  private static final Pattern OF_TIMES = Pattern.compile("[hs]|am/pm");
  private static final int LONGEST = 255;

  private NumberFormats() {}

  /**
   * @param format as it is written; absent for those that are known by their number
   * @param id its number
   */
  static boolean isDate(String format, int id) {
    if (format == null || format.length() > LONGEST) {
      return isBuiltInDate(id);
    }
    String bare = bare(format);
    return !bare.startsWith("general")
        && (OF_DAYS.matcher(bare).find()
            || OF_TIMES.matcher(bare).find()
            || bare.matches("[m/.\\- ]*m[m/.\\- ]*"));
  }

  /** True for a format that shows a time of day, and no day. */
  static boolean isTimeOnly(String format) {
    return format != null
        && format.length() <= LONGEST
        && !OF_DAYS.matcher(bare(format)).find()
        && OF_TIMES.matcher(bare(format)).find();
  }

  /** Of the part for positive numbers, what is no literal. */
  private static String bare(String format) {
    return LITERAL.matcher(format).replaceAll("").toLowerCase(Locale.ROOT).split(";", -1)[0];
  }

  /** 27 to 36 and 50 to 58 are dates in Chinese, Japanese and Korean editions. */
  private static boolean isBuiltInDate(int id) {
    return id >= 14 && id <= 22
        || id >= 27 && id <= 36
        || id >= 45 && id <= 47
        || id >= 50 && id <= 58;
  }
}
