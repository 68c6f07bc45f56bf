package org.vitrine.invitations;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.invitations.Invitation.Given;
import org.vitrine.invitations.Invitation.Stand;
import org.vitrine.mail.Recipient;
import org.vitrine.people.Contacts;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;

/**
 * What becomes of an answer. An answer to a series is one to each of its dates that was not
 * answered by itself; the same answer again changes nothing.
 */
final class Answering {
  private final InvitationBook book;
  private final InvitationMails mails;
  private final Seating seating;
  private final Clock clock;
  private final Contacts contacts = new Contacts();

  Answering(InvitationBook book, InvitationMails mails, Seating seating, Clock clock) {
    this.book = book;
    this.mails = mails;
    this.seating = seating;
    this.clock = clock;
  }

  /**
   * How an answer came.
   *
   * @param by who of the house took it down
   * @param written when a mail program wrote it
   */
  record Way(AnswerWay way, Optional<String> by, Optional<Instant> written) {
    static final Way PAGE = new Way(AnswerWay.PAGE, Optional.empty());

    Way(AnswerWay way, Optional<String> by) {
      this(way, by, Optional.empty());
    }

    static Way mail(Instant written) {
      return new Way(AnswerWay.MAIL, Optional.empty(), Optional.of(written));
    }
  }

  /**
   * Throws {@link Rejection.Gone} where it is over, was called off, or they are no longer asked;
   * {@link Rejection.Conflict} where it has changed since what they answer to.
   */
  StoredInvitation answer(Queries transaction, StoredInvitation asked, GiveAnswer answer, Way way) {
    Instant now = clock.instant();
    Invitation known = asked.invitation();
    StoredOccasion stored =
        book.occasions()
            .lock(transaction, known.kind(), known.occasion())
            .orElseThrow(Answering::over);
    StoredInvitation current =
        book.invitations()
            .find(transaction, known.number(), Optional.empty(), Optional.empty())
            .filter(one -> one.isOpen(now))
            .orElseThrow(Answering::over);
    if (answer.sequence().filter(seen -> seen < current.invitation().sequence()).isPresent()) {
      throw new Rejection.Conflict(
          "The time or place was changed meanwhile. Look at it and answer again");
    }
    Optional<Stand> instead =
        answer.instead().map(person -> colleague(transaction, current.invitation(), person));
    StoredInvitation after = apply(transaction, stored, byItself(current), answer, instead, way);
    if (stored.occasion().rule().isPresent()) {
      for (StoredOccasion date :
          book.occasions().lockDates(transaction, stored.occasion().uid(), now)) {
        book.invitations()
            .of(transaction, date.occasion().kind(), date.occasion().number(), known.person())
            .filter(own -> !own.isOwn())
            .ifPresent(own -> apply(transaction, date, own, answer, instead, way));
      }
    }
    instead.ifPresent(stand -> ask(transaction, stored, after.invitation(), stand));
    return after;
  }

  private static StoredInvitation byItself(StoredInvitation one) {
    return one.occasion().isDateOfSeries() ? one.byItself() : one;
  }

  private StoredInvitation apply(
      Queries transaction,
      StoredOccasion to,
      StoredInvitation current,
      GiveAnswer answer,
      Optional<Stand> instead,
      Way way) {
    Instant now = clock.instant();
    InvitationState state = seating.stateOf(transaction, to, current, answer.answer());
    Invitation before = current.invitation();
    boolean isSame =
        before.state() == state
            && before.answered().flatMap(Given::note).equals(answer.note())
            && before.instead().equals(instead);
    StoredInvitation after =
        current
            .answered(
                state,
                isSame && before.answered().isPresent()
                    ? before.answered()
                    : Optional.of(new Given(now, way.way(), answer.note(), way.by())),
                instead,
                now)
            .repliedAt(way.written().or(current::repliedAt));
    if (isSame) {
      book.writer().save(transaction, after, now);
      return after;
    }
    book.save(transaction, after, now);
    if (before.state() == InvitationState.ACCEPTED && state != InvitationState.ACCEPTED) {
      seating.moveUp(transaction, to, now);
    }
    if (state == InvitationState.ACCEPTED && before.state() != InvitationState.ACCEPTED) {
      seating.taken(transaction, to, now);
    }
    if (state == InvitationState.WAITING
        && before.state() != InvitationState.WAITING
        && way.way() == AnswerWay.MAIL) {
      mails.waits(transaction, after, now);
    }
    return after;
  }

  private Stand colleague(Queries queries, Invitation asked, long person) {
    return asked
        .company()
        .filter(company -> person != asked.person())
        .flatMap(company -> contacts.recipient(queries, person, company))
        .map(Recipient::name)
        .map(name -> new Stand(person, name))
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    "instead", "“%d” is none of your colleagues".formatted(person)));
  }

  private void ask(Queries transaction, StoredOccasion to, Invitation from, Stand stand) {
    CompanyId company = from.company().orElseThrow();
    Instant now = clock.instant();
    List<StoredInvitation> added =
        seating.invite(transaction, to, List.of(Invitee.of(company, stand.person())), now);
    mails.invitedInstead(transaction, added, from, now);
  }

  static Rejection over() {
    return new Rejection.Gone("It is over or was called off, or you are no longer asked to come");
  }
}
