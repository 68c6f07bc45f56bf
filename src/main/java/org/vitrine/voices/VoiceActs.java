package org.vitrine.voices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.calendars.CalendarEdition;
import org.vitrine.companies.Tier;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.voices.Voice.VoiceState;

/**
 * What somebody does with one voice, as the events that it adds; reads no clock and no database.
 * What does not go with what happened meanwhile is a {@link Rejection.Conflict} that says so.
 *
 * @param voice as it is, held until the events are written
 */
record VoiceActs(Voice voice, VoiceParty by, Instant now) {
  /** An answer by the house, which has also seen it by then. */
  List<VoiceEvent> answer(String text, List<String> photos) {
    requireOpen();
    return andSeen(new VoiceEvent.Answered(now, by, text, photos));
  }

  /** More by the customer: a reply where they were asked something. */
  List<VoiceEvent> add(Optional<String> text, Optional<String> choice, List<String> photos) {
    requireOpen();
    Optional<VoiceEvent.Asked> question = voice.question();
    choice.ifPresent(one -> requireOffered(one, question));
    if (text.isEmpty() && choice.isEmpty()) {
      throw new Rejection.Invalid("text", "Write what you want to say");
    }
    return List.of(
        question.isPresent()
            ? new VoiceEvent.Replied(now, by, text.orElse(""), choice, photos)
            : new VoiceEvent.Added(now, by, text.orElseThrow(), photos));
  }

  private static void requireOffered(String choice, Optional<VoiceEvent.Asked> question) {
    if (question.filter(asked -> asked.choices().contains(choice)).isEmpty()) {
      throw new Rejection.Invalid(
          "choice", "“%s” is not among the answers to choose from".formatted(Excerpt.of(choice)));
    }
  }

  List<VoiceEvent> ask(String text, List<String> choices) {
    requireOpen();
    voice
        .question()
        .ifPresent(
            asked -> {
              throw new Rejection.Conflict(
                  "%s asked at %s already: “%s”"
                      .formatted(asked.by().name(), asked.at(), Excerpt.of(asked.text())));
            });
    return andSeen(new VoiceEvent.Asked(now, by, text, choices));
  }

  /** Whoever notes something has seen it, which the customer is told; the note they are not. */
  List<VoiceEvent> note(String text) {
    return andSeen(new VoiceEvent.Noted(now, by, text));
  }

  /** The first who opens it here; nothing more after that. */
  List<VoiceEvent> see() {
    return voice.isSeen() || !by.isStaff() ? List.of() : List.of(new VoiceEvent.Seen(now, by));
  }

  /**
   * @param to nobody where the head of the department has it again
   */
  List<VoiceEvent> assign(Optional<VoiceParty> to) {
    requireOpen();
    return voice.assignee().map(VoiceParty::id).equals(to.map(VoiceParty::id))
        ? List.of()
        : andSeen(new VoiceEvent.Assigned(now, by, to));
  }

  /**
   * @param manager who looks after the company, for what was handed on too often
   */
  List<VoiceEvent> handOn(DepartmentHours to, String reason, Optional<VoiceParty> manager) {
    requireOpen();
    String department = to.department().code();
    String from = voice.department();
    if (department.equals(from)) {
      throw new Rejection.Conflict(
          voice.events().stream()
              .filter(VoiceEvent.HandedOn.class::isInstance)
              .map(VoiceEvent.HandedOn.class::cast)
              .reduce((first, second) -> second)
              .map(
                  on ->
                      "%s handed it on to “%s” at %s already"
                          .formatted(on.by().name(), department, on.at()))
              .orElse("The department “%s” has it already".formatted(department)));
    }
    if (Handing.of(voice.events()) == Handing.TO_DEPARTMENT) {
      return andSeen(
          new VoiceEvent.HandedOn(now, by, from, department, to.calendar(), reason, false));
    }
    List<VoiceEvent> events =
        andSeen(new VoiceEvent.HandedOn(now, by, from, from, voice.calendar(), reason, true));
    manager.ifPresent(
        one -> events.add(new VoiceEvent.Assigned(now, VoiceParty.SYSTEM, Optional.of(one))));
    return events;
  }

  List<VoiceEvent> close(Optional<String> text) {
    requireOpen();
    return andSeen(new VoiceEvent.Closed(now, by, text));
  }

  /**
   * @param tier of the company now
   * @param calendar of its department now
   */
  List<VoiceEvent> reopen(String text, List<String> photos, Tier tier, CalendarEdition calendar) {
    if (voice.state() != VoiceState.CLOSED) {
      throw new Rejection.Conflict("%s is open".formatted(voice.named()));
    }
    return List.of(new VoiceEvent.Reopened(now, by, text, photos, tier, calendar));
  }

  List<VoiceEvent> thank(Optional<String> text) {
    return List.of(new VoiceEvent.Thanked(now, by, text));
  }

  List<VoiceEvent> join(long cause) {
    List<VoiceEvent> events = new ArrayList<>();
    Optional<Long> before = voice.cause();
    if (before.filter(one -> one == cause).isPresent()) {
      return events;
    }
    before.ifPresent(one -> events.add(new VoiceEvent.Left(now, by, one)));
    events.add(new VoiceEvent.Joined(now, by, cause));
    return events;
  }

  List<VoiceEvent> leave(long cause) {
    if (voice.cause().filter(one -> one == cause).isEmpty()) {
      throw new Rejection.NotFound("%s is not under this cause".formatted(voice.named()));
    }
    return List.of(new VoiceEvent.Left(now, by, cause));
  }

  /**
   * Throws a conflict where something happened, since whoever acts looked, that they would want to
   * know of.
   *
   * @param seen how many events they had before them; absent where they do not say
   */
  void requireSeen(Optional<Integer> seen) {
    seen.ifPresent(
        count ->
            voice.events().stream()
                .skip(count)
                .filter(VoiceActs::changesTheCase)
                .filter(event -> !VoiceParties.by(event).equals(by))
                .reduce((first, second) -> second)
                .ifPresent(
                    event -> {
                      throw new Rejection.Conflict(
                          "%s: %s did this at %s, while you wrote: %s"
                              .formatted(
                                  voice.named(),
                                  VoiceParties.by(event).name(),
                                  event.at(),
                                  event.code()));
                    }));
  }

  private static boolean changesTheCase(VoiceEvent event) {
    return switch (event) {
      case VoiceEvent.Answered e -> true;
      case VoiceEvent.Asked e -> true;
      case VoiceEvent.Added e -> true;
      case VoiceEvent.Replied e -> true;
      case VoiceEvent.HandedOn e -> true;
      case VoiceEvent.Closed e -> true;
      case VoiceEvent.Reopened e -> true;
      default -> false;
    };
  }

  private void requireOpen() {
    voice
        .closing()
        .ifPresent(
            closed -> {
              throw new Rejection.Conflict(
                  "%s closed it at %s; reopen it first".formatted(closed.by().name(), closed.at()));
            });
  }

  private List<VoiceEvent> andSeen(VoiceEvent event) {
    List<VoiceEvent> events = new ArrayList<>(see());
    events.add(event);
    return events;
  }
}
