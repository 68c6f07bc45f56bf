package org.vitrine.calendars;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.vitrine.platform.Rejection;

/**
 * Days that differ from the usual week: a holiday, or a weekend day that is worked.
 *
 * @param to the last of them
 * @param name what people call them; absent where nobody said
 * @param intervals the hours of each; none on a holiday
 */
public record SpecialDays(LocalDate from, LocalDate to, String name, List<WorkInterval> intervals) {
  static final int MOST_DAYS = 366;
  static final int LONGEST_NAME = 100;
  static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2199;

  public SpecialDays {
    requireYear("from", from, FIRST_YEAR);
    requireYear("to", to, FIRST_YEAR);
    if (to.isBefore(from)) {
      throw new Rejection.Invalid("to", "“%s” lies before “%s”, the first day".formatted(to, from));
    }
    if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
      throw new Rejection.Invalid(
          "to", "%s to %s are more than %d days".formatted(from, to, MOST_DAYS));
    }
    name = name == null || name.isBlank() ? null : name.strip();
    if (name != null && name.length() > LONGEST_NAME) {
      throw new Rejection.Invalid(
          "name", "A name can have at most %d characters".formatted(LONGEST_NAME));
    }
    intervals = WorkIntervals.checked("intervals", intervals);
  }

  static void requireYear(String field, LocalDate day, int firstYear) {
    if (day == null) {
      throw new Rejection.Invalid(field, "Give a date such as 2026-12-25");
    }
    if (day.getYear() < firstYear || day.getYear() > LAST_YEAR) {
      throw new Rejection.Invalid(
          field, "The year of “%s” must be from %d to %d".formatted(day, firstYear, LAST_YEAR));
    }
  }

  /** As they are sent: one {@code date}, or {@code from} one {@code to} another. */
  @JsonCreator
  static SpecialDays of(
      @JsonProperty("date") LocalDate date,
      @JsonProperty("from") LocalDate from,
      @JsonProperty("to") LocalDate to,
      @JsonProperty("name") String name,
      @JsonProperty("intervals") List<WorkInterval> intervals) {
    if (date != null && (from != null || to != null)) {
      throw new Rejection.Invalid("date", "Give the date, or from and to, but not both");
    }
    LocalDate first = date == null ? from : date;
    if (first == null) {
      throw new Rejection.Invalid("date", "Give a date such as 2026-12-25, or from and to");
    }
    return new SpecialDays(first, date == null && to != null ? to : first, name, intervals);
  }

  static SpecialDays on(LocalDate day, String name, List<WorkInterval> intervals) {
    return new SpecialDays(day, day, name, intervals);
  }

  /** Each of them. */
  List<LocalDate> days() {
    return from.datesUntil(to.plusDays(1)).toList();
  }

  boolean isWorked() {
    return !intervals.isEmpty();
  }

  /** What is said in errors. */
  String described() {
    String when = from.equals(to) ? from.toString() : from + " to " + to;
    return name == null ? when : "“" + name + "” (" + when + ")";
  }
}
