package org.vitrine.meetings;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What is open again after meetings, and on whose agenda it stands then, in PostgreSQL. */
final class CarryRepository {
  private static final String NEXT =
      """
      WITH RECURSIVE later AS (
        SELECT m.number, m.state, 1 AS step
          FROM meeting m
         WHERE m.previous = $1
        UNION ALL
        SELECT m.number, m.state, l.step + 1
          FROM later l
          JOIN meeting m ON m.previous = l.number
         WHERE l.step < 100)
      SELECT number
        FROM later
       WHERE state IN ('planned', 'live')
       ORDER BY step, number
       LIMIT 1""";

  private static final String BEFORE =
      """
      WITH RECURSIVE earlier AS (
        SELECT m.previous AS number, 1 AS step
          FROM meeting m
         WHERE m.number = $1
        UNION ALL
        SELECT m.previous, e.step + 1
          FROM earlier e
          JOIN meeting m ON m.number = e.number
         WHERE e.step < 100)
      SELECT number
        FROM earlier
       WHERE number IS NOT NULL
       ORDER BY step DESC""";

  private static final String REOPENED =
      """
      SELECT DISTINCT i.id, i.topic
        FROM agenda_item i
        JOIN item_reopening r ON r.item = i.id
       WHERE r.meeting = $1 AND r.carried_to IS NULL
       ORDER BY i.id""";

  /** What is about the same on that agenda is open again, whatever became of it there. */
  private static final String JOIN =
      """
      UPDATE agenda_item
         SET carried_from = coalesce(carried_from, $2), state = CASE WHEN state = 'merged' THEN state ELSE 'open' END,
             answer = NULL, closed_at = NULL, drop_reason = NULL
       WHERE meeting = $1 AND (carried_from = $2 OR topic = $3)
      RETURNING coalesce(merged_into, id) AS id""";

  private static final String ADD =
      """
      INSERT INTO agenda_item (id, meeting, added_by, topic, title, facts, minutes, opened, carried_from, companies,
                               severity, times, made_at)
      SELECT $1::bigint, $2::bigint, i.added_by, i.topic, i.title, i.facts, i.minutes, i.opened, i.id, i.companies,
             i.severity, i.times, $4::timestamptz
        FROM agenda_item i
       WHERE i.id = $3
      ON CONFLICT DO NOTHING
      RETURNING id""";

  private static final String SOURCES =
      """
      INSERT INTO item_source (company_id, meeting, item, kind, key, facts, weight, is_open, happened_at)
      SELECT s.company_id, $1::bigint, $2::bigint, s.kind, s.key, s.facts, s.weight, s.is_open, s.happened_at
        FROM item_source s
       WHERE s.item = $3
      ON CONFLICT DO NOTHING""";

  private static final String CARRIED =
      """
      UPDATE item_reopening
         SET carried_to = $2
       WHERE item = $1 AND carried_to IS NULL""";

  /** Its copy on an agenda to come, where nothing was said beside it since. */
  private static final String SETTLED =
      """
        FROM agenda_item o, meeting m
       WHERE o.meeting = $1 AND o.state = 'closed' AND n.carried_from = o.id AND n.state = 'open'
         AND m.number = n.meeting AND m.state = 'planned'
         AND NOT EXISTS (SELECT FROM item_reopening r WHERE r.item = o.id)
         AND NOT EXISTS (
               SELECT FROM item_source s
                WHERE s.item = n.id
                  AND NOT EXISTS (SELECT FROM item_source b WHERE (b.item, b.kind, b.key) = (o.id, s.kind, s.key)))""";

  private static final String TO_SETTLE =
      "SELECT DISTINCT n.meeting\n  FROM agenda_item n,\n  LATERAL (SELECT n.id"
          + SETTLED
          + ") AS answered";

  private static final String SETTLE =
      "UPDATE agenda_item n\n   SET state = 'closed', answer = o.answer, closed_at = o.closed_at\n"
          + SETTLED
          + " AND n.meeting = $2";

  private static final String OF_VOICE =
      """
      SELECT s.meeting, s.item
        FROM item_source s
        JOIN meeting m ON m.number = s.meeting
        JOIN agenda_item i ON i.id = s.item
       WHERE s.kind = 'voice' AND s.key = $1 AND m.state IN ('prepared', 'final') AND i.state IN ('closed', 'carried')
       ORDER BY m.starts_at DESC, m.number DESC
       LIMIT 1""";

