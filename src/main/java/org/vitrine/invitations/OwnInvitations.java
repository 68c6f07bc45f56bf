package org.vitrine.invitations;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.access.Token;
import org.vitrine.companies.CompanyId;
import org.vitrine.invitations.Invitation.Stand;
import org.vitrine.people.Contacts;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * What somebody is asked to, for whoever holds the link of a mail or is signed in. Looking changes
 * nothing.
 *
 * <p>An answer may give a seat to somebody of another company, so it is written by the house; whose
 * invitation it is was found behind the wall before.
 */
final class OwnInvitations {
  private static final int MOST_COLLEAGUES = 100;

  private final Database database;
  private final Invitations invitations;
  private final Clock clock;
  private final InvitationRepository stored;
  private final Contacts contacts = new Contacts();

  OwnInvitations(Database database, Invitations invitations, Clock clock) {
    this.database = database;
    this.invitations = invitations;
    this.clock = clock;
    this.stored = invitations.book().invitations();
  }

  /** Whose they are: a person, and the company that a contact works for now. */
  record Reader(long person, Optional<CompanyId> company) {}

  /** The same over other connections, for pages that stay open. */
  OwnInvitations over(Database other) {
    return new OwnInvitations(other, invitations, clock);
  }

  ShownInvitation look(Token link) {
    return inFull(database, byLink(database, link));
  }

  ShownInvitation answer(Token link, GiveAnswer answer) {
    return database.inTransaction(
        transaction -> answered(transaction, byLink(transaction, link), answer));
  }

  ShownInvitation look(Reader reader, long number) {
    return inFull(database, require(reader, number));
  }

  ShownInvitation answer(Reader reader, long number, GiveAnswer answer) {
    StoredInvitation own = require(reader, number);
    return database.inTransaction(transaction -> answered(transaction, own, answer));
  }

  private ShownInvitation answered(Queries transaction, StoredInvitation asked, GiveAnswer answer) {
    return inFull(
        transaction,
        invitations.answering().answer(transaction, asked, answer, Answering.Way.PAGE));
  }

  /**
   * What of their company's each of these people is asked to, the first to end first. Dates that
   * are as their series says stand there with it, once.
   */
  Map<Long, List<ShownInvitation>> coming(Optional<CompanyId> company, List<Long> people) {
    Instant now = clock.instant();
    List<StoredInvitation> all =
        database.onBehalfOf(
            company.map(CompanyId::value),
            queries ->
                stored.mine(
                    queries, people, company, now, InvitationBook.MOST_SHOWN * people.size()));
    Map<SeriesOf, StoredInvitation> series =
        all.stream()
            .filter(one -> one.occasion().rule().isPresent())
            .collect(Collectors.toMap(SeriesOf::of, one -> one, (one, other) -> one));
    return all.stream()
        .filter(
            one -> {
              StoredInvitation whole = series.get(SeriesOf.of(one));
              return whole == null || whole == one || !one.isSaidBy(whole);
            })
        .collect(
            Collectors.groupingBy(
                one -> one.invitation().person(),
                Collectors.mapping(one -> ShownInvitation.of(one, now), Collectors.toList())));
  }

  /** The series that somebody is asked to, as its dates know it. */
  private record SeriesOf(long person, String uid) {
    static SeriesOf of(StoredInvitation one) {
      return new SeriesOf(one.invitation().person(), one.occasion().uid());
    }
  }

  private StoredInvitation require(Reader reader, long number) {
    return database
        .onBehalfOf(
            reader.company().map(CompanyId::value),
            queries -> stored.find(queries, number, Optional.of(reader.person()), reader.company()))
        .filter(one -> !one.invitation().withdrawn())
        .orElseThrow(() -> new Rejection.NotFound("There is no such invitation"));
  }

  /** Whoever has the link, as long as the one it was sent to is asked and can come in. */
  private StoredInvitation byLink(Queries queries, Token link) {
    return invitations
        .book()
        .writer()
        .byLink(queries, link, clock.instant())
        .flatMap(number -> stored.find(queries, number, Optional.empty(), Optional.empty()))
        .filter(one -> !one.invitation().withdrawn())
        .filter(one -> isStillHere(queries, one.invitation()))
        .orElseThrow(
            () -> new Rejection.Gone("This link has expired, or you are no longer asked to come"));
  }

  private boolean isStillHere(Queries queries, Invitation one) {
    return one.company()
        .map(company -> contacts.recipient(queries, one.person(), company))
        .orElseGet(() -> contacts.recipient(queries, one.person()))
        .isPresent();
  }

  private ShownInvitation inFull(Queries queries, StoredInvitation one) {
    List<Stand> colleagues =
        one
            .invitation()
            .company()
            .map(company -> contacts.named(queries, company, MOST_COLLEAGUES))
            .orElse(List.of())
            .stream()
            .filter(contact -> contact.id() != one.invitation().person())
            .map(contact -> new Stand(contact.id(), contact.name()))
            .toList();
    return ShownInvitation.of(one, clock.instant(), Optional.of(colleagues));
  }
}
