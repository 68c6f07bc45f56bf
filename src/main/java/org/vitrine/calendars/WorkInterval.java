package org.vitrine.calendars;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.platform.Rejection;

/**
 * From one time of day to another, on the clock of its calendar: {@code 06:00} to {@code 14:00}.
 * One that ends at an earlier time than it begins ends on the next day.
 *
 * @param to up to {@code 24:00}, which is midnight at the end of the day
 */
public record WorkInterval(String from, String to) {
  static final int DAY = 24 * 60;
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-4]):([0-5][0-9])");

  public WorkInterval {
    int begins = minute("from", from);
    int ends = minute("to", to);
    if (begins == DAY) {
      throw new Rejection.Invalid("from", "“24:00” is the end of a day, where no interval begins");
    }
    if (begins == ends) {
      throw new Rejection.Invalid(
          "to",
          "An interval cannot begin and end at the same time, “%s”: the whole day is 00:00 to 24:00"
              .formatted(to));
    }
  }

  private static int minute(String field, String text) {
    Matcher time = TIME.matcher(text == null ? "" : text);
    if (!time.matches()) {
      throw wrong(field, text);
    }
    int minute = Integer.parseInt(time.group(1)) * 60 + Integer.parseInt(time.group(2));
    if (minute > DAY) {
      throw wrong(field, text);
    }
    return minute;
  }

  private static Rejection.Invalid wrong(String field, String text) {
    return new Rejection.Invalid(
        field,
        text == null
            ? "Give a time of day such as 06:00"
            : "“%s” is not a time of day such as 06:00, up to 24:00".formatted(text));
  }

  /** Minutes from the beginning of its day. */
  int begins() {
    return minute("from", from);
  }

  /** Minutes from the beginning of its day, more than a day's where it ends on the next. */
  int ends() {
    int ends = minute("to", to);
    return ends > begins() ? ends : ends + DAY;
  }

  @Override
  public String toString() {
    return from + "–" + to;
  }
}
