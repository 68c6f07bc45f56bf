package org.vitrine.invitations;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RecurrenceId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;

/**
 * An invitation as events of a calendar: the occasion, and beside a series those of its dates that
 * cannot be said by its rule.
 *
 * @param more who asks whom, and how it stands
 */
record EventText(
    String uid,
    Occasion occasion,
    Instant stamp,
    int sequence,
    String description,
    List<Property> more) {

  /** A copy that is another occasion: a date of the series. */
  private EventText of(Occasion other, int otherSequence) {
    return new EventText(uid, other, stamp, otherSequence, description, more);
  }

  /** When it begins and ends, all dates after each other. */
  static List<ZonedDateTime> moments(Occasion occasion) {
    return occasion.dates().stream()
        .flatMap(date -> Stream.of(date, date.plus(occasion.length())))
        .toList();
  }

  /**
   * @param clock as the calendar knows the occasion’s zone
   * @param dates of a series that stand by themselves
   */
  List<VEvent> written(ZoneClock clock, List<StoredOccasion> dates) {
    List<VEvent> events = new ArrayList<>();
    events.add(occasion.rule().isPresent() ? series(clock, dates) : alone(clock));
    if (occasion.rule().isPresent()) {
      occasion.dates().stream()
          .filter(date -> !isSaidBy(clock, date))
          .filter(date -> dates.stream().noneMatch(one -> isOf(one.occasion(), date)))
          .forEach(date -> events.add(inUtc(date)));
      dates.stream()
          .filter(date -> date.called().isEmpty())
          .filter(date -> !SeriesDates.isAsTheSeriesSays(date.occasion(), occasion))
          .forEach(
              date ->
                  events.add(
                      of(date.occasion(), Math.max(sequence, date.sequence())).alone(clock)));
    }
    return events;
  }

  private static boolean isOf(Occasion one, ZonedDateTime date) {
    return one.recurrence().filter(date.toLocalDateTime()::equals).isPresent();
  }

  /** Whether a calendar has this date right that knows the clock and the time of the day. */
  private boolean isSaidBy(ZoneClock clock, ZonedDateTime date) {
    LocalDateTime wall = date.toLocalDate().atTime(occasion.start().toLocalTime());
    ZonedDateTime end = date.plus(occasion.length());
    return isSaidBy(clock, date, wall) && isSaidBy(clock, end, wall.plus(occasion.length()));
  }

  /** An hour that a day has twice, or not at all, is read differently by different calendars. */
  private static boolean isSaidBy(ZoneClock clock, ZonedDateTime moment, LocalDateTime wall) {
    return moment.toLocalDateTime().equals(wall)
        && moment.getZone().getRules().getValidOffsets(wall).size() == 1
        && clock.agrees(moment);
  }

  private VEvent series(ZoneClock clock, List<StoredOccasion> dates) {
    List<Property> when = new ArrayList<>();
    LocalDateTime start = occasion.start();
    when.add(new DtStart<>(zone(), start));
    when.add(new DtEnd<>(zone(), start.plus(occasion.length())));
    when.add(new RRule<>(rule(occasion.rule().orElseThrow())));
    List<LocalDateTime> called =
        dates.stream()
            .filter(date -> date.called().isPresent())
            .flatMap(date -> date.occasion().recurrence().stream())
            .toList();
    if (!called.isEmpty()) {
      when.add(new ExDate<>(zone(), new DateList<>(called)));
    }
    return event(when);
  }

  private VEvent alone(ZoneClock clock) {
    ZonedDateTime start = occasion.dates().getFirst();
    List<Property> when = new ArrayList<>();
    occasion.recurrence().ifPresent(was -> when.add(new RecurrenceId<>(zone(), was)));
    if (isSaidBy(clock, start)) {
      when.add(new DtStart<>(zone(), start.toLocalDateTime()));
      when.add(new DtEnd<>(zone(), start.plus(occasion.length()).toLocalDateTime()));
    } else {
      addUtc(when, start);
    }
    return event(when);
  }

  /** A date of the series at its moment, whatever a calendar takes the clock for. */
  private VEvent inUtc(ZonedDateTime date) {
    List<Property> when = new ArrayList<>();
    LocalDateTime byRule = date.toLocalDate().atTime(occasion.start().toLocalTime());
    when.add(new RecurrenceId<>(zone(), byRule));
    addUtc(when, date);
    return event(when);
  }

  private void addUtc(List<Property> when, ZonedDateTime start) {
    when.add(new DtStart<>(start.toInstant()));
    when.add(new DtEnd<>(start.toInstant().plus(occasion.length())));
  }

  private VEvent event(List<Property> when) {
    List<Property> all = new ArrayList<>();
    all.add(new Uid(uid));
    all.add(new DtStamp(stamp));
    all.add(new Sequence(sequence));
    all.addAll(when);
    all.add(new Summary(occasion.title()));
    if (!description.isEmpty()) {
      all.add(new Description(description));
    }
    String place = occasion.place().line();
    if (!place.isEmpty()) {
      all.add(new Location(place));
    }
    all.addAll(more);
    all.add(ImmutableTransp.OPAQUE);
    return new VEvent(new PropertyList(all));
  }

  private ParameterList zone() {
    return new ParameterList(List.of(new TzId(occasion.zone().getId())));
  }

  /** The rule as RFC 5545 has it; its end is a moment in UTC, as it must be beside a zone. */
  private String rule(SeriesRule rule) {
    String day = rule.day().name().substring(0, 2);
    return "FREQ=%s;INTERVAL=%d;BYDAY=%s%s;%s"
        .formatted(
            rule.pace(),
            rule.every(),
            rule.nth().map(String::valueOf).orElse(""),
            day,
            rule.count()
                .map(many -> "COUNT=" + many)
                .orElseGet(() -> "UNTIL=" + utc(occasion.dates().getLast())));
  }

  private static String utc(ZonedDateTime moment) {
    return DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
        .format(moment.withZoneSameInstant(ZoneId.of("UTC")));
  }
}
