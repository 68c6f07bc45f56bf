package org.vitrine.meetings;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.companies.Companies;
import org.vitrine.companies.CompanyId;
import org.vitrine.invitations.Invitation;
import org.vitrine.invitations.Invitations;
import org.vitrine.invitations.Invitee;
import org.vitrine.meetings.GuestRepository.FoundGuest;
import org.vitrine.meetings.Meeting.SeriesDate;
import org.vitrine.meetings.MeetingDesk.MeetingTurn;
import org.vitrine.meetings.PlanMeeting.PlannedSubject;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.reviews.ReviewNumber;
import org.vitrine.reviews.Reviews;

/**
 * Who is asked to meetings. Which companies see a meeting follows from who is asked to it, in the
 * same transaction.
 */
final class MeetingGuests {
  private static final int MOST = 1_000;

  private final MeetingDesk desk;
  private final Invitations invitations;
  private final Reviews reviews;
  private final Companies companies;
  private final GuestRepository repository = new GuestRepository();
  private final PlanRepository plans = new PlanRepository();
  private final SeriesRepository series = new SeriesRepository();

  MeetingGuests(MeetingDesk desk, Invitations invitations, Reviews reviews, Companies companies) {
    this.desk = desk;
    this.reviews = reviews;
    this.invitations = invitations;
    this.companies = companies;
  }

  /** Throws {@link Rejection.Invalid} where a company or a person is not there. */
  void requireAskable(Queries queries, AskedGuests asked) {
    for (String code : asked.companies()) {
      try {
        companies.require(queries, code);
      } catch (Rejection.Invalid unknown) {
        throw new Rejection.Invalid("asked.companies", unknown.getMessage());
      }
    }
    Set<Long> known = new HashSet<>(repository.known(queries, asked.people()));
    asked.people().stream()
        .filter(one -> !known.contains(one))
        .findFirst()
        .ifPresent(
            one -> {
              throw new Rejection.Invalid(
                  "asked.people", "There is nobody with the number %d".formatted(one));
            });
  }

  /** Throws {@link Rejection.Invalid} where there is no such order, or no such design review. */
  void requireThere(Queries queries, PlannedSubject subject) {
    if (subject.review() != null
        && reviews.find(queries, new ReviewNumber(subject.review())).isEmpty()) {
      throw new Rejection.Invalid(
          "subject.review", "There is no design review %d".formatted(subject.review()));
    }
    if (subject.order() != null && repository.companyOf(queries, subject.order()).isEmpty()) {
      throw new Rejection.Invalid(
          "subject.order", "There is no order “%s”".formatted(subject.order()));
    }
  }

  /** Whom these name, before anybody is told; {@code asked} says who is asked already. */
  record NamedGuest(FoundGuest guest, boolean asked) {}

  List<NamedGuest> preview(Queries queries, Meeting meeting, AskedGuests asked) {
    requireAskable(queries, asked);
    Set<Long> already = new HashSet<>();
    invitations.of(queries, MeetingPlanner.OCCASION, meeting.number().value()).stream()
        .filter(one -> !one.withdrawn())
        .forEach(one -> already.add(one.person()));
    return found(queries, meeting, asked).stream()
        .map(one -> new NamedGuest(one, already.contains(one.id())))
        .toList();
  }

  private List<FoundGuest> found(Queries queries, Meeting meeting, AskedGuests asked) {
    List<FoundGuest> found = repository.find(queries, asked, MOST + 1);
    if (found.size() > MOST) {
      throw new Rejection.Invalid(
          "asked", "More than %,d people are meant; name fewer".formatted(MOST));
    }
    Optional<CompanyId> only =
        meeting.subject().order().flatMap(order -> repository.companyOf(queries, order));
    return found.stream()
        .filter(one -> only.isEmpty() || one.company().isEmpty() || one.company().equals(only))
        .toList();
  }

  /**
   * Asks those whom these name and who are chosen, to the whole series where that is meant; who is
   * asked already is passed over. Returns how many were asked.
   */
  int invite(MeetingPerson by, MeetingNumber number, InviteGuests wanted) {
    return wanted.toSeries()
        ? desk.actOnSeries(by, number, turn -> invite(turn, wanted))
        : desk.act(by, number, turn -> invite(turn, wanted));
  }

