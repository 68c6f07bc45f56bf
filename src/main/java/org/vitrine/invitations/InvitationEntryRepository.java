package org.vitrine.invitations;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Optional;
import org.vitrine.access.Token;
import org.vitrine.companies.CompanyId;
import org.vitrine.invitations.Invitation.Given;
import org.vitrine.invitations.Invitation.Stand;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** What becomes of invitations, and the links by which they are answered, in PostgreSQL. */
final class InvitationEntryRepository {
  private static final String ADD =
      """
      INSERT INTO invitation
        (number, kind, occasion, company_id, person_id, name, body, ends_at, reply_key, sequence, asked_at, changed_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8, $9, $10, $11, $11)
      ON CONFLICT (kind, occasion, person_id) DO UPDATE
        SET withdrawn_at = NULL, state = 'asked', is_own = false, note = NULL, answered_at = NULL, answered_way = NULL,
            answered_by = NULL, replied_at = NULL, waits_since = NULL, offered_at = NULL, instead = NULL,
            instead_name = NULL, company_id = excluded.company_id, name = excluded.name, body = excluded.body,
            ends_at = excluded.ends_at, sequence = greatest(invitation.sequence, excluded.sequence),
            asked_at = excluded.asked_at, changed_at = excluded.changed_at
       WHERE invitation.withdrawn_at IS NOT NULL
      RETURNING number""";

  private static final String SAVE =
      """
      UPDATE invitation
         SET state = $2, is_own = $3, note = $4, answered_at = $5, answered_way = $6, answered_by = $7, replied_at = $8,
             waits_since = $9, offered_at = $10, instead = $11, instead_name = $12, changed_at = $13
       WHERE number = $1""";

  private static final String ASK_AGAIN =
      """
      UPDATE invitation
         SET state = 'asked', is_own = false, note = NULL, answered_at = NULL, answered_way = NULL, answered_by = NULL,
             replied_at = NULL, waits_since = NULL, offered_at = NULL, instead = NULL, instead_name = NULL,
             sequence = greatest(sequence + 1, $3), asked_at = $4, changed_at = $4, body = $5::text::jsonb, ends_at = $6
       WHERE kind = $1 AND occasion = $2 AND withdrawn_at IS NULL""";

  private static final String DESCRIBE =
      """
      UPDATE invitation
         SET body = $3::text::jsonb, ends_at = $4, changed_at = $5
       WHERE kind = $1 AND occasion = $2 AND withdrawn_at IS NULL""";

  private static final String CANCEL =
      """
      UPDATE invitation
         SET cancelled_at = $3, cancel_reason = $4, changed_at = $3, sequence = sequence + 1
       WHERE kind = $1 AND occasion = $2""";

  private static final String WITHDRAW =
      """
      UPDATE invitation
         SET withdrawn_at = $2, changed_at = $2, sequence = sequence + 1
       WHERE number = $1""";

  private static final String RETELL =
      """
      UPDATE invitation
         SET retold = sequence
       WHERE number = $1 AND retold IS DISTINCT FROM sequence""";

  private static final String BY_LINK =
      """
      SELECT invitation
        FROM invitation_link
       WHERE token_hash = $1 AND expires_at > $2""";

  private static final String LINK =
      """
      INSERT INTO invitation_link (token_hash, invitation, expires_at)
      VALUES ($1, $2, $3)""";

  private static final String FORGET_LINKS =
      """
      DELETE FROM invitation_link
       WHERE expires_at < $1""";

  /** Somebody who is to be asked. */
  record NewInvitation(
      long number,
      Occasion occasion,
      Invitee invitee,
      String name,
      String replyKey,
      int sequence) {}

  /** Nothing where they are asked already; their old number where they were once. */
  Optional<Long> add(Queries transaction, NewInvitation one, Instant now) {
    return transaction.findOne(
        "invitation.add",
        ADD,
        row -> row.getLong("number"),
        one.number(),
        one.occasion().kind(),
        one.occasion().number(),
        one.invitee().company().map(CompanyId::value).orElse(null),
        one.invitee().person(),
        one.name(),
        Json.text(one.occasion()),
        Sql.utc(one.occasion().ends()),
        one.replyKey(),
        one.sequence(),
        Sql.utc(now));
  }

  void save(Queries transaction, StoredInvitation one, Instant now) {
    Invitation said = one.invitation();
    transaction.execute(
        "invitation.save",
        SAVE,
        said.number(),
        said.state().code(),
        one.isOwn(),
        said.answered().flatMap(Given::note).orElse(null),
        said.answered().map(Given::at).map(Sql::utc).orElse(null),
        said.answered().map(Given::way).map(AnswerWay::code).orElse(null),
        said.answered().flatMap(Given::by).orElse(null),
        one.repliedAt().map(Sql::utc).orElse(null),
        one.waitsSince().map(Sql::utc).orElse(null),
        one.offeredAt().map(Sql::utc).orElse(null),
        said.instead().map(Stand::person).orElse(null),
        said.instead().map(Stand::name).orElse(null),
        Sql.utc(now));
  }

  /** Whoever answered is asked again. */
  void askAgain(Queries transaction, StoredOccasion changed, Instant now) {
    Occasion one = changed.occasion();
    transaction.execute(
        "invitation.ask_again",
        ASK_AGAIN,
        one.kind(),
        one.number(),
        changed.sequence(),
        Sql.utc(now),
        Json.text(one),
        Sql.utc(one.ends()));
  }

  /** What it is, where nobody has to answer anew. */
  void describe(Queries transaction, Occasion one, Instant now) {
    transaction.execute(
        "invitation.describe",
        DESCRIBE,
        one.kind(),
        one.number(),
        Json.text(one),
        Sql.utc(one.ends()),
        Sql.utc(now));
  }

  void cancel(Queries transaction, Occasion one, String reason, Instant now) {
    transaction.execute(
        "invitation.cancel", CANCEL, one.kind(), one.number(), Sql.utc(now), reason);
  }

  void withdraw(Queries transaction, long number, Instant now) {
    transaction.execute("invitation.withdraw", WITHDRAW, number, Sql.utc(now));
  }

  /** False where they were told so of this sequence before. */
  boolean retell(Queries transaction, long number) {
    return transaction.execute("invitation.retell", RETELL, number) > 0;
  }

  void link(Queries transaction, Token link, long invitation, Instant expires) {
    transaction.execute(
        "invitation.link", LINK, Buffer.buffer(link.hash()), invitation, Sql.utc(expires));
  }

  /** The number of the invitation that the link is for. */
  Optional<Long> byLink(Queries queries, Token link, Instant now) {
    return queries.findOne(
        "invitation.by_link",
        BY_LINK,
        row -> row.getLong("invitation"),
        Buffer.buffer(link.hash()),
        Sql.utc(now));
  }

  void forgetLinks(Queries queries, Instant now) {
    queries.execute("invitation.forget_links", FORGET_LINKS, Sql.utc(now));
  }
}
