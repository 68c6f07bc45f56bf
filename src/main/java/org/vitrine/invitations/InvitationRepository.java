package org.vitrine.invitations;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Token;
import org.vitrine.companies.CompanyId;
import org.vitrine.invitations.Invitation.Given;
import org.vitrine.invitations.Invitation.Stand;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Who is asked to come and what they said, in PostgreSQL. */
final class InvitationRepository {
  private static final String COLUMNS =
      """
      i.number, i.kind, i.occasion, i.company_id, i.person_id, i.name, i.body::text AS body, i.cancelled_at,
             i.cancel_reason, i.reply_key, i.sequence, i.state, i.is_own, i.note, i.answered_at, i.answered_way,
             i.answered_by, i.replied_at, i.waits_since, i.offered_at, i.instead, i.instead_name, i.changed_at,
             i.withdrawn_at, i.retold""";

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

  private static final String OF =
      """
      SELECT %s
        FROM invitation i
       WHERE i.kind = $1 AND i.occasion = $2 AND ($3::bigint IS NULL OR i.person_id = $3)
         AND i.withdrawn_at IS NULL
       ORDER BY i.asked_at, i.number"""
          .formatted(COLUMNS);

  private static final String FIND =
      """
      SELECT %s
        FROM invitation i
       WHERE i.number = $1 AND ($2::bigint IS NULL OR i.person_id = $2)
         AND ($3::bigint IS NULL OR i.company_id = $3)"""
          .formatted(COLUMNS);

  private static final String ALL =
      """
      SELECT %s
        FROM invitation i
       WHERE i.number = ANY($1)
       ORDER BY i.ends_at, i.number"""
          .formatted(COLUMNS);

  private static final String MINE =
      """
      SELECT %s
        FROM invitation i
       WHERE i.person_id = ANY($1) AND i.ends_at > $2 AND i.withdrawn_at IS NULL
         AND ($3::bigint IS NULL OR i.company_id = $3)
       ORDER BY i.ends_at, i.number
       LIMIT $4"""
          .formatted(COLUMNS);

  private static final String BY_LINK =
      """
      SELECT invitation
        FROM invitation_link
       WHERE token_hash = $1 AND expires_at > $2""";

  private static final String BY_KEY =
      """
      SELECT %s
        FROM invitation i
       WHERE i.reply_key = $1"""
          .formatted(COLUMNS);

  private static final String KEY_OF =
      """
      SELECT i.reply_key
        FROM occasion o
        JOIN invitation i ON i.kind = o.kind AND i.occasion = o.number
       WHERE o.uid = $1 AND i.person_id = $2
       LIMIT 1""";

  private static final String BY_ADDRESS =
      """
      SELECT %s
        FROM invitation i
        JOIN active_person p ON p.id = i.person_id
       WHERE i.kind = $1 AND i.occasion = $2 AND i.withdrawn_at IS NULL AND lower(p.email) = lower($3)
       LIMIT 1"""
          .formatted(COLUMNS);

  private static final String LINK =
      """
      INSERT INTO invitation_link (token_hash, invitation, expires_at)
      VALUES ($1, $2, $3)""";

  private static final String FORGET_LINKS =
      """
      DELETE FROM invitation_link
       WHERE expires_at < $1""";

  private static final String TAKEN =
      """
      SELECT count(*) AS taken
        FROM invitation
       WHERE kind = $1 AND occasion = $2 AND state = 'accepted' AND withdrawn_at IS NULL""";

  private static final String COUNT =
      """
      SELECT count(*) AS asked
        FROM invitation
       WHERE kind = $1 AND occasion = $2 AND withdrawn_at IS NULL""";

  private static final String WAITING =
      """
      SELECT %s
        FROM invitation i
       WHERE i.kind = $1 AND i.occasion = $2 AND i.state = 'waiting' AND i.withdrawn_at IS NULL
       ORDER BY i.waits_since, i.number"""
          .formatted(COLUMNS);

  private static final String RETELL =
      """
      UPDATE invitation
         SET retold = sequence
       WHERE number = $1 AND retold IS DISTINCT FROM sequence""";

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

  /** Those who are asked, in the order in which they were. */
  List<StoredInvitation> of(Queries queries, String kind, long occasion) {
    return of(queries, kind, occasion, Optional.empty());
  }

  Optional<StoredInvitation> of(Queries queries, String kind, long occasion, long person) {
    return of(queries, kind, occasion, Optional.of(person)).stream().findFirst();
  }

  private static List<StoredInvitation> of(
      Queries queries, String kind, long occasion, Optional<Long> person) {
    return queries.find(
        "invitation.of",
        OF,
        InvitationRepository::toInvitation,
        kind,
        occasion,
        person.orElse(null));
  }

