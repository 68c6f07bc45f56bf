package org.vitrine.calendars;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.RDate;
import org.vitrine.platform.Rejection;

/**
 * An event of a file as the days on which it falls.
 *
 * @param intervals the hours of each day; none of a holiday
 * @param isMarked whether it says of itself that it is a holiday or a worked day
 */
record DayEvent(
    String name,
    Set<LocalDate> days,
    List<WorkInterval> intervals,
    boolean isMarked,
    boolean isCancelled) {
  /** The hours of a worked day. */
  static final String HOURS = "X-VITRINE-HOURS";

  /** What China's calendars mark their days by, worked weekend days among them. */
  static final String SPECIAL_DAY = "X-APPLE-SPECIAL-DAY";

  static final String HOLIDAY = "WORK-HOLIDAY";
  static final String WORKED = "ALTERNATE-WORKDAY";

  /** What comes every year may have begun long ago. */
  private static final int FIRST_YEAR = 1800;

  /** How files without marks call a weekend day that is worked. */
  private static final Pattern CALLED_WORKED = Pattern.compile("补班|[（(]班[)）]");

  static DayEvent of(VEvent event, LocalDate today, List<WorkInterval> usual) {
    String name =
        text(event, "SUMMARY").map(String::strip).filter(one -> !one.isEmpty()).orElse("");
    try {
      return new DayEvent(
          cut(name),
          days(event, today),
          intervals(event, name, usual),
          text(event, SPECIAL_DAY).isPresent(),
          text(event, "STATUS").filter("CANCELLED"::equalsIgnoreCase).isPresent());
    } catch (Rejection.Invalid e) {
      throw new Rejection.Invalid("", "%s: %s".formatted(named(event, name), e.getMessage()));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new Rejection.Invalid("", named(event, name) + ": its dates cannot be read");
    }
  }

  private static String named(VEvent event, String name) {
    String begins = text(event, "DTSTART").orElse("no DTSTART");
    return name.isEmpty()
        ? "The event of " + begins
        : "The event “%s” (%s)".formatted(cut(name), begins);
  }

  static String cut(String name) {
    return name.length() <= SpecialDays.LONGEST_NAME
        ? name
        : name.substring(0, SpecialDays.LONGEST_NAME - 1) + "…";
  }

  private static Optional<String> text(VEvent event, String property) {
    Optional<Property> found = event.getProperty(property);
    return found.map(Property::getValue);
  }

  private static List<WorkInterval> intervals(VEvent event, String name, List<WorkInterval> usual) {
    Optional<String> hours = text(event, HOURS);
    if (hours.isPresent()) {
      return CalendarFile.hours(hours.get());
    }
    boolean worked =
        text(event, SPECIAL_DAY)
            .map(mark -> mark.toUpperCase(Locale.ROOT).equals(WORKED))
            .orElseGet(() -> CALLED_WORKED.matcher(name).find());
    return worked ? usual : List.of();
  }

  private static Set<LocalDate> days(VEvent event, LocalDate today) {
    Optional<DtStart<Temporal>> start = event.getProperty("DTSTART");
    LocalDate first =
        start
            .map(DtStart::getDate)
            .map(DayEvent::day)
            .orElseThrow(() -> new Rejection.Invalid("", "it has no DTSTART"));
    requireYear(event, first);
    Optional<DtEnd<Temporal>> end = event.getEndDate();
    long length =
        end.map(DtEnd::getDate)
            .map(DayEvent::day)
            .map(behind -> Math.max(1, ChronoUnit.DAYS.between(first, behind)))
            .orElse(1L);
    if (length > SpecialDays.MOST_DAYS) {
      throw new Rejection.Invalid(
          "", "it lasts more than %d days".formatted(SpecialDays.MOST_DAYS));
    }
    Set<LocalDate> days = new TreeSet<>();
    for (LocalDate begins : beginnings(event, first, today)) {
      begins.datesUntil(begins.plusDays(length)).forEach(days::add);
      if (days.size() > WorkCalendar.MOST_DAYS) {
        throw new Rejection.Invalid(
            "", "it falls on more than %,d days".formatted(WorkCalendar.MOST_DAYS));
      }
    }
    return days;
  }

  private static void requireYear(VEvent event, LocalDate first) {
    boolean comesAgain = !event.getProperties("RRULE").isEmpty();
    SpecialDays.requireYear("", first, comesAgain ? FIRST_YEAR : SpecialDays.FIRST_YEAR);
  }

  private static Set<LocalDate> beginnings(VEvent event, LocalDate first, LocalDate today) {
    Set<LocalDate> days = new TreeSet<>();
    YearlyRule.of(event)
        .ifPresentOrElse(rule -> days.addAll(rule.beginnings(first, today)), () -> days.add(first));
    List<RDate<Temporal>> more = event.getProperties("RDATE");
    more.stream().flatMap(one -> one.getDates().stream()).map(DayEvent::day).forEach(days::add);
    List<ExDate<Temporal>> without = event.getProperties("EXDATE");
    without.stream()
        .flatMap(one -> one.getDates().stream())
        .map(DayEvent::day)
        .forEach(days::remove);
    return days;
  }

  static Rejection.Invalid timed() {
    return new Rejection.Invalid("", "it has a time of day, and only whole days can be read");
  }

  /** A whole day; some programs write it as midnight. */
  private static LocalDate day(Temporal moment) {
    if (moment instanceof LocalDate day) {
      return day;
    }
    LocalDateTime time = LocalDateTime.from(moment);
    if (moment instanceof OffsetDateTime || !time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      throw timed();
    }
    return time.toLocalDate();
  }

  /** Both, where they say the same of this day. */
  DayEvent and(DayEvent other, LocalDate day) {
    if (!intervals.equals(other.intervals)) {
      throw new Rejection.Invalid(
          "",
          "“%s” and “%s” say different things of %s: one that it is worked, or in other hours"
              .formatted(name, other.name, day));
    }
    if (name.equals(other.name) || other.name.isEmpty()) {
      return this;
    }
    List<String> names = new ArrayList<>(List.of(name, other.name));
    names.removeIf(String::isEmpty);
    return new DayEvent(cut(String.join(", ", names)), days, intervals, isMarked, isCancelled);
  }
}
