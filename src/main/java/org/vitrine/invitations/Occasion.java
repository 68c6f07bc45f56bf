package org.vitrine.invitations;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;

/**
 * Something that people are asked to come to: once, or again and again by a rule, or one date of
 * such a series that has something of its own. Kind and number are what the room calls it that it
 * belongs to, such as meeting 18.
 *
 * <p>A date of a series shares its uid and says which date it is; it has no rule. Where it is as
 * the series says, nobody needs to be told of it by itself.
 *
 * @param uid names it for calendars, the same for as long as it is there, and for all dates of a
 *     series: letters, digits, dots and dashes
 * @param start on the clock of the zone; of a series its first date
 * @param capacity how many can come; absent where everybody can
 * @param recurrence of one date of a series: when the rule has it; absent for all else
 */
public record Occasion(
    String kind,
    long number,
    String uid,
    String title,
    String summary,
    LocalDateTime start,
    ZoneId zone,
    Duration length,
    Venue place,
    Optional<SeriesRule> rule,
    Optional<Integer> capacity,
    Optional<LocalDateTime> recurrence) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,39}");
  private static final Pattern UID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,99}");
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_SUMMARY = 4_000;
  private static final int MOST_SEATS = 100_000;
  private static final Duration LONGEST = Duration.ofDays(7);

  public Occasion {
    if (!NAME.matcher(kind).matches() || !UID.matcher(uid).matches()) {
      throw new IllegalArgumentException(kind + " " + uid);
    }
    title = title == null ? "" : title.strip();
    if (title.isEmpty() || title.length() > LONGEST_TITLE || !Venue.isOneLine(title)) {
      throw new Rejection.Invalid(
          "title",
          "A title is one line of 1 to %d characters, unlike “%s”"
              .formatted(LONGEST_TITLE, Excerpt.of(title)));
    }
    summary = summary == null ? "" : summary.strip();
    if (summary.length() > LONGEST_SUMMARY) {
      throw new Rejection.Invalid(
          "summary", "A summary has at most %,d characters".formatted(LONGEST_SUMMARY));
    }
    if (length.isNegative() || length.toMinutes() < 1 || length.compareTo(LONGEST) > 0) {
      throw new Rejection.Invalid(
          "length", "It lasts from a minute to a week, unlike %s".formatted(length));
    }
    capacity
        .filter(seats -> seats < 1 || seats > MOST_SEATS)
        .ifPresent(
            seats -> {
              throw new Rejection.Invalid(
                  "capacity", "It has 1 to %,d seats, unlike %d".formatted(MOST_SEATS, seats));
            });
    if (rule.isPresent() && recurrence.isPresent()) {
      throw new IllegalArgumentException("One date of a series has no rule: " + uid);
    }
    LocalDate first = start.toLocalDate();
    if (rule.isPresent() && !rule.get().includes(first, first)) {
      throw new Rejection.Invalid(
          "start", "The first date, %s, is none of the series".formatted(first));
    }
  }

  /** One that happens once. */
  public static Occasion once(
      String kind,
      long number,
      String uid,
      String title,
      String summary,
      ZonedDateTime start,
      Duration length,
      Venue place) {
    return new Occasion(
        kind,
        number,
        uid,
        title,
        summary,
        start.toLocalDateTime(),
        start.getZone(),
        length,
        place,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public Occasion repeating(SeriesRule by) {
    return new Occasion(
        kind,
        number,
        uid,
        title,
        summary,
        start,
        zone,
        length,
        place,
        Optional.of(by),
        capacity,
        recurrence);
  }

  public Occasion seating(int seats) {
    return new Occasion(
        kind,
        number,
        uid,
        title,
        summary,
        start,
        zone,
        length,
        place,
        rule,
        Optional.of(seats),
        recurrence);
  }

  /** The same at another time. */
  public Occasion at(LocalDateTime other) {
    return new Occasion(
        kind, number, uid, title, summary, other, zone, length, place, rule, capacity, recurrence);
  }

  public Occasion in(Venue other) {
    return new Occasion(
        kind, number, uid, title, summary, start, zone, length, other, rule, capacity, recurrence);
  }

  /**
   * One date of this series, under a number of its own.
   *
   * @param date as the rule has it
   */
  public Occasion date(String ownKind, long ownNumber, LocalDate date) {
    LocalDateTime then = date.atTime(start.toLocalTime());
    return new Occasion(
        ownKind,
        ownNumber,
        uid,
        title,
        summary,
        then,
        zone,
        length,
        place,
        Optional.empty(),
        capacity,
        Optional.of(then));
  }

  /** When each of its dates begins; of a series all of them. */
  public List<ZonedDateTime> dates() {
    return rule
        .map(by -> by.dates(start.toLocalDate()))
        .orElse(List.of(start.toLocalDate()))
        .stream()
        .map(date -> date.atTime(start.toLocalTime()).atZone(zone))
        .toList();
  }

  Instant begins() {
    return start.atZone(zone).toInstant();
  }

  /** When the last of its dates is over. */
  Instant ends() {
    return dates().getLast().toInstant().plus(length);
  }

  boolean isDateOfSeries() {
    return recurrence.isPresent();
  }

  /** True where somebody who said that they come to one has said so of the other. */
  boolean isSameTimeAndPlaceAs(Occasion other) {
    return start.equals(other.start)
        && zone.equals(other.zone)
        && length.equals(other.length)
        && place.equals(other.place)
        && rule.equals(other.rule)
        && recurrence.equals(other.recurrence);
  }
}
