package org.vitrine.meetings;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.vitrine.invitations.SeriesRule;
import org.vitrine.invitations.Venue;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;

/**
 * A meeting as it is planned: once, or again and again by a rule.
 *
 * @param start on the clock of the zone; of a series its first date
 * @param zone its name, which is checked when it is planned: older series have others
 * @param minutes how long it lasts
 * @param rule absent where it is once
 * @param capacity how many can come; absent where everybody can
 * @param asked who is asked; nobody is told before their invitations are sent
 * @param subject what it is about, where its kind needs that
 */
public record PlanMeeting(
    MeetingKind kind,
    String title,
    LocalDateTime start,
    String zone,
    Integer minutes,
    String room,
    URI video,
    Integer capacity,
    SeriesRule rule,
    AskedGuests asked,
    PlannedSubject subject) {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST = 7 * 24 * 60;
  private static final int MOST_SEATS = 100_000;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2200;

  /**
   * @param review of a design review, its number
   * @param order of a witnessing, whose stage is seen
   */
  public record PlannedSubject(Long review, String order, String stage) {
    static final PlannedSubject NONE = new PlannedSubject(null, null, null);
  }

  public PlanMeeting {
    if (kind == null) {
      throw new Rejection.Invalid(
          "kind", "Say what it is: quality-improvement, design-review or witnessing");
    }
    title = title(title);
    if (start == null) {
      throw new Rejection.Invalid("start", "Say when it begins, such as 2026-12-08T14:00");
    }
    requireReal(start);
    if (rule != null) {
      rule.requireBounded(start.toLocalDate());
    }
    if (minutes == null) {
      throw new Rejection.Invalid("minutes", "Say how many minutes it lasts");
    }
    requireLength(minutes);
    requireSeats(capacity);
    asked = asked == null ? AskedGuests.NOBODY : asked;
    subject = subject == null ? PlannedSubject.NONE : subject;
    if (kind == MeetingKind.WITNESSING && (subject.order() == null || subject.stage() == null)) {
      throw new Rejection.Invalid(
          "subject.order", "Say of which order which stage is witnessed: order and stage");
    }
    if (kind != MeetingKind.WITNESSING && (subject.order() != null || subject.stage() != null)) {
      throw new Rejection.Invalid("subject.order", "Only a witnessing is of one order");
    }
    if (kind != MeetingKind.DESIGN_REVIEW && subject.review() != null) {
      throw new Rejection.Invalid("subject.review", "Only a design review is about one");
    }
    if (rule != null && kind == MeetingKind.WITNESSING) {
      throw new Rejection.Invalid("rule", "A witnessing is once");
    }
  }

  static String title(String title) {
    String said = title == null ? "" : title.strip();
    if (said.isEmpty() || said.length() > LONGEST_TITLE || hasControls(said)) {
      throw new Rejection.Invalid(
          "title",
          "A title is one line of 1 to %d characters, unlike “%s”"
              .formatted(LONGEST_TITLE, Excerpt.of(said)));
    }
    return said;
  }

  private static boolean hasControls(String text) {
    return text.codePoints().anyMatch(Character::isISOControl);
  }

  static void requireReal(LocalDateTime start) {
    if (start.getYear() < FIRST_YEAR || start.getYear() > LAST_YEAR) {
      throw new Rejection.Invalid("start", "“%s” is no time at which people meet".formatted(start));
    }
  }

  static void requireLength(int minutes) {
    if (minutes < 1 || minutes > LONGEST) {
      throw new Rejection.Invalid(
          "minutes", "It lasts 1 to %,d minutes, unlike %d".formatted(LONGEST, minutes));
    }
  }

  static void requireSeats(Integer capacity) {
    if (capacity != null && (capacity < 1 || capacity > MOST_SEATS)) {
      throw new Rejection.Invalid(
          "capacity", "It has 1 to %,d seats, unlike %d".formatted(MOST_SEATS, capacity));
    }
  }

  MeetingTime time() {
    return new MeetingTime(start, ZoneId.of(zone), Duration.ofMinutes(minutes));
  }

  Venue place() {
    return new Venue(Optional.ofNullable(room), Optional.ofNullable(video));
  }
}
