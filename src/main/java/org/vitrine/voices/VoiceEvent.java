package org.vitrine.voices;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vitrine.calendars.CalendarEdition;
import org.vitrine.companies.Tier;
import org.vitrine.platform.json.Json;
import org.vitrine.voices.PromisedClock.CountedHours;

/**
 * What happened to a voice; it is its events, in their order. JSON names each by {@code event}, and
 * keeps moments as fine as the database does.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = VoiceEvent.Said.class, name = "said"),
  @JsonSubTypes.Type(value = VoiceEvent.Seen.class, name = "seen"),
  @JsonSubTypes.Type(value = VoiceEvent.Assigned.class, name = "assigned"),
  @JsonSubTypes.Type(value = VoiceEvent.Added.class, name = "added"),
  @JsonSubTypes.Type(value = VoiceEvent.Answered.class, name = "answered"),
  @JsonSubTypes.Type(value = VoiceEvent.Asked.class, name = "asked"),
  @JsonSubTypes.Type(value = VoiceEvent.Replied.class, name = "replied"),
  @JsonSubTypes.Type(value = VoiceEvent.Noted.class, name = "noted"),
  @JsonSubTypes.Type(value = VoiceEvent.HandedOn.class, name = "handed-on"),
  @JsonSubTypes.Type(value = VoiceEvent.Climbed.class, name = "climbed"),
  @JsonSubTypes.Type(value = VoiceEvent.TierChanged.class, name = "tier-changed"),
  @JsonSubTypes.Type(value = VoiceEvent.CalendarSuperseded.class, name = "calendar-superseded"),
  @JsonSubTypes.Type(value = VoiceEvent.ClockPromised.class, name = "promised"),
  @JsonSubTypes.Type(value = VoiceEvent.Joined.class, name = "joined"),
  @JsonSubTypes.Type(value = VoiceEvent.Left.class, name = "left"),
  @JsonSubTypes.Type(value = VoiceEvent.Closed.class, name = "closed"),
  @JsonSubTypes.Type(value = VoiceEvent.Thanked.class, name = "thanked"),
  @JsonSubTypes.Type(value = VoiceEvent.StillSolvedAsked.class, name = "still-solved-asked"),
  @JsonSubTypes.Type(value = VoiceEvent.Reopened.class, name = "reopened"),
  @JsonSubTypes.Type(value = VoiceEvent.Reminded.class, name = "reminded")
})
public sealed interface VoiceEvent {
  Instant at();

  /**
   * It begins.
   *
   * @param photos their ids
   * @param tier of the company at that moment
   * @param department the code of the one that has it
   * @param calendar what that one's working time is counted by
   */
  record Said(
      Instant at,
      VoiceParty by,
      String text,
      List<String> photos,
      VoiceKind kind,
      Tier tier,
      String department,
      CalendarEdition calendar)
      implements VoiceEvent {
    public Said {
      photos = List.copyOf(photos);
    }
  }

  /** Somebody here has opened it. */
  record Seen(Instant at, VoiceParty by) implements VoiceEvent {}

  /**
   * @param to nobody where it is the head's again
   */
  record Assigned(Instant at, VoiceParty by, Optional<VoiceParty> to) implements VoiceEvent {}

  /** The customer has more to say. */
  record Added(Instant at, VoiceParty by, String text, List<String> photos) implements VoiceEvent {
    public Added {
      photos = List.copyOf(photos);
    }
  }

  record Answered(Instant at, VoiceParty by, String text, List<String> photos)
      implements VoiceEvent {
    public Answered {
      photos = List.copyOf(photos);
    }
  }

  /** The customer is asked something; the clock stands still until they reply. */
  record Asked(Instant at, VoiceParty by, String text, List<String> choices) implements VoiceEvent {
    public Asked {
      choices = List.copyOf(choices);
    }
  }

  /** The customer replies to what was asked; the clock runs again. */
  record Replied(
      Instant at, VoiceParty by, String text, Optional<String> choice, List<String> photos)
      implements VoiceEvent {
    public Replied {
      photos = List.copyOf(photos);
    }
  }

  /** For staff only. */
  record Noted(Instant at, VoiceParty by, String text) implements VoiceEvent {}

  /**
   * Another department has it now.
   *
   * @param to where {@code byItself}, the same as {@code from}: the account manager has it, in that
   *     department's working time
   * @param calendar of {@code to}
   * @param byItself because it was handed on too often
   */
  record HandedOn(
      Instant at,
      VoiceParty by,
      String from,
      String to,
      CalendarEdition calendar,
      String reason,
      boolean byItself)
      implements VoiceEvent {}

  /** It is overdue, and this one was told. */
  record Climbed(Instant at, Rung rung) implements VoiceEvent {}

  /** The company's tier has changed. */
  record TierChanged(Instant at, Tier from, Tier to) implements VoiceEvent {}

  /** The department's working time is counted by another edition, or another calendar, now. */
  record CalendarSuperseded(Instant at, CalendarEdition calendar) implements VoiceEvent {}

  /**
   * What counts for what begins at this moment is something else than was promised before.
   *
   * @param clock absent where the house's response times count again
   * @param hours by which it is counted until it begins anew; absent where nothing is said of that
   */
  record ClockPromised(Instant at, Optional<PromisedClock> clock, Optional<CountedHours> hours)
      implements VoiceEvent {
    public ClockPromised {
      hours = hours == null ? Optional.empty() : hours; // Events before hours were agreed.
    }
  }

  /**
   * Put with others that have the same cause.
   *
   * @param cause its id
   */
  record Joined(Instant at, VoiceParty by, long cause) implements VoiceEvent {}

  /** Taken out again. */
  record Left(Instant at, VoiceParty by, long cause) implements VoiceEvent {}

  /** It is solved, as one side says. */
  record Closed(Instant at, VoiceParty by, Optional<String> text) implements VoiceEvent {}

  /** A thank-you reopens nothing. */
  record Thanked(Instant at, VoiceParty by, Optional<String> text) implements VoiceEvent {}

  /** Some weeks after closing, the customer was asked by mail whether it is still solved. */
  record StillSolvedAsked(Instant at) implements VoiceEvent {}

  /**
   * It is not solved: it begins anew under its number, in the department that has it.
   *
   * @param tier of the company at that moment
   * @param calendar of the department at that moment
   */
  record Reopened(
      Instant at,
      VoiceParty by,
      String text,
      List<String> photos,
      Tier tier,
      CalendarEdition calendar)
      implements VoiceEvent {
    public Reopened {
      photos = List.copyOf(photos);
    }
  }

  /** Whoever has it was reminded that so much of the time is over. */
  record Reminded(Instant at, int percent, Commitment commitment) implements VoiceEvent {}

  /** What JSON and tables call it. */
  default String code() {
    return Arrays.stream(VoiceEvent.class.getAnnotation(JsonSubTypes.class).value())
        .filter(type -> type.value() == getClass())
        .map(JsonSubTypes.Type::name)
        .findFirst()
        .orElseThrow();
  }

  default String json() {
    return Json.text(this);
  }

  static VoiceEvent of(String json) {
    return Json.read(json, VoiceEvent.class);
  }
}
