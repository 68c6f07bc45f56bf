package org.vitrine.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Caller;
import org.vitrine.access.Sessions;
import org.vitrine.actions.ActionNumber;
import org.vitrine.demo.MeetingScript.AgreedDeed;
import org.vitrine.demo.MeetingScript.ScriptedItem;
import org.vitrine.meetings.EditMeeting;
import org.vitrine.meetings.MeetingHost;
import org.vitrine.meetings.MeetingNumber;
import org.vitrine.meetings.MeetingPerson;
import org.vitrine.meetings.MeetingState;

/**
 * Holds the meeting that the demo plant had with its customers four weeks ago, and tells what came
 * of it. It does so once, while that meeting still stands as it was planned.
 */
final class HeldMeetingTeller {
  private static final String KEEPER = "chen.yu@foshan.example";
  private static final long FIRST = 1;
  private static final Duration PROPOSED_BEFORE = Duration.ofDays(3);
  private static final Duration AMENDED_AFTER = Duration.ofDays(2);
  private static final Duration FINAL_AFTER = Duration.ofDays(5);

  private final TellerGround ground;
  private final MeetingScript script = MeetingScript.read();

  HeldMeetingTeller(TellerGround ground) {
    this.ground = ground;
  }

  /** What was done about it, and what somebody says of that. */
  private record HeldDeed(AgreedDeed script, ActionNumber number) {}

  void tellOnce() {
    MeetingNumber number = new MeetingNumber(FIRST);
    MeetingHost meeting = ground.rooms().meetings().at(number);
    JsonNode page = meeting.page(keeper());
    if (!page.path("state").asText().equals(MeetingState.PLANNED.code())) {
      return;
    }
    Instant begins = Instant.parse(page.path("beginsAt").asText());
    LocalDate day = LocalDate.ofInstant(begins, ground.zone());
    try {
      ground.clock().showPast(begins.minus(PROPOSED_BEFORE));
      List<Long> items =
          script.items().stream()
              .map(item -> meeting.propose(ground.people().get(item.by()), item.title()))
              .toList();
      items.forEach(item -> meeting.open(keeper(), item));
      ground.clock().showPast(begins);
      List<HeldDeed> deeds = hold(meeting, number, items, day);
      minutes(meeting, number, begins);
      deeds.forEach(deed -> follow(deed, begins));
    } finally {
      ground.clock().showReal();
    }
  }

  private Caller.SignedIn keeper() {
    return ground.people().get(KEEPER);
  }

  private void state(MeetingNumber number, MeetingState state) {
    ground
        .rooms()
        .meetings()
        .edit(
            MeetingPerson.of(keeper()),
            number,
            new EditMeeting(null, null, null, null, null, null, null, state, null, null));
  }

  private List<HeldDeed> hold(
      MeetingHost meeting, MeetingNumber number, List<Long> items, LocalDate day) {
    state(number, MeetingState.LIVE);
    script.came().forEach(email -> meeting.come(ground.people().get(email)));
    List<HeldDeed> deeds = new ArrayList<>();
    for (int at = 0; at < items.size(); at++) {
      deeds.addAll(discuss(meeting, items.get(at), script.items().get(at), day));
    }
    state(number, MeetingState.PREPARED);
    return deeds;
  }

  private List<HeldDeed> discuss(MeetingHost meeting, long item, ScriptedItem told, LocalDate day) {
    told.said().forEach(text -> meeting.write(keeper(), Optional.of(item), false, text));
    told.decided().forEach(text -> meeting.write(keeper(), Optional.of(item), true, text));
    List<HeldDeed> deeds =
        told.deeds().stream()
            .map(
                deed -> {
                  long line = meeting.write(keeper(), Optional.of(item), false, deed.text());
                  return new HeldDeed(
                      deed,
                      meeting.makeAction(
                          keeper(),
                          actor(keeper()),
                          line,
                          deed.owner(),
                          day.plusDays(deed.daysLater())));
                })
            .toList();
    Optional.ofNullable(told.answer()).ifPresent(answer -> meeting.answer(keeper(), item, answer));
    return deeds;
  }

  private void minutes(MeetingHost meeting, MeetingNumber number, Instant begins) {
    ground.clock().showPast(begins.plus(AMENDED_AFTER));
    long wanted =
        meeting.amend(
            ground.people().get(script.amendment().by()),
            Optional.empty(),
            script.amendment().text());
    meeting.takeAmendment(keeper(), actor(keeper()), wanted, script.amendment().answer());
    ground.clock().showPast(begins.plus(FINAL_AFTER));
    state(number, MeetingState.FINAL);
  }

  /** Done in time, and judged a week later by somebody whose company raised it. */
  private void follow(HeldDeed deed, Instant begins) {
    AgreedDeed told = deed.script();
    if (told.done() == null) {
      return;
    }
    Instant done = begins.plus(Duration.ofDays(told.daysLater()));
    Actor owner = actor(ground.people().get(told.owner()));
    ground.clock().showPast(done);
    ground
        .database()
        .inTransaction(
            transaction ->
                ground.rooms().actions().done(transaction, deed.number(), told.done(), owner));
    if (told.by() != null) {
      Caller.SignedIn judge = ground.people().get(told.by());
      ground.clock().showPast(done.plus(Duration.ofDays(7)));
      ground
          .database()
          .inTransaction(
              transaction ->
                  ground
                      .rooms()
                      .actions()
                      .answer(
                          transaction,
                          deed.number(),
                          judge.company().orElseThrow(),
                          told.reopened() == null,
                          Optional.of(told.reopened() == null ? told.worked() : told.reopened()),
                          actor(judge)));
    }
  }

  private static Actor actor(Caller.SignedIn person) {
    return Actor.person(person.id(), person.name(), Sessions.From.NOWHERE);
  }
}
