package org.vitrine.invitations;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.invitations.Invitation.Given;
import org.vitrine.mail.Recipient;
import org.vitrine.people.Contacts;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;

/**
 * Who is asked and who has a seat. Whoever says that they come gets one while there are some, and
 * waits after that; a seat that becomes free goes to whoever waits longest, by itself until a day
 * before. After that they are asked, and the first who says yes has it.
 *
 * <p>Whoever calls this holds the lock of the occasion.
 */
final class Seating {
  static final Duration BY_ITSELF_UNTIL = Duration.ofDays(1);
  private static final int MOST_ASKED = 5_000;

  private final InvitationBook book;
  private final InvitationMails mails;
  private final Contacts contacts = new Contacts();

  Seating(InvitationBook book, InvitationMails mails) {
    this.book = book;
    this.mails = mails;
  }

  /** Those who were added. Who is asked to a series is asked to its dates. */
  List<StoredInvitation> invite(
      Queries transaction, StoredOccasion to, List<Invitee> people, Instant now) {
    Occasion occasion = to.occasion();
    long before = book.invitations().count(transaction, occasion);
    if (before + people.size() > MOST_ASKED) {
      throw new Rejection.Invalid(
          "people", "At most %,d people can be asked to one occasion".formatted(MOST_ASKED));
    }
    List<StoredOccasion> dates =
        occasion.rule().isEmpty()
            ? List.of()
            : book.occasions().lockDates(transaction, occasion.uid(), now);
    Set<Long> added = new HashSet<>();
    for (int at = 0; at < people.size(); at++) {
      Invitee one = people.get(at);
      Instant asked = now.plus(before + at, ChronoUnit.MICROS); // They stand in this order.
      Optional<String> name = recipient(transaction, one).map(Recipient::name);
      name.flatMap(called -> book.add(transaction, to, one, called, asked)).ifPresent(added::add);
      name.ifPresent(
          called -> dates.forEach(date -> book.add(transaction, date, one, called, asked)));
    }
    List<StoredInvitation> all =
        book.invitations().of(transaction, occasion.kind(), occasion.number()).stream()
            .filter(one -> added.contains(one.invitation().number()))
            .toList();
    book.tell(transaction, all);
    return all;
  }

  private Optional<Recipient> recipient(Queries queries, Invitee one) {
    return one.company()
        .map(company -> contacts.recipient(queries, one.person(), company))
        .orElseGet(() -> contacts.recipient(queries, one.person()));
  }

  /** Who is asked to the series is asked to this date of it, and has answered what they did. */
  void takeOver(Queries transaction, StoredOccasion series, StoredOccasion date, Instant now) {
    Occasion of = series.occasion();
    List<StoredInvitation> asked =
        book.invitations().of(transaction, of.kind(), of.number()).stream()
            .sorted(Comparator.comparing(Seating::since))
            .toList();
    List<StoredInvitation> taken = new ArrayList<>();
    for (StoredInvitation one : asked) {
      Invitation said = one.invitation();
      book.add(transaction, date, said.invitee(), said.name(), now)
          .flatMap(
              number ->
                  book.invitations().find(transaction, number, Optional.empty(), Optional.empty()))
          .map(
              own ->
                  own.answered(
                      stateOf(transaction, date, own, said.state()),
                      said.answered(),
                      said.instead(),
                      now))
          .ifPresent(
              own -> {
                book.writer().save(transaction, own, now);
                taken.add(own);
              });
    }
    book.tell(transaction, taken);
  }

  private static Instant since(StoredInvitation one) {
    return one.waitsSince()
        .or(() -> one.invitation().answered().map(Given::at))
        .orElse(Instant.MAX);
  }

  /** What becomes of somebody who wants this: whoever wants to come has a seat, or waits. */
  InvitationState stateOf(
      Queries queries, StoredOccasion to, StoredInvitation one, InvitationState wanted) {
    boolean wantsSeat = wanted == InvitationState.ACCEPTED || wanted == InvitationState.WAITING;
    if (!wantsSeat) {
      return wanted;
    }
    boolean hasSeat = one.state() == InvitationState.ACCEPTED;
    return hasSeat || free(queries, to.occasion()) > 0
        ? InvitationState.ACCEPTED
        : InvitationState.WAITING;
  }

  private long free(Queries queries, Occasion one) {
    return one.capacity()
        .map(seats -> seats - book.invitations().taken(queries, one))
        .orElse(Long.MAX_VALUE);
  }

  /** Asks somebody no longer; of a series, to none of its dates. */
  void withdraw(Queries transaction, StoredOccasion from, StoredInvitation asked, Instant now) {
    Occasion occasion = from.occasion();
    withdrawOne(transaction, from, asked, now);
    if (occasion.rule().isPresent()) {
      for (StoredOccasion date : book.occasions().lockDates(transaction, occasion.uid(), now)) {
        book.invitations()
            .of(
                transaction,
                date.occasion().kind(),
                date.occasion().number(),
                asked.invitation().person())
            .ifPresent(own -> withdrawOne(transaction, date, own, now));
      }
    }
  }

  private void withdrawOne(
      Queries transaction, StoredOccasion from, StoredInvitation asked, Instant now) {
    book.withdraw(transaction, asked, now);
    moveUp(transaction, from, now);
  }

  /** Once the last seat is taken, the next one that becomes free is offered to all anew. */
  void taken(Queries transaction, StoredOccasion stored, Instant now) {
    if (free(transaction, stored.occasion()) <= 0) {
      book.invitations().waiting(transaction, stored.occasion()).stream()
          .filter(one -> one.offeredAt().isPresent())
          .forEach(one -> book.writer().save(transaction, one.offered(Optional.empty()), now));
    }
  }

  /** Gives seats that are free to those who wait; from a day before on it asks them. */
  void moveUp(Queries transaction, StoredOccasion stored, Instant now) {
    Occasion occasion = stored.occasion();
    long free = free(transaction, occasion);
    if (occasion.capacity().isEmpty() || free <= 0 || !stored.isOpen(now)) {
      giveToAll(transaction, occasion, now);
      return;
    }
    List<StoredInvitation> waiting = book.invitations().waiting(transaction, occasion);
    if (isByItself(occasion, now)) {
      waiting.stream().limit(free).forEach(one -> give(transaction, one, now));
    } else {
      waiting.stream()
          .filter(one -> one.offeredAt().isEmpty())
          .forEach(one -> offer(transaction, one, now));
    }
  }

  /** Where there is no limit any more, nobody waits. */
  private void giveToAll(Queries transaction, Occasion occasion, Instant now) {
    if (occasion.capacity().isEmpty()) {
      book.invitations().waiting(transaction, occasion).forEach(one -> give(transaction, one, now));
    }
  }

  private static boolean isByItself(Occasion occasion, Instant now) {
    return now.isBefore(SeriesDates.next(occasion, now).toInstant().minus(BY_ITSELF_UNTIL));
  }

  private void give(Queries transaction, StoredInvitation one, Instant now) {
    Optional<Given> given =
        one.invitation()
            .answered()
            .map(said -> new Given(now, AnswerWay.MOVED_UP, said.note(), Optional.empty()));
    StoredInvitation seated = one.answered(InvitationState.ACCEPTED, given, Optional.empty(), now);
    book.save(transaction, seated, now);
    mails.movedUp(transaction, seated, now);
  }

  private void offer(Queries transaction, StoredInvitation one, Instant now) {
    book.save(transaction, one.offered(Optional.of(now)), now);
    mails.offered(transaction, one, now);
  }
}
