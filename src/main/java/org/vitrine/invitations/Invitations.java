package org.vitrine.invitations;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.invitations.StoredOccasion.Called;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Queries;

/**
 * The door to who is asked to come where, and what they answered. Everything is done in the
 * caller’s transaction, mails included. Whenever somebody’s answer or place changes, a change of
 * the kind {@link #CHANGED} says so, of each who is asked by itself.
 *
 * <p>Of one occasion everything happens one after the other: its row is locked first. So never more
 * come than have a seat, and until a day before nobody waits while a seat is free.
 */
public final class Invitations {
  /** The kind of the change that somebody’s invitation is another than before. */
  public static final String CHANGED = "invitation";

  /** Of changes of one kind and key only the newest counts, so each who is asked has their own. */
  static String key(Invitation one) {
    return one.kind() + "/" + one.occasion() + "/" + one.person();
  }

  /** The number of the occasion of this kind that a change is about. */
  public static Optional<String> occasionOf(Change change, String kind) {
    String[] key = change.key().split("/");
    return change.kind().equals(CHANGED) && key[0].equals(kind)
        ? Optional.of(key[1])
        : Optional.empty();
  }

  private final InvitationBook book;
  private final InvitationMails mails;
  private final Seating seating;
  private final Answering answering;
  private final ReplyRepository replies = new ReplyRepository();
  private final Clock clock;

  public Invitations(Changes changes, InvitationMails.Postage post, Clock clock) {
    this.clock = clock;
    this.book = new InvitationBook(changes);
    this.mails = new InvitationMails(book.writer(), post);
    this.seating = new Seating(book, mails);
    this.answering = new Answering(book, mails, seating, clock);
  }

  InvitationBook book() {
    return book;
  }

  InvitationMails mails() {
    return mails;
  }

  Answering answering() {
    return answering;
  }

  Seating seating() {
    return seating;
  }

  /**
   * Something that people can be asked to. One date of a series begins with who is asked to the
   * series and what they said of it; they are told of it only where it is not as the series says.
   * Throws {@link Rejection.Conflict} where there is one of this kind and number, or of this uid
   * and date.
   */
  public void announce(Queries transaction, Occasion occasion) {
    Instant now = clock.instant();
    Optional<StoredOccasion> series =
        occasion.isDateOfSeries()
            ? book.occasions().lockSeries(transaction, occasion.uid())
            : Optional.empty();
    series.ifPresent(of -> SeriesDates.requireZone(occasion, of.occasion()));
    StoredOccasion stored =
        new StoredOccasion(
            occasion,
            series.map(StoredOccasion::sequence).orElse(0),
            now,
            Optional.empty(),
            Reminders.next(occasion, now));
    if (!book.occasions().add(transaction, stored)) {
      throw new Rejection.Conflict(
          "There is already an occasion %s %d, or one of its uid and date"
              .formatted(occasion.kind(), occasion.number()));
    }
    series.ifPresent(
        of -> {
          seating.takeOver(transaction, of, stored, now);
          if (!SeriesDates.isAsTheSeriesSays(occasion, of.occasion())) {
            moved(transaction, stored, now);
          }
        });
  }

  /**
   * What it is from now on, by its kind and number. A change of time, place or series raises the
   * sequence, is sent to everybody who is asked, and asks whoever had answered again; any other
   * change asks nobody. Throws {@link Rejection.NotFound} where there is none, {@link
   * Rejection.Conflict} where it was called off.
   */
  public void change(Queries transaction, Occasion occasion) {
    Instant now = clock.instant();
    StoredOccasion before = requireOpen(transaction, occasion.kind(), occasion.number());
    if (!before.occasion().uid().equals(occasion.uid())) {
      throw new IllegalArgumentException("A uid stays: " + before.occasion().uid());
    }
    if (occasion.isDateOfSeries()) {
      book.occasions()
          .series(transaction, occasion.uid())
          .ifPresent(series -> SeriesDates.requireZone(occasion, series.occasion()));
    }
    boolean isMoved = !before.occasion().isSameTimeAndPlaceAs(occasion);
    StoredOccasion after =
        new StoredOccasion(
            occasion,
            isMoved ? before.sequence() + 1 : before.sequence(),
            now,
            Optional.empty(),
            Reminders.next(occasion, now));
    book.occasions().change(transaction, after);
    if (!isMoved) {
      book.describe(transaction, after, now);
      seating.moveUp(transaction, after, now);
    } else if (isToldByItsSeries(transaction, before.occasion(), occasion)) {
      book.askAgain(transaction, after, now);
    } else {
      moved(transaction, after, now);
    }
  }

  /** A date that follows its series needs no mail of its own: that of the series tells it. */
  private boolean isToldByItsSeries(Queries queries, Occasion before, Occasion after) {
    return after.isDateOfSeries()
        && !after.recurrence().equals(before.recurrence())
        && book.occasions()
            .series(queries, after.uid())
            .filter(series -> SeriesDates.isAsTheSeriesSays(after, series.occasion()))
            .isPresent();
  }

