package org.vitrine.invitations;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Comment;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.vitrine.mail.MailAddress;
import org.vitrine.mail.MailCalendar;

/**
 * Invitations as calendars take them (RFC 5545 and 5546): for one person, from the mailbox that
 * answers come to. The library writes and validates; no time is computed by it.
 */
final class InvitationCalendar {
  private static final ProdId PRODUCT = new ProdId("-//Vitrine//Invitations//EN");

  private final Optional<MailAddress> organizer;
  private final String manufacturer;
  private final InvitationWords words;

  /**
   * @param organizer absent where nobody takes our mail: then nothing is written for a mail
   */
  InvitationCalendar(Optional<MailAddress> organizer, String manufacturer, InvitationWords words) {
    this.organizer = organizer;
    this.manufacturer = manufacturer;
    this.words = words;
  }

  /**
   * Asks one person.
   *
   * @param dates of a series that stand by themselves: what of them is not as the series says goes
   *     along
   */
  Optional<MailCalendar> request(
      StoredInvitation asked, List<StoredOccasion> dates, CalendarReader reader, Instant now) {
    return organizer.map(
        from -> {
          List<Property> more =
              List.of(organizer(from), attendee(reader, true), ImmutableStatus.VEVENT_CONFIRMED);
          return new MailCalendar(
              "REQUEST",
              text(
                  Optional.of(ImmutableMethod.REQUEST),
                  message(event(asked, reader, now, more), dates)));
        });
  }

  /** Takes the invitation back; names nobody but this person. */
  Optional<MailCalendar> cancel(
      StoredInvitation asked, Optional<String> reason, CalendarReader reader, Instant now) {
    return organizer.map(
        from -> {
          List<Property> more = new ArrayList<>();
          more.add(organizer(from));
          more.add(attendee(reader, false));
          more.add(ImmutableStatus.VEVENT_CANCELLED);
          reason.map(Comment::new).ifPresent(more::add);
          return new MailCalendar(
              "CANCEL",
              text(
                  Optional.of(ImmutableMethod.CANCEL),
                  message(event(asked, reader, now, more), List.of())));
        });
  }

  /** One occasion with its zone. */
  private static List<CalendarComponent> message(EventText event, List<StoredOccasion> dates) {
    ZoneId zone = event.occasion().zone();
    ZoneClock clock =
        ZoneClock.over(
            zone, moments(event.occasion(), dates.stream().map(StoredOccasion::occasion)));
    List<CalendarComponent> all = new ArrayList<>();
    all.add(ZoneText.of(zone, clock));
    all.addAll(event.written(clock, dates));
    return all;
  }

  private static List<ZonedDateTime> moments(Occasion one, Stream<Occasion> more) {
    return Stream.concat(Stream.of(one), more)
        .flatMap(occasion -> EventText.moments(occasion).stream())
        .sorted()
        .toList();
  }

  /**
   * What somebody subscribes to: what they have not declined. Each event says when it was last
   * changed, so that the same content has the same bytes.
   *
   * @param dates those of each series that stand by themselves, by its uid
   */
  String feed(
      List<StoredInvitation> asked,
      Map<String, List<StoredOccasion>> dates,
      CalendarReader reader) {
    Map<ZoneId, List<StoredInvitation>> byZone =
        asked.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.occasion().zone(), LinkedHashMap::new, Collectors.toList()));
    List<CalendarComponent> zones = new ArrayList<>();
    List<CalendarComponent> events = new ArrayList<>();
    byZone.forEach(
        (zone, some) -> {
          List<ZonedDateTime> moments =
              some.stream()
                  .flatMap(one -> EventText.moments(one.occasion()).stream())
                  .sorted()
                  .toList();
          ZoneClock clock = ZoneClock.over(zone, moments);
          zones.add(ZoneText.of(zone, clock));
          for (StoredInvitation one : some) {
            events.addAll(
                event(one, reader, one.changedAt(), List.of(status(one)))
                    .written(clock, dates.getOrDefault(one.occasion().uid(), List.of())));
          }
        });
    return text(Optional.empty(), Stream.concat(zones.stream(), events.stream()).toList());
  }

  private static Status status(StoredInvitation one) {
    if (one.called().isPresent()) {
      return ImmutableStatus.VEVENT_CANCELLED;
    }
    return one.state() == InvitationState.ACCEPTED
        ? ImmutableStatus.VEVENT_CONFIRMED
        : ImmutableStatus.VEVENT_TENTATIVE;
  }

  private EventText event(
      StoredInvitation asked, CalendarReader reader, Instant stamp, List<Property> more) {
    return new EventText(
        asked.uid(),
        asked.occasion(),
        stamp,
        asked.invitation().sequence(),
        words.description(asked.occasion(), reader.to(), reader.link()),
        more);
  }

  private Organizer organizer(MailAddress from) {
    return new Organizer(new ParameterList(List.of(name(manufacturer))), mailto(from.text()));
  }

  private static Attendee attendee(CalendarReader reader, boolean isAsked) {
    ParameterList parameters =
        new ParameterList(
            isAsked
                ? List.of(
                    CuType.INDIVIDUAL,
                    Role.REQ_PARTICIPANT,
                    PartStat.NEEDS_ACTION,
                    Rsvp.TRUE,
                    name(reader.to().name()))
                : List.of(Role.REQ_PARTICIPANT, name(reader.to().name())));
    return new Attendee(parameters, mailto(reader.to().email()));
  }

  /** What a parameter cannot hold is left out of a name (RFC 5545, 3.2). */
  private static Cn name(String text) {
    return new Cn(text.replaceAll("[\"\\p{Cntrl}]+", " ").strip());
  }

  private static URI mailto(String address) {
    try {
      return new URI("mailto", address, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String text(Optional<Method> method, List<CalendarComponent> components) {
    List<Property> head = new ArrayList<>();
    head.add(PRODUCT);
    head.add(ImmutableVersion.VERSION_2_0);
    head.add(ImmutableCalScale.GREGORIAN);
    method.ifPresent(head::add);
    StringWriter text = new StringWriter();
    try {
      new CalendarOutputter(true)
          .output(new Calendar(new PropertyList(head), new ComponentList<>(components)), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // The library folds by letters.
    return OctetFolding.fold(text.toString());
  }
}
