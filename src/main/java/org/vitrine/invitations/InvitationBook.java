package org.vitrine.invitations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Token;
import org.vitrine.companies.CompanyId;
import org.vitrine.invitations.InvitationEntryRepository.NewInvitation;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** What is kept of occasions and invitations; whatever is written is told as a change. */
final class InvitationBook {
  /** So many of somebody’s are shown. */
  static final int MOST_SHOWN = 200;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long NUMBERS = 1L << 52;
  private static final int KEY_LETTERS = 22;

  private final Changes changes;
  private final OccasionRepository occasions = new OccasionRepository();
  private final InvitationRepository invitations = new InvitationRepository();
  private final InvitationEntryRepository writer = new InvitationEntryRepository();

  InvitationBook(Changes changes) {
    this.changes = changes;
  }

  OccasionRepository occasions() {
    return occasions;
  }

  InvitationRepository invitations() {
    return invitations;
  }

  InvitationEntryRepository writer() {
    return writer;
  }

  /**
   * Nothing where they are asked already. Their calendar knows a series and its dates by one key.
   */
  Optional<Long> add(
      Queries transaction, StoredOccasion to, Invitee invitee, String name, Instant now) {
    String key =
        invitations
            .keyOf(transaction, to.occasion().uid(), invitee.person())
            .orElseGet(() -> Token.random().text().substring(0, KEY_LETTERS));
    return writer.add(
        transaction,
        new NewInvitation(
            RANDOM.nextLong(NUMBERS) + 1, to.occasion(), invitee, name, key, to.sequence()),
        now);
  }

  void save(Queries transaction, StoredInvitation one, Instant now) {
    writer.save(transaction, one, now);
    tell(transaction, List.of(one));
  }

  void askAgain(Queries transaction, StoredOccasion changed, Instant now) {
    writer.askAgain(transaction, changed, now);
    tellAll(transaction, changed.occasion());
  }

  void describe(Queries transaction, StoredOccasion changed, Instant now) {
    writer.describe(transaction, changed.occasion(), now);
    tellAll(transaction, changed.occasion());
  }

  void withdraw(Queries transaction, StoredInvitation one, Instant now) {
    writer.withdraw(transaction, one.invitation().number(), now);
    tell(transaction, List.of(one));
  }

  private void tellAll(Queries transaction, Occasion one) {
    tell(transaction, invitations.of(transaction, one.kind(), one.number()));
  }

  /** These invitations are others than before. */
  void tell(Queries transaction, Collection<StoredInvitation> changed) {
    changes.record(
        transaction,
        changed.stream()
            .map(StoredInvitation::invitation)
            .map(
                one ->
                    new Change(
                        Invitations.CHANGED,
                        Invitations.key(one),
                        0,
                        one.company().map(CompanyId::value),
                        body(one)))
            .toList());
  }

  private static ObjectNode body(Invitation one) {
    return Json.object().put("person", one.person()).put("state", one.state().code());
  }
}
