package org.vitrine.notices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** What of notices goes out by mail, in PostgreSQL. */
final class NoticeMailRepository {
  private static final String DUE_AT_ONCE =
      """
      SELECT person_id
        FROM notice
       WHERE mode = 'at-once' AND mailed_at IS NULL AND person_id > $2 AND topic = ANY($4)
       GROUP BY person_id
      HAVING min(told_at) <= $1
       ORDER BY person_id
       LIMIT $3""";

  /**
   * Since when something waits for the next digest of somebody, and when they want it. Who is
   * disabled takes no place on the page.
   */
  private static final String WAITING_FOR_DIGEST =
      """
      SELECT n.person_id, n.since, p.zone, h.hour
        FROM (SELECT w.person_id, min(w.told_at) AS since
                FROM notice w
                JOIN active_person a ON a.id = w.person_id
               WHERE w.mode = 'digest' AND w.mailed_at IS NULL AND w.person_id > $1 AND w.topic = ANY($3)
               GROUP BY w.person_id
               ORDER BY w.person_id
               LIMIT $2) n
        JOIN active_person p ON p.id = n.person_id
        LEFT JOIN digest_hour h ON h.person_id = n.person_id
       ORDER BY n.person_id""";

  private static final String BEGIN_DIGEST =
      """
      INSERT INTO digest (person_id, day, sent_at)
      VALUES ($1, $2, $3)
      ON CONFLICT (person_id, day) DO NOTHING""";

  /**
   * Takes what waits, once: another one who takes it at the same time waits and finds nothing. What
   * was read, or is no longer theirs to see, needs no mail; topics that this version does not know
   * are left to one that does.
   */
  private static final String TAKE =
      """
      UPDATE notice n
         SET mailed_at = $3
       WHERE n.person_id = $1 AND n.mode = $2 AND n.mailed_at IS NULL AND n.topic = ANY($4)
      RETURNING n.number, n.kind, n.topic, n.order_id, n.facts::text AS facts, n.owed,
                n.read_at IS NULL AND EXISTS (SELECT FROM active_person p WHERE p.id = n.person_id)
                AND (n.company_id IS NULL OR EXISTS (
                      SELECT FROM person_company c
                       WHERE c.person_id = n.person_id AND c.company_id = n.company_id)) AS is_wanted""";

  /** What waits is not sent either. */
  private static final String DROP =
      """
      UPDATE notice
         SET mailed_at = $3
       WHERE person_id = $1 AND topic = ANY($2) AND mailed_at IS NULL AND NOT owed""";

  /** The same of whatever they are no longer told, but for what they asked for itself. */
  private static final String DROP_UNASKED =
      """
      UPDATE notice
         SET mailed_at = $4
       WHERE person_id = $1 AND (topic = ANY($2) OR order_id = $3) AND mailed_at IS NULL AND NOT owed AND NOT asked""";

  private static final String FORGET_DIGESTS =
      """
      DELETE FROM digest
       WHERE sent_at < $1""";

  /** What waits for somebody's digest. */
  record WaitingDigest(long person, Instant since, Optional<String> zone, Optional<Integer> hour) {}

  /** A notice that goes out by mail. */
  record MailedNotice(
      long number,
      String kind,
      NoticeTopic topic,
      Optional<Long> order,
      ObjectNode facts,
      boolean owed,
      boolean wanted) {}

  List<Long> dueAtOnce(Queries queries, Instant toldBefore, long after, int limit) {
    return queries.find(
        "notice.due_at_once",
        DUE_AT_ONCE,
        row -> row.getLong("person_id"),
        Sql.utc(toldBefore),
        after,
        limit,
        NoticeTopic.codes());
  }

  List<WaitingDigest> waitingForDigest(Queries queries, long after, int limit) {
    return queries.find(
        "notice.waiting_for_digest",
        WAITING_FOR_DIGEST,
        row ->
            new WaitingDigest(
                row.getLong("person_id"),
                row.getOffsetDateTime("since").toInstant(),
                Optional.ofNullable(row.getString("zone")),
                Optional.ofNullable(row.getInteger("hour"))),
        after,
        limit,
        NoticeTopic.codes());
  }

  /** Returns false where somebody has had the digest of this day. */
  boolean beginDigest(Queries transaction, long person, LocalDate day, Instant now) {
    return transaction.execute("digest.begin", BEGIN_DIGEST, person, day, Sql.utc(now)) > 0;
  }

  List<MailedNotice> take(Queries transaction, long person, NoticeMode mode, Instant now) {
    return transaction.find(
        "notice.take",
        TAKE,
        NoticeMailRepository::toMailed,
        person,
        mode.code(),
        Sql.utc(now),
        NoticeTopic.codes());
  }

  void drop(Queries transaction, long person, Collection<NoticeTopic> topics, Instant now) {
    transaction.execute("notice.drop", DROP, person, NoticeTopic.codes(topics), Sql.utc(now));
  }

  /** What waits of topics that somebody turned off. */
  void dropUnasked(Queries transaction, long person, Collection<NoticeTopic> off, Instant now) {
    dropUnasked(transaction, person, off, Optional.empty(), now);
  }

  /** What waits of an order that somebody muted. */
  void dropUnasked(Queries transaction, long person, OrderId muted, Instant now) {
    dropUnasked(transaction, person, List.of(), Optional.of(muted), now);
  }

  private static void dropUnasked(
      Queries transaction,
      long person,
      Collection<NoticeTopic> off,
      Optional<OrderId> muted,
      Instant now) {
    transaction.execute(
        "notice.drop_unasked",
        DROP_UNASKED,
        person,
        NoticeTopic.codes(off),
        muted.map(OrderId::value).orElse(null),
        Sql.utc(now));
  }

  void forget(Queries queries, Instant digestsBefore) {
    queries.execute("digest.forget", FORGET_DIGESTS, Sql.utc(digestsBefore));
  }

  private static MailedNotice toMailed(Row row) {
    return new MailedNotice(
        row.getLong("number"),
        row.getString("kind"),
        NoticeTopic.of(row.getString("topic")),
        Optional.ofNullable(row.getLong("order_id")),
        Json.read(row.getString("facts"), ObjectNode.class),
        row.getBoolean("owed"),
        row.getBoolean("is_wanted"));
  }
}