  private static final String OF_ACTION =
      """
      SELECT l.meeting, l.item
        FROM minute_line l
        JOIN agenda_item i ON i.id = l.item
       WHERE l.action = $1 AND i.state IN ('open', 'closed', 'carried')
       ORDER BY l.written_at DESC
       LIMIT 1""";

  private static final String REOPEN =
      """
      INSERT INTO item_reopening (meeting, item, kind, key, reopened_at)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT DO NOTHING""";

  /** An item of a meeting that is over. */
  record LeftItem(MeetingNumber meeting, long item) {}

  /** An item that has to stand on the next agenda. */
  record OpenItem(long id, Optional<String> topic) {}

  /** The first to come of those that follow this one. */
  Optional<MeetingNumber> next(Queries queries, MeetingNumber meeting) {
    return queries.findOne(
        "carry.next", NEXT, row -> new MeetingNumber(row.getLong("number")), meeting.value());
  }

  /** Those that it follows, the earliest first. */
  List<MeetingNumber> before(Queries queries, MeetingNumber meeting) {
    return queries.find(
        "carry.before", BEFORE, row -> new MeetingNumber(row.getLong("number")), meeting.value());
  }

  /** What was closed in this one, is open again, and stands on no agenda yet. */
  List<OpenItem> reopened(Queries queries, MeetingNumber meeting) {
    return queries.find(
        "carry.reopened",
        REOPENED,
        row -> new OpenItem(row.getLong("id"), Optional.ofNullable(row.getString("topic"))),
        meeting.value());
  }

  /** It stands on that agenda from now on: under what is there about the same, or by itself. */
  void carry(Queries transaction, OpenItem item, MeetingNumber to, Instant now) {
    joined(transaction, item, to)
        .or(() -> added(transaction, item, to, now))
        .ifPresent(
            there -> transaction.execute("carry.sources", SOURCES, to.value(), there, item.id()));
    transaction.execute("carry.carried", CARRIED, item.id(), to.value());
  }

  private static Optional<Long> joined(Queries transaction, OpenItem item, MeetingNumber to) {
    return transaction
        .find(
            "carry.join",
            JOIN,
            row -> row.getLong("id"),
            to.value(),
            item.id(),
            item.topic().orElse(null))
        .stream()
        .findFirst();
  }

  private static Optional<Long> added(
      Queries transaction, OpenItem item, MeetingNumber to, Instant now) {
    return transaction.findOne(
        "carry.add",
        ADD,
        row -> row.getLong("id"),
        ItemKeys.draw(),
        to.value(),
        item.id(),
        Sql.utc(now));
  }

  /**
   * What was answered in a meeting after it had been carried to one that is still to come is
   * answered there too, unless more was said about it since.
   */
  void settle(Queries transaction, MeetingNumber meeting, MeetingNumber there) {
    transaction.execute("carry.settle", SETTLE, meeting.value(), there.value());
  }

  /** Where there is something to answer like that. */
  List<MeetingNumber> toSettle(Queries queries, MeetingNumber meeting) {
    return queries.find(
        "carry.to_settle",
        TO_SETTLE,
        row -> new MeetingNumber(row.getLong("meeting")),
        meeting.value());
  }

  /** Under what this message was dealt with last; nothing where it was not, or is open still. */
  Optional<LeftItem> ofVoice(Queries queries, String key) {
    return queries.findOne("carry.of_voice", OF_VOICE, CarryRepository::toLeft, key);
  }

  /** Under what this action was decided. */
  Optional<LeftItem> ofAction(Queries queries, long number) {
    return queries.findOne("carry.of_action", OF_ACTION, CarryRepository::toLeft, number);
  }

  private static LeftItem toLeft(Row row) {
    return new LeftItem(new MeetingNumber(row.getLong("meeting")), row.getLong("item"));
  }

  void reopen(Queries transaction, LeftItem item, Matter.MatterKind kind, String key, Instant now) {
    transaction.execute(
        "carry.reopen",
        REOPEN,
        item.meeting().value(),
        item.item(),
        kind.code(),
        key,
        Sql.utc(now));
  }
}
