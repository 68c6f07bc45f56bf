package org.vitrine.invitations;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