  /**
   * @param person whose it has to be; absent where that is known
   * @param company behind whose wall it is looked for
   */
  Optional<StoredInvitation> find(
      Queries queries, long number, Optional<Long> person, Optional<CompanyId> company) {
    return queries.findOne(
        "invitation.find",
        FIND,
        InvitationRepository::toInvitation,
        number,
        person.orElse(null),
        company.map(CompanyId::value).orElse(null));
  }

  /** The first to end first. */
  List<StoredInvitation> all(Queries queries, List<Long> numbers) {
    return queries.find(
        "invitation.all",
        ALL,
        InvitationRepository::toInvitation,
        (Object) numbers.toArray(Long[]::new));
  }

  /** What these people are asked to that is not over; called off or not. */
  List<StoredInvitation> mine(
      Queries queries, List<Long> people, Optional<CompanyId> company, Instant now, int most) {
    return queries.find(
        "invitation.mine",
        MINE,
        InvitationRepository::toInvitation,
        people.toArray(Long[]::new),
        Sql.utc(now),
        company.map(CompanyId::value).orElse(null),
        most);
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

  /** All of the occasion and its dates that this person’s calendar knows by this key. */
  List<StoredInvitation> byKey(Queries queries, String key) {
    return queries.find("invitation.by_key", BY_KEY, InvitationRepository::toInvitation, key);
  }

  /** The invitation of whoever has this address. */
  Optional<StoredInvitation> byAddress(Queries queries, Occasion one, String address) {
    return queries.findOne(
        "invitation.by_address",
        BY_ADDRESS,
        InvitationRepository::toInvitation,
        one.kind(),
        one.number(),
        address);
  }

  /** The key by which this person’s calendar knows the occasion, or other dates of it. */
  Optional<String> keyOf(Queries queries, String uid, long person) {
    return queries.findOne(
        "invitation.key_of", KEY_OF, row -> row.getString("reply_key"), uid, person);
  }

  void link(Queries transaction, Token link, long invitation, Instant expires) {
    transaction.execute(
        "invitation.link", LINK, Buffer.buffer(link.hash()), invitation, Sql.utc(expires));
  }

  void forgetLinks(Queries queries, Instant now) {
    queries.execute("invitation.forget_links", FORGET_LINKS, Sql.utc(now));
  }

  long taken(Queries queries, Occasion one) {
    return queries
        .findOne("invitation.taken", TAKEN, row -> row.getLong("taken"), one.kind(), one.number())
        .orElseThrow();
  }

  long count(Queries queries, Occasion one) {
    return queries
        .findOne("invitation.count", COUNT, row -> row.getLong("asked"), one.kind(), one.number())
        .orElseThrow();
  }

  /** Who waits for a seat, whoever waits longest first. */
  List<StoredInvitation> waiting(Queries queries, Occasion one) {
    return queries.find(
        "invitation.waiting",
        WAITING,
        InvitationRepository::toInvitation,
        one.kind(),
        one.number());
  }

  /** False where they were told so of this sequence before. */
  boolean retell(Queries transaction, long number) {
    return transaction.execute("invitation.retell", RETELL, number) > 0;
  }

  private static StoredInvitation toInvitation(Row row) {
    return new StoredInvitation(
        new Invitation(
            row.getLong("number"),
            row.getString("kind"),
            row.getLong("occasion"),
            new Invitee(
                row.getLong("person_id"),
                Optional.ofNullable(row.getLong("company_id")).map(CompanyId::new)),
            row.getString("name"),
            InvitationState.of(row.getString("state")),
            row.getInteger("sequence"),
            given(row),
            Optional.ofNullable(row.getLong("instead"))
                .map(person -> new Stand(person, row.getString("instead_name"))),
            OccasionRepository.moment(row, "withdrawn_at").isPresent()),
        Json.read(row.getString("body"), Occasion.class),
        OccasionRepository.called(row),
        row.getString("reply_key"),
        row.getBoolean("is_own"),
        OccasionRepository.moment(row, "replied_at"),
        OccasionRepository.moment(row, "waits_since"),
        OccasionRepository.moment(row, "offered_at"),
        row.getOffsetDateTime("changed_at").toInstant());
  }

  private static Optional<Given> given(Row row) {
    return OccasionRepository.moment(row, "answered_at")
        .map(
            at ->
                new Given(
                    at,
                    AnswerWay.of(row.getString("answered_way")),
                    Optional.ofNullable(row.getString("note")),
                    Optional.ofNullable(row.getString("answered_by"))));
  }
}
