package org.vitrine.invitations;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vitrine.invitations.InvitationReply.ReplyOutcome;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What mail programs replied, in PostgreSQL. */
final class ReplyRepository {
  /** So many that do not explain themselves are kept: a stranger may send as many as they like. */
  static final int MOST_UNEXPLAINED = 1_000;

  private static final int MOST_SHOWN = 200;

  private static final String[] UNEXPLAINED =
      Arrays.stream(ReplyOutcome.values())
          .filter(ReplyOutcome::isUnexplained)
          .map(ReplyOutcome::code)
          .toArray(String[]::new);

  private static final String ADD =
      """
      INSERT INTO invitation_reply
        (message, kind, occasion, person_id, sender, attendee, answer, note, written_at, sequence, received_at, outcome)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      ON CONFLICT (message) DO NOTHING""";

  private static final String IS_KNOWN =
      """
      SELECT 1
        FROM invitation_reply
       WHERE message = $1""";

  private static final String UNEXPLAINED_ONES =
      """
      SELECT r.id, r.kind, r.occasion, p.name, r.sender, r.attendee, r.answer, r.note, r.written_at, r.received_at,
             r.outcome
        FROM invitation_reply r
        LEFT JOIN active_person p ON p.id = r.person_id
       WHERE r.outcome = ANY($1) AND ($2::text IS NULL OR r.kind = $2 AND r.occasion = $3)
       ORDER BY r.id DESC
       LIMIT $4""";

  private static final String FORGET =
      """
      DELETE FROM invitation_reply
       WHERE received_at < $1
          OR outcome = ANY($2) AND id <= (
               SELECT id FROM invitation_reply WHERE outcome = ANY($2) ORDER BY id DESC OFFSET $3 LIMIT 1)""";

  /** The occasion that replies are about. */
  record About(String kind, long occasion) {}

  /**
   * What is written down of a reply.
   *
   * @param message names the mail
   * @param about what it is about, where that is ours
   * @param person who was asked, where that is known
   */
  record ReplyEntry(
      byte[] message,
      Optional<Occasion> about,
      Optional<Long> person,
      String sender,
      ReplyText text,
      Instant receivedAt,
      ReplyOutcome outcome) {}

  void add(Queries transaction, ReplyEntry one) {
    ReplyText text = one.text();
    transaction.execute(
        "invitation_reply.add",
        ADD,
        Buffer.buffer(one.message()),
        one.about().map(Occasion::kind).orElse(null),
        one.about().map(Occasion::number).orElse(null),
        one.person().orElse(null),
        one.sender(),
        text.attendee(),
        text.answer(),
        text.note().orElse(null),
        text.written().map(Sql::utc).orElse(null),
        text.sequence().orElse(null),
        Sql.utc(one.receivedAt()),
        one.outcome().code());
  }

  boolean isKnown(Queries queries, byte[] message) {
    return !queries
        .find("invitation_reply.is_known", IS_KNOWN, row -> 1, Buffer.buffer(message))
        .isEmpty();
  }

  /** Newest first. */
  List<InvitationReply> unexplained(Queries queries, Optional<About> about) {
    return queries.find(
        "invitation_reply.unexplained",
        UNEXPLAINED_ONES,
        ReplyRepository::toReply,
        (Object) UNEXPLAINED,
        about.map(About::kind).orElse(null),
        about.map(About::occasion).orElse(null),
        MOST_SHOWN);
  }

  void forget(Queries queries, Instant before) {
    queries.execute(
        "invitation_reply.forget", FORGET, Sql.utc(before), UNEXPLAINED, MOST_UNEXPLAINED);
  }

  private static InvitationReply toReply(Row row) {
    return new InvitationReply(
        row.getLong("id"),
        Optional.ofNullable(row.getString("kind")),
        Optional.ofNullable(row.getLong("occasion")),
        Optional.ofNullable(row.getString("name")),
        row.getString("sender"),
        row.getString("attendee"),
        row.getString("answer"),
        Optional.ofNullable(row.getString("note")),
        OccasionRepository.moment(row, "written_at"),
        row.getOffsetDateTime("received_at").toInstant(),
        ReplyOutcome.of(row.getString("outcome")));
  }
}
