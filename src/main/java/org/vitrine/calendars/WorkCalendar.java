package org.vitrine.calendars;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.vitrine.platform.Rejection;

/**
 * When somebody works, as people keep it.
 *
 * @param zone whose clock the hours are read on
 * @param exceptions in their order, no day twice
 */
public record WorkCalendar(
    String code, String name, String zone, WorkingWeek week, List<SpecialDays> exceptions) {
  /** The code of the calendar that counts for whatever names none. */
  public static final String PLANT = "plant";

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");
  private static final int LONGEST_NAME = 200;
  private static final int MOST_EXCEPTIONS = 1_000;
  static final int MOST_DAYS = 3_000;
  private static final int MOST_CLOSED_DAYS = 400;

  public WorkCalendar {
    if (code == null || !CODE.matcher(code).matches()) {
      throw new Rejection.Invalid(
          "code",
          "A calendar's code must have 1 to 40 letters, digits, dashes or underscores, unlike “%s”"
              .formatted(code));
    }
    if (name != null && name.length() > LONGEST_NAME) {
      throw new Rejection.Invalid(
          "name", "A name can have at most %d characters".formatted(LONGEST_NAME));
    }
    name = name == null || name.isBlank() ? code : name.strip();
    zone = zone(zone).getId();
    if (week == null) {
      throw new Rejection.Invalid("week", "Give the hours of a usual week");
    }
    week.requireWork("week");
    exceptions = sorted(exceptions == null ? List.of() : exceptions);
  }

  private static ZoneId zone(String zone) {
    try {
      return ZoneId.of(zone == null ? "" : zone.strip());
    } catch (DateTimeException e) {
      throw new Rejection.Invalid(
          "zone", "“%s” is not a time zone such as Europe/Berlin or +08:00".formatted(zone));
    }
  }

  private static List<SpecialDays> sorted(List<SpecialDays> exceptions) {
    if (exceptions.size() > MOST_EXCEPTIONS) {
      throw new Rejection.Invalid(
          "exceptions",
          "A calendar can have at most %,d exceptions, not %,d"
              .formatted(MOST_EXCEPTIONS, exceptions.size()));
    }
    Map<LocalDate, SpecialDays> byDay = new HashMap<>();
    for (int at = 0; at < exceptions.size(); at++) {
      SpecialDays one = exceptions.get(at);
      for (LocalDate day : one.days()) {
        SpecialDays other = byDay.put(day, one);
        if (other != null) {
          throw new Rejection.Invalid(
              "exceptions[%d]".formatted(at),
              "%s stands twice: in %s and in %s"
                  .formatted(day, other.described(), one.described()));
        }
      }
    }
    if (byDay.size() > MOST_DAYS) {
      throw new Rejection.Invalid(
          "exceptions",
          "The exceptions of a calendar can be at most %,d days, not %,d"
              .formatted(MOST_DAYS, byDay.size()));
    }
    return exceptions.stream().sorted(Comparator.comparing(SpecialDays::from)).toList();
  }

  /**
   * Asked of what is saved, never of what is stored: throws {@link Rejection.Invalid} where nobody
   * works for so long that whoever waits for it would wait for ever.
   */
  void requireOpenDays(LocalDate today) {
    WorkingTime time = workingTime();
    ZoneId zoned = ZoneId.of(zone);
    Instant open = Instant.MIN;
    for (LocalDate day : closableDays(today)) {
      Instant begins = day.atStartOfDay(zoned).toInstant();
      if (begins.isBefore(open)) {
        continue;
      }
      open = time.next(begins);
      if (open.isAfter(day.plusDays(MOST_CLOSED_DAYS).atStartOfDay(zoned).toInstant())) {
        throw new Rejection.Invalid(
            "exceptions",
            "Nobody works from %s on for more than %d days: leave one of them out, or give it hours"
                .formatted(day, MOST_CLOSED_DAYS));
      }
    }
  }

  /** From today on, in their order. */
  private List<LocalDate> closableDays(LocalDate today) {
    return exceptions.stream()
        .filter(one -> !one.isWorked())
        .flatMap(one -> one.days().stream())
        .filter(day -> !day.isBefore(today))
        .toList();
  }

  /** What is worked by it. */
  public WorkingTime workingTime() {
    return WorkingTime.of(ZoneId.of(zone), week, exceptions);
  }

  /** The same, with what these days are replacing what they were. */
  WorkCalendar with(List<SpecialDays> replacing) {
    Map<LocalDate, SpecialDays> byDay = new HashMap<>();
    replacing.forEach(one -> one.days().forEach(day -> byDay.put(day, one)));
    List<SpecialDays> merged = new ArrayList<>(replacing);
    for (SpecialDays kept : exceptions) {
      if (kept.days().stream().noneMatch(byDay::containsKey)) {
        merged.add(kept);
      } else {
        kept.days().stream()
            .filter(day -> !byDay.containsKey(day))
            .map(day -> SpecialDays.on(day, kept.name(), kept.intervals()))
            .forEach(merged::add);
      }
    }
    return new WorkCalendar(code, name, zone, week, merged);
  }
}
