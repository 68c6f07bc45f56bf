package org.vitrine.intake;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.vitrine.platform.Rejection;

/** What may be said of a log on which forecasts are tried, as it is written in an address. */
final class TrialOptions {
  private static final double MOST_HOURS = 100_000;
  private static final int LETTERS = 3;

  private TrialOptions() {}

  static OptionalDouble planHours(String text) {
    try {
      double hours = Double.parseDouble(text);
      if (hours > 0 && hours <= MOST_HOURS) {
        return OptionalDouble.of(hours);
      }
    } catch (NumberFormatException noNumber) {
      // Said below, as for a number that is none of hours.
    }
    throw new Rejection.Invalid(
        "planHours", "Must be a number of hours above 0 and up to 100,000, such as 240");
  }

  static Set<DayOfWeek> days(String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String day : text.split(",", -1)) {
      days.add(
          day(day.strip().toUpperCase(Locale.ROOT))
              .orElseThrow(
                  () -> new Rejection.Invalid("days", "Must be days such as mon,tue,wed,thu,fri")));
    }
    return days;
  }

  private static Optional<DayOfWeek> day(String name) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> name.length() >= LETTERS && day.name().startsWith(name))
        .findFirst();
  }
}
