package org.vitrine.meetings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vitrine.invitations.Invitations;
import org.vitrine.invitations.Occasion;
import org.vitrine.invitations.Venue;
import org.vitrine.meetings.MeetingDesk.MeetingTurn;
import org.vitrine.meetings.PlanRepository.BehindMeeting;
import org.vitrine.meetings.PlanRepository.MeetingOrigin;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.ZoneNames;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * Plans meetings, moves them and calls them off. Each is an occasion of the room of invitations by
 * its own number; of a series the whole is one too, so that calendars show all its dates.
 */
final class MeetingPlanner {
  static final String OCCASION = "meeting";

  /** Of what happened so long before its first meeting an agenda is made. */
  static final Duration LOOKS_BACK = Duration.ofDays(31);

  private final Database database;
  private final Changes changes;
  private final MeetingDesk desk;
  private final Invitations invitations;
  private final MeetingGuests guests;
  private final SeriesPlanner dates;
  private final Clock clock;
  private final PlanRepository repository = new PlanRepository();
  private final SeriesRepository series = new SeriesRepository();

  MeetingPlanner(
      Database database,
      Changes changes,
      MeetingDesk desk,
      Invitations invitations,
      MeetingGuests guests,
      SeriesPlanner dates,
      Clock clock) {
    this.database = database;
    this.changes = changes;
    this.desk = desk;
    this.invitations = invitations;
    this.guests = guests;
    this.dates = dates;
    this.clock = clock;
  }

  /** Nobody is told yet. Returns the meeting, of a series its next one. */
  MeetingNumber plan(MeetingPerson by, PlanMeeting plan) {
    Instant now = Json.asRead(clock.instant());
    ZoneNames.require("zone", plan.zone());
    plan.time().requireThere();
    if (plan.rule() == null && plan.time().ends().isBefore(now)) {
      throw new Rejection.Invalid("start", "“%s” is over".formatted(plan.start()));
    }
    return database.inTransaction(
        transaction -> {
          guests.requireAskable(transaction, plan.asked());
          guests.requireThere(transaction, plan.subject());
          return plan.rule() == null
              ? once(transaction, by, plan, now)
              : again(transaction, by, plan, now);
        });
  }

  private MeetingNumber once(Queries transaction, MeetingPerson by, PlanMeeting plan, Instant now) {
    MeetingOrigin origin =
        new MeetingOrigin(
            Optional.empty(), Optional.empty(), plan.time().begins().minus(LOOKS_BACK));
    MeetingNumber number = repository.add(transaction, plan, origin, by.name(), now);
    invitations.announce(
        transaction, occasion(number, uid(), plan.title(), plan.time(), plan.place(), seats(plan)));
    changes.record(transaction, List.of(MeetingChange.of(number, 1, Optional.empty())));
    return number;
  }

  private static Optional<Integer> seats(PlanMeeting plan) {
    return Optional.ofNullable(plan.capacity());
  }

  private static String uid() {
    return "meeting-" + UUID.randomUUID();
  }

  private MeetingNumber again(
      Queries transaction, MeetingPerson by, PlanMeeting plan, Instant now) {
    String uid = uid();
    long id = series.add(transaction, uid, plan, by, now);
    MeetingSeries made = series.lock(transaction, id).orElseThrow();
    if (SeriesPlanner.toCome(made, now).isEmpty()) {
      throw new Rejection.Invalid("rule", "All its dates are over");
    }
    invitations.announce(transaction, made.occasion());
    return dates.continued(transaction, made, by.name(), now).orElseThrow();
  }

  private static Occasion occasion(
      MeetingNumber number,
      String uid,
      String title,
      MeetingTime time,
      Venue place,
      Optional<Integer> capacity) {
    return new Occasion(
        OCCASION,
        number.value(),
        uid,
        title,
        "",
        time.start(),
        time.zone(),
        time.length(),
        place,
        Optional.empty(),
        capacity,
        Optional.empty());
  }

  /** Moves it, or changes what it is called or how many can come: whoever is asked is told. */
  void edit(MeetingPerson by, MeetingNumber number, EditMeeting edit) {
    desk.carryOut(
        by,
        number,
        turn -> {
          turn.require(MeetingState.PLANNED, "It has begun, or was called off");
          move(turn, edit);
        });
  }

  private void move(MeetingTurn turn, EditMeeting edit) {
    Meeting before = turn.meeting();
    BehindMeeting behind = repository.behind(turn.transaction(), before.number());
    MeetingTime time = edit.time(before.time());
    if (!time.equals(before.time())) {
      time.requireThere();
    }
    if (time.ends().isBefore(turn.now())) {
      throw new Rejection.Invalid("start", "“%s” is over".formatted(time.start()));
    }
    Occasion known =
        invitations
            .occasion(turn.transaction(), OCCASION, before.number().value())
            .orElseThrow(MeetingDesk::notHere);
    String title = edit.title() == null ? before.title() : edit.title();
    Venue place = edit.place(before.place());
    Optional<Integer> capacity = edit.capacity(behind.capacity());
    repository.move(turn.transaction(), before.number(), title, time, place, capacity);
    invitations.change(
        turn.transaction(),
        new Occasion(
            OCCASION,
            before.number().value(),
            known.uid(),
            title,
            known.summary(),
            time.start(),
            time.zone(),
            time.length(),
            place,
            Optional.empty(),
            capacity,
            known.recurrence()));
  }

  /** It does not take place; of a series, where that is meant, nothing any more. */
  void cancel(MeetingPerson by, MeetingNumber number, EditMeeting edit) {
    if (!Boolean.TRUE.equals(edit.series())) {
      desk.carryOut(by, number, turn -> call(turn, edit.reason()));
      return;
    }
    desk.actOnSeries(
        by,
        number,
        turn -> {
          call(turn, edit.reason());
          turn.meeting().series().ifPresent(date -> end(turn, date.series(), edit.reason()));
          return null;
        });
  }

  private void call(MeetingTurn turn, String reason) {
    turn.require(MeetingState.PLANNED, "It has begun, or was called off");
    repository.cancel(turn.transaction(), turn.meeting().number(), reason);
    invitations.cancel(turn.transaction(), OCCASION, turn.meeting().number().value(), reason);
  }

  /** The whole series ends, with all that was planned of it. */
  private void end(MeetingTurn turn, long id, String reason) {
    Queries transaction = turn.transaction();
    if (series.lock(transaction, id).isEmpty()) {
      return;
    }
    series.end(transaction, id, turn.now());
    for (MeetingNumber planned : series.planned(transaction, id)) {
      desk.act(
          transaction,
          planned,
          turn.by(),
          other -> {
            call(other, reason);
            return null;
          });
    }
    invitations.cancel(transaction, MeetingSeries.OCCASION, id, reason);
  }
}
