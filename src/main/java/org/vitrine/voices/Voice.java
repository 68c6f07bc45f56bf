package org.vitrine.voices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vitrine.calendars.CalendarEdition;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.platform.Excerpt;
import org.vitrine.voices.PromisedClock.CountedHours;
import org.vitrine.voices.VoiceEvent.Asked;
import org.vitrine.voices.VoiceEvent.Assigned;
import org.vitrine.voices.VoiceEvent.Closed;
import org.vitrine.voices.VoiceEvent.HandedOn;
import org.vitrine.voices.VoiceEvent.Reopened;
import org.vitrine.voices.VoiceEvent.Replied;
import org.vitrine.voices.VoiceEvent.Said;
import org.vitrine.voices.VoiceEvent.Seen;
import org.vitrine.voices.VoiceEvent.TierChanged;

/**
 * A wish, a question or a complaint: what it is about and what happened to it, of which all else
 * follows.
 *
 * @param version how many events there are; more than are here where some are for staff alone
 * @param events in their order, beginning with what was said
 */
record Voice(
    VoiceNumber number,
    CompanyId company,
    VoiceAnchor anchor,
    Optional<Long> link,
    int version,
    List<VoiceEvent> events) {
  private static final int LONGEST_TITLE = 80;

  /** What it is now: somebody here is at it, the customer was asked something, or it is solved. */
  enum VoiceState {
    OPEN("open"),
    WAITING("waiting"),
    CLOSED("closed");

    private final String code;

    VoiceState(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  Voice {
    events = List.copyOf(events);
  }

  Voice with(List<VoiceEvent> more) {
    return new Voice(
        number,
        company,
        anchor,
        link,
        version + more.size(),
        Stream.concat(events.stream(), more.stream()).toList());
  }

  Said said() {
    return (Said) events.getFirst();
  }

  VoiceKind kind() {
    return said().kind();
  }

  /** The first line of what was said, short enough for a list. */
  String title() {
    return title(said().text());
  }

  static String title(String text) {
    String line =
        text.lines().map(String::strip).filter(one -> !one.isEmpty()).findFirst().orElse("");
    return line.codePointCount(0, line.length()) <= LONGEST_TITLE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE - 1)).strip() + "…";
  }

  VoiceState state() {
    if (closing().isPresent()) {
      return VoiceState.CLOSED;
    }
    return question().isPresent() ? VoiceState.WAITING : VoiceState.OPEN;
  }

  /** What closed it, if it is closed. */
  Optional<Closed> closing() {
    return last(Closed.class, Reopened.class);
  }

  /** Whether they were asked, since it was closed, if it is still solved. */
  boolean isAskedStillSolved() {
    return last(VoiceEvent.StillSolvedAsked.class, Closed.class).isPresent();
  }

  /** What the customer was asked and has not replied to. */
  Optional<Asked> question() {
    return events.stream()
        .reduce(
            Optional.<Asked>empty(),
            (open, event) ->
                switch (event) {
                  case Asked asked -> Optional.of(asked);
                  case Replied replied -> Optional.empty();
                  case Closed closed -> Optional.empty();
                  default -> open;
                },
            (a, b) -> b);
  }

  /** Whether somebody here has opened it since it began, or began anew. */
  boolean isSeen() {
    return sinceItBegan().anyMatch(Seen.class::isInstance);
  }

  /** The code of the department that has it. */
  String department() {
    return newest(
        event ->
            switch (event) {
              case Said said -> said.department();
              case HandedOn on -> on.to();
              default -> null;
            });
  }

  /** Whoever is at it; the head of the department where nobody is. */
  Optional<VoiceParty> assignee() {
    return newest(
        event ->
            switch (event) {
              case Said said -> Optional.<VoiceParty>empty();
              case HandedOn on -> Optional.<VoiceParty>empty();
              case Assigned assigned -> assigned.to();
              default -> null;
            });
  }

  Tier tier() {
    return newest(
        event ->
            switch (event) {
              case Said said -> said.tier();
              case TierChanged changed -> changed.to();
              case Reopened reopened -> reopened.tier();
              default -> null;
            });
  }

  /** What was promised of it, other than to everybody, since it began or began anew. */
  Optional<PromisedClock> promised() {
    return events.stream()
        .reduce(
            Optional.<PromisedClock>empty(),
            (before, event) ->
                switch (event) {
                  case VoiceEvent.ClockPromised promised -> promised.clock();
                  case VoiceEvent.TierChanged changed -> before.filter(PromisedClock::isOfCompany);
                  case Said said -> Optional.empty();
                  case Reopened reopened -> Optional.empty();
                  default -> before;
                },
            (a, b) -> b);
  }

  /** By which its time is counted: as was agreed when it began, else as its department works. */
  CalendarEdition calendar() {
    return agreedHours().map(CountedHours::calendar).orElseGet(this::departmentCalendar);
  }

  /** The hours that were agreed with its company, since it began or began anew. */
  Optional<CountedHours> agreedHours() {
    return events.stream()
        .reduce(
            Optional.<CountedHours>empty(),
            (before, event) ->
                switch (event) {
                  case VoiceEvent.ClockPromised promised -> promised.hours().or(() -> before);
                  case Said said -> Optional.empty();
                  case Reopened reopened -> Optional.empty();
                  default -> before;
                },
            (a, b) -> b);
  }

  private CalendarEdition departmentCalendar() {
    return newest(
        event ->
            switch (event) {
              case Said said -> said.calendar();
              case HandedOn on -> on.calendar();
              case VoiceEvent.CalendarSuperseded superseded -> superseded.calendar();
              case Reopened reopened -> reopened.calendar();
              default -> null;
            });
  }

  /** The cause that it has in common with others. */
  Optional<Long> cause() {
    return events.stream()
        .reduce(
            Optional.<Long>empty(),
            (cause, event) ->
                switch (event) {
                  case VoiceEvent.Joined joined -> Optional.of(joined.cause());
                  case VoiceEvent.Left left -> Optional.empty();
                  default -> cause;
                },
            (a, b) -> b);
  }

  /** When it was said, or reopened. */
  Instant begunAt() {
    return sinceItBegan().findFirst().map(VoiceEvent::at).orElseThrow();
  }

  private Stream<VoiceEvent> sinceItBegan() {
    int begins = 0;
    for (int at = 0; at < events.size(); at++) {
      if (events.get(at) instanceof Reopened) {
        begins = at;
      }
    }
    return events.stream().skip(begins);
  }

  private <T> T newest(Function<VoiceEvent, T> said) {
    for (VoiceEvent event : events.reversed()) {
      T value = said.apply(event);
      if (value != null) {
        return value;
      }
    }
    throw new IllegalStateException("Voice " + number + " does not begin with what was said");
  }

  /** The newest of this kind, unless something of the other kind came after it. */
  private <T> Optional<T> last(Class<T> kind, Class<?> unless) {
    for (VoiceEvent event : events.reversed()) {
      if (unless.isInstance(event)) {
        return Optional.empty();
      }
      if (kind.isInstance(event)) {
        return Optional.of(kind.cast(event));
      }
    }
    return Optional.empty();
  }

  /** For sentences about it. */
  String named() {
    return "Message %s (“%s”)".formatted(number, Excerpt.of(title()));
  }
}
