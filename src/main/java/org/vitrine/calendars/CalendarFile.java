package org.vitrine.calendars;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.vitrine.platform.Rejection;

/**
 * Holidays and worked days as an iCalendar file has them (RFC 5545): each event of whole days is a
 * holiday, unless it says that it is worked. Where a file marks its days by {@code
 * X-APPLE-SPECIAL-DAY}, as China's calendars do, what it does not mark is a festival on which
 * people work as usual.
 *
 * @param days in their order
 * @param skipped how many events say of no day whether it is worked
 */
record CalendarFile(List<SpecialDays> days, int skipped) {
  private static final int MOST_EVENTS = 5_000;
  private static final int MOST_DAYS = 30_000;
  private static final int MOST_RULES = 100;

  /**
   * Throws {@link Rejection.Invalid} naming the line or the event that cannot be read.
   *
   * @param usual the hours of a worked day that does not say its own
   */
  static CalendarFile read(String text, LocalDate today, List<WorkInterval> usual) {
    List<DayEvent> events = events(parsed(text), today, usual);
    boolean marked = events.stream().anyMatch(DayEvent::isMarked);
    Map<LocalDate, DayEvent> byDay = new TreeMap<>();
    int skipped = 0;
    for (DayEvent event : events) {
      if (event.isCancelled() || marked && !event.isMarked()) {
        skipped++;
        continue;
      }
      event.days().forEach(day -> byDay.merge(day, event, (one, other) -> one.and(other, day)));
    }
    return new CalendarFile(joined(byDay), skipped);
  }

  private static Calendar parsed(String text) {
    try {
      return new CalendarBuilder(new ShallowParser())
          .build(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
    } catch (ParserException e) {
      if (e.getCause() instanceof Rejection.Invalid refused) {
        throw refused;
      }
      throw new Rejection.Invalid(
          "", "Cannot read line %d of the file as iCalendar".formatted(e.getLineNo()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw new Rejection.Invalid("", "Cannot read the file as iCalendar: " + firstLine(e));
    }
  }

  private static String firstLine(RuntimeException fault) {
    return Optional.ofNullable(fault.getMessage())
        .flatMap(message -> message.lines().findFirst())
        .orElse("its content is not valid");
  }

  private static List<DayEvent> events(
      Calendar calendar, LocalDate today, List<WorkInterval> usual) {
    List<VEvent> events = calendar.getComponents("VEVENT");
    if (events.isEmpty()) {
      throw new Rejection.Invalid("", "The file has no events");
    }
    if (events.size() > MOST_EVENTS) {
      throw new Rejection.Invalid(
          "", "A file can have at most %,d events, not %,d".formatted(MOST_EVENTS, events.size()));
    }
    if (events.stream().filter(event -> !event.getProperties("RRULE").isEmpty()).count()
        > MOST_RULES) {
      throw new Rejection.Invalid(
          "", "A file can have at most %,d events that come again (RRULE)".formatted(MOST_RULES));
    }
    List<DayEvent> read = new ArrayList<>();
    long days = 0;
    for (VEvent event : events) {
      read.add(DayEvent.of(event, today, usual));
      days += read.getLast().days().size();
      if (days > MOST_DAYS) {
        throw new Rejection.Invalid(
            "", "The events of a file can fall on at most %,d days".formatted(MOST_DAYS));
      }
    }
    return read;
  }

  /** Days that follow each other and say the same become one entry. */
  private static List<SpecialDays> joined(Map<LocalDate, DayEvent> byDay) {
    List<SpecialDays> days = new ArrayList<>();
    byDay.forEach(
        (day, event) -> {
          SpecialDays last = days.isEmpty() ? null : days.getLast();
          SpecialDays one = SpecialDays.on(day, event.name(), event.intervals());
          boolean goesOn =
              last != null
                  && last.to().plusDays(1).equals(day)
                  && last.days().size() < SpecialDays.MOST_DAYS
                  && one.intervals().equals(last.intervals())
                  && Objects.equals(one.name(), last.name());
          if (goesOn) {
            days.set(
                days.size() - 1, new SpecialDays(last.from(), day, last.name(), last.intervals()));
          } else {
            days.add(one);
          }
        });
    return List.copyOf(days);
  }

  /** Hours as {@code X-VITRINE-HOURS} writes them: {@code 06:00-14:00,14:00-22:00}. */
  static String hours(List<WorkInterval> intervals) {
    return intervals.stream()
        .map(one -> one.from() + "-" + one.to())
        .collect(Collectors.joining(","));
  }

  static List<WorkInterval> hours(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .map(one -> one.split("-", -1))
        .map(
            ends -> {
              if (ends.length != 2) {
                throw new Rejection.Invalid("", "“%s” are not hours".formatted(text));
              }
              return new WorkInterval(ends[0].strip(), ends[1].strip());
            })
        .toList();
  }
}