  private int invite(MeetingTurn turn, InviteGuests wanted) {
    turn.require(MeetingState.PLANNED, "It has begun, or was called off");
    Queries transaction = turn.transaction();
    Meeting meeting = turn.meeting();
    requireAskable(transaction, wanted.asked());
    List<FoundGuest> found = found(transaction, meeting, wanted.asked());
    List<Invitee> people =
        found.stream()
            .filter(one -> wanted.chooses(one.id()))
            .map(one -> new Invitee(one.id(), one.company()))
            .toList();
    if (people.isEmpty()) {
      throw new Rejection.Invalid("asked", "This names nobody");
    }
    plans.ask(transaction, meeting.number(), wanted.asked());
    if (!wanted.toSeries() || meeting.series().isEmpty()) {
      int asked =
          invitations.invite(
              transaction, MeetingPlanner.OCCASION, meeting.number().value(), people);
      letIn(transaction, meeting.number(), turn.now());
      return asked;
    }
    SeriesDate date = meeting.series().get();
    series
        .lock(transaction, date.series())
        .orElseThrow(() -> new Rejection.Conflict("The series has ended"));
    List<Long> leftOut =
        found.stream().map(FoundGuest::id).filter(one -> !wanted.chooses(one)).toList();
    series.ask(transaction, date.series(), wanted.asked(), leftOut);
    return inviteToSeries(transaction, date, people, turn.now());
  }

  /** Dates that are meetings already show whoever is asked to the series now. */
  private int inviteToSeries(
      Queries transaction, SeriesDate date, List<Invitee> people, Instant now) {
    int asked = invitations.invite(transaction, MeetingSeries.OCCASION, date.series(), people);
    for (MeetingNumber planned : series.planned(transaction, date.series())) {
      letIn(transaction, planned, now);
    }
    return asked;
  }

  /** Whoever is meant by now, was not left out and is not asked yet is asked to this date. */
  void askAgain(Queries transaction, MeetingNumber number, MeetingSeries of, Instant now) {
    Set<Long> already = new HashSet<>(of.leftOut());
    List<Invitation> taken = invitations.of(transaction, MeetingPlanner.OCCASION, number.value());
    taken.forEach(one -> already.add(one.person()));
    if (!taken.isEmpty()) {
      List<Invitee> late =
          repository.find(transaction, of.asked(), MOST).stream()
              .filter(one -> !already.contains(one.id()))
              .map(one -> new Invitee(one.id(), one.company()))
              .toList();
      if (!late.isEmpty()) {
        invitations.invite(transaction, MeetingPlanner.OCCASION, number.value(), late);
      }
      letIn(transaction, number, now);
    }
  }

  /**
   * Asks somebody no longer, and tells them.
   *
   * @param toSeries true where they are asked to none of the dates of its series any more
   */
  void uninvite(MeetingPerson by, MeetingNumber number, long person, boolean toSeries) {
    if (!toSeries) {
      desk.carryOut(by, number, turn -> uninvite(turn, person));
      return;
    }
    desk.actOnSeries(
        by,
        number,
        turn -> {
          Optional<SeriesDate> date = turn.meeting().series();
          date.ifPresent(one -> uninviteFromSeries(turn, one.series(), person));
          uninvite(turn, person);
          return null;
        });
  }

  private void uninvite(MeetingTurn turn, long person) {
    turn.require(MeetingState.PLANNED, "It has begun, or was called off");
    MeetingNumber number = turn.meeting().number();
    invitations.uninvite(turn.transaction(), MeetingPlanner.OCCASION, number.value(), person);
    letIn(turn.transaction(), number, turn.now());
  }

  /** With one mail; by themselves they are uninvited from dates to which they are asked alone. */
  private void uninviteFromSeries(MeetingTurn turn, long id, long person) {
    Queries transaction = turn.transaction();
    series.lock(transaction, id).orElseThrow(() -> new Rejection.Conflict("The series has ended"));
    series.leaveOut(transaction, id, person);
    invitations.uninvite(transaction, MeetingSeries.OCCASION, id, person);
    for (MeetingNumber planned : series.planned(transaction, id)) {
      if (!planned.equals(turn.meeting().number())) {
        desk.act(
            transaction,
            planned,
            turn.by(),
            other -> {
              uninvite(other, person);
              return null;
            });
      }
    }
  }

  private void letIn(Queries transaction, MeetingNumber number, Instant now) {
    repository.letIn(
        transaction,
        number,
        invitations.of(transaction, MeetingPlanner.OCCASION, number.value()).stream()
            .filter(one -> !one.withdrawn())
            .flatMap(one -> one.company().stream())
            .toList(),
        now);
  }
}
