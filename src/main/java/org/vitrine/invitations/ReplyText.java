package org.vitrine.invitations;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.vitrine.calendars.ShallowParser;

/**
 * A reply as a mail program writes it (RFC 5546, 3.2.3). Who the organizer is may be missing, as it
 * is where Outlook.com replies.
 *
 * @param attendee the address for whom it speaks
 * @param answer as it says it, such as {@code accepted}
 * @param date of a series that it is about: on the clock of the occasion’s zone, or as a moment
 * @param written DTSTAMP
 * @param delegate the address of who comes instead
 */
record ReplyText(
    String uid,
    String attendee,
    String answer,
    Optional<String> note,
    Optional<Recurrence> date,
    Optional<Instant> written,
    Optional<Integer> sequence,
    Optional<String> delegate) {
  static final ReplyText UNREADABLE =
      new ReplyText(
          "",
          "",
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");
  private static final Pattern ZONE =
      Pattern.compile("(?is)BEGIN:VTIMEZONE.*?END:VTIMEZONE\\r?\\n");
  private static final Pattern ZONE_NAME = Pattern.compile("(?i);TZID=(?:\"[^\"\\n]*\"|[^:;\\n]*)");
  private static final String MAILTO = "mailto:";
  private static final int LONGEST = 300;
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  /** Which date of a series is meant. */
  record Recurrence(LocalDateTime wall, boolean isUtc) {
    boolean isOf(Occasion one) {
      return one.recurrence()
          .filter(
              own ->
                  isUtc
                      ? own.atZone(one.zone()).toInstant().equals(wall.toInstant(ZoneOffset.UTC))
                      : own.equals(wall))
          .isPresent();
    }
  }

  /** Nothing where it is no reply at all; {@link #UNREADABLE} where it is one that says nothing. */
  static Optional<ReplyText> read(String text) {
    Calendar calendar;
    try {
      calendar = new CalendarBuilder(new ShallowParser()).build(new StringReader(zoneless(text)));
    } catch (IOException | ParserException | RuntimeException fault) {
      return Optional.of(UNREADABLE);
    }
    if (calendar.getProperties(Property.METHOD).stream()
        .map(Property::getValue)
        .noneMatch("REPLY"::equalsIgnoreCase)) {
      return Optional.empty();
    }
    List<VEvent> events = calendar.getComponents("VEVENT");
    return Optional.of(events.isEmpty() ? UNREADABLE : read(events.getFirst()));
  }

  /** Without zones: the library would register a stranger’s, and ours are known. */
  private static String zoneless(String text) {
    String lines = FOLD.matcher(text).replaceAll("");
    return ZONE_NAME.matcher(ZONE.matcher(lines).replaceAll("")).replaceAll("");
  }

  private static ReplyText read(VEvent event) {
    Optional<Property> attendee = property(event, Property.ATTENDEE);
    Optional<String> answer = attendee.flatMap(one -> parameter(one, Parameter.PARTSTAT));
    Optional<String> uid = value(event, Property.UID);
    if (uid.isEmpty() || answer.isEmpty()) {
      return UNREADABLE;
    }
    return new ReplyText(
        uid.get(),
        attendee.map(Property::getValue).map(ReplyText::address).orElse(""),
        answer.get().toLowerCase(Locale.ROOT),
        value(event, Property.COMMENT).filter(note -> !note.isBlank()),
        value(event, Property.RECURRENCE_ID).flatMap(ReplyText::recurrence),
        value(event, Property.DTSTAMP)
            .flatMap(ReplyText::recurrence)
            .map(stamp -> stamp.wall().toInstant(ZoneOffset.UTC)),
        value(event, Property.SEQUENCE).flatMap(ReplyText::number),
        attendee.flatMap(one -> parameter(one, Parameter.DELEGATED_TO)).map(ReplyText::address));
  }

  private static Optional<Property> property(VEvent event, String name) {
    return event.getProperties(name).stream().findFirst();
  }

  private static Optional<String> value(VEvent event, String name) {
    return property(event, name).map(Property::getValue).map(ReplyText::bounded);
  }

  private static Optional<String> parameter(Property property, String name) {
    return property.<Parameter>getParameter(name).map(Parameter::getValue).map(ReplyText::bounded);
  }

  /** What somebody else wrote, as long as we keep it. */
  static String bounded(String text) {
    String storable = text.replaceAll("[\\p{Cntrl}&&[^\\n]]+", " ").strip();
    return storable.length() <= LONGEST ? storable : storable.substring(0, LONGEST);
  }

  private static String address(String value) {
    String text = value.replace("\"", "").strip().toLowerCase(Locale.ROOT);
    return text.startsWith(MAILTO) ? text.substring(MAILTO.length()) : text;
  }

  private static Optional<Recurrence> recurrence(String value) {
    boolean isUtc = value.endsWith("Z");
    try {
      return Optional.of(
          new Recurrence(
              LocalDateTime.parse(isUtc ? value.substring(0, value.length() - 1) : value, LOCAL),
              isUtc));
    } catch (DateTimeParseException other) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}