  private void moved(Queries transaction, StoredOccasion after, Instant now) {
    book.askAgain(transaction, after, now);
    if (after.occasion().rule().isPresent()) {
      book.occasions()
          .lockDates(transaction, after.occasion().uid(), now)
          .forEach(date -> book.askAgain(transaction, date, now));
    }
    mails.changed(
        transaction,
        after,
        book.invitations().of(transaction, after.occasion().kind(), after.occasion().number()),
        now);
  }

  /**
   * Calls it off, with the reason that those who were asked read; of a series all dates. The same
   * again changes nothing. Throws {@link Rejection.NotFound} where there is none.
   */
  public void cancel(Queries transaction, String kind, long number, String reason) {
    Instant now = clock.instant();
    StoredOccasion stored = require(transaction, kind, number);
    if (stored.called().isPresent()) {
      return;
    }
    call(transaction, stored.occasion(), reason, now);
    List<StoredInvitation> asked = book.invitations().of(transaction, kind, number);
    if (stored.occasion().rule().isPresent()) {
      book.occasions()
          .lockDates(transaction, stored.occasion().uid(), now)
          .forEach(date -> call(transaction, date.occasion(), reason, now));
    }
    if (stored.isOpen(now)) {
      mails.cancelled(transaction, new Called(now, reason), asked, now);
    }
  }

  private void call(Queries transaction, Occasion one, String reason, Instant now) {
    book.occasions().cancel(transaction, one, reason, now);
    book.writer().cancel(transaction, one, reason, now);
    book.tell(transaction, book.invitations().of(transaction, one.kind(), one.number()));
  }

  /**
   * Asks these to come, each by a mail of their own; who is asked already, or cannot be written to,
   * is passed over. Returns how many were asked. Throws {@link Rejection.Conflict} where it was
   * called off, and {@link Rejection.Invalid} where more would be asked than can be.
   */
  public int invite(Queries transaction, String kind, long number, List<Invitee> people) {
    StoredOccasion stored = requireOpen(transaction, kind, number);
    List<StoredInvitation> added = seating.invite(transaction, stored, people, clock.instant());
    mails.invited(transaction, added, clock.instant());
    return added.size();
  }

  /** Asks somebody no longer, and tells them; where they are not asked, nothing changes. */
  public void uninvite(Queries transaction, String kind, long number, long person) {
    StoredOccasion stored = requireOpen(transaction, kind, number);
    Instant now = clock.instant();
    book.invitations()
        .of(transaction, kind, number, person)
        .ifPresent(
            asked -> {
              seating.withdraw(transaction, stored, asked, now);
              book.invitations()
                  .find(
                      transaction, asked.invitation().number(), Optional.empty(), Optional.empty())
                  .ifPresent(told -> mails.withdrawn(transaction, told, now));
            });
  }

  /**
   * An answer that staff took down for somebody. Throws {@link Rejection.NotFound} where they are
   * not asked.
   *
   * @param by who took it down
   */
  public Invitation answerFor(
      Queries transaction, String kind, long number, long person, GiveAnswer answer, String by) {
    StoredInvitation asked =
        book.invitations()
            .of(transaction, kind, number, person)
            .orElseThrow(() -> new Rejection.NotFound("They are not asked to come"));
    return answering
        .answer(transaction, asked, answer, new Answering.Way(AnswerWay.HOUSE, Optional.of(by)))
        .invitation();
  }

  /** Those who are asked, in the order in which they were. */
  public List<Invitation> of(Queries queries, String kind, long number) {
    return book.invitations().of(queries, kind, number).stream()
        .map(StoredInvitation::invitation)
        .toList();
  }

  /** What somebody is asked to that is not over, the first to end first. */
  public List<Invitation> mine(Queries queries, long person, Optional<CompanyId> company) {
    return book
        .invitations()
        .mine(queries, List.of(person), company, clock.instant(), InvitationBook.MOST_SHOWN)
        .stream()
        .map(StoredInvitation::invitation)
        .toList();
  }

  public Optional<Occasion> occasion(Queries queries, String kind, long number) {
    return book.occasions().find(queries, kind, number).map(StoredOccasion::occasion);
  }

  /** Replies about it that do not explain themselves, newest first: for staff alone. */
  public List<InvitationReply> unexplained(Queries queries, String kind, long number) {
    return replies.unexplained(queries, Optional.of(new ReplyRepository.About(kind, number)));
  }

  private StoredOccasion require(Queries transaction, String kind, long number) {
    return book.occasions()
        .lock(transaction, kind, number)
        .orElseThrow(
            () -> new Rejection.NotFound("There is no occasion %s %d".formatted(kind, number)));
  }

  private StoredOccasion requireOpen(Queries transaction, String kind, long number) {
    StoredOccasion stored = require(transaction, kind, number);
    if (stored.called().isPresent()) {
      throw new Rejection.Conflict("It was called off");
    }
    return stored;
  }
}
