package org.vitrine.meetings;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Which orders are to be looked at for agendas, and what came of them, in PostgreSQL. */
final class OrderMatterRepository {
  private static final String MARK =
      """
      INSERT INTO matter_due (order_id, line, requirement, happened_at, marked_at)
      SELECT o.id, $2, $3, $4, $5
        FROM order_head o
       WHERE o.id = $1
      ON CONFLICT (order_id, line, requirement) DO UPDATE SET marked_at = excluded.marked_at""";

  private static final String DUE =
      """
      SELECT order_id, line, requirement, happened_at, marked_at
        FROM matter_due
       WHERE order_id IN (SELECT order_id FROM matter_due ORDER BY marked_at LIMIT $1)""";

  private static final String DONE =
      """
      DELETE FROM matter_due
       WHERE order_id = $1 AND marked_at <= $2""";

  private static final String MARK_MOVED =
      """
      INSERT INTO matter_due (order_id, line, requirement, happened_at, marked_at)
      SELECT DISTINCT m.order_id, 0, '', $1::timestamptz, $1::timestamptz
        FROM matter m
        JOIN order_head o ON o.id = m.order_id
       WHERE m.is_open AND m.kind IN ('requirement', 'promise') AND o.version > coalesce(m.order_version, 0)
      ON CONFLICT (order_id, line, requirement) DO NOTHING""";

  private static final String LOOKED_AT =
      """
      UPDATE matter
         SET order_version = $2
       WHERE order_id = $1 AND kind IN ('requirement', 'promise')""";

  private static final String SOLVE =
      """
      UPDATE matter
         SET is_open = false, changed_at = $3
       WHERE order_id = $1 AND kind IN ('requirement', 'promise') AND is_open AND NOT key = ANY($2::text[])""";

  private static final String YIELD =
      """
      INSERT INTO stage_yield (order_id, line, stage, product, ended_on, first_pass, rejected)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (order_id, line, stage) DO UPDATE
         SET product = excluded.product, ended_on = excluded.ended_on, first_pass = excluded.first_pass,
             rejected = excluded.rejected""";

  private static final String OUTCOME =
      """
      INSERT INTO promise_outcome (order_id, ended_on, kept)
      VALUES ($1, $2, $3)
      ON CONFLICT (order_id) DO UPDATE SET ended_on = excluded.ended_on, kept = excluded.kept""";

  private static final String YIELDS =
      """
      SELECT date_trunc('week', ended_on)::date AS begins, sum(first_pass)::bigint AS part,
             sum(first_pass + rejected)::bigint AS total
        FROM stage_yield
       WHERE stage = $1 AND ended_on >= $2
       GROUP BY begins
       ORDER BY begins""";

  private static final String REJECTS =
      """
      SELECT date_trunc('week', ended_on)::date AS begins, sum(rejected)::bigint AS part,
             sum(first_pass + rejected)::bigint AS total
        FROM stage_yield
       WHERE product = $1 AND ended_on >= $2
       GROUP BY begins
       ORDER BY begins""";

  private static final String KEPT =
      """
      SELECT date_trunc('month', ended_on)::date AS begins, count(*) FILTER (WHERE kept) AS part, count(*) AS total
        FROM promise_outcome
       WHERE ended_on >= $1
       GROUP BY begins
       ORDER BY begins""";

  /**
   * A week or a month of a chart: so many of all, in pieces or promises; pieces in thousandths.
   *
   * @param from its first day
   */
  record ChartPoint(LocalDate from, long part, long all) {}

  /**
   * What happened to an order that is to be looked at.
   *
   * @param requirement which failed; empty where none did
   */
  record DueLook(
      OrderId order, int line, String requirement, Instant happenedAt, Instant markedAt) {}

  /** What a stage of a line came to, in thousandths of a piece. */
  record StageYield(
      int line, String stage, String product, LocalDate endedOn, long firstPass, long rejected) {}

  void mark(
      Queries transaction,
      OrderId order,
      int line,
      String requirement,
      Instant happenedAt,
      Instant now) {
    transaction.execute(
        "matter_due.mark",
        MARK,
        order.value(),
        line,
        requirement,
        Sql.utc(happenedAt),
        Sql.utc(now));
  }

  /** Orders of which something open was found, and to which something happened since. */
  void markMoved(Queries queries, Instant now) {
    queries.execute("matter_due.mark_moved", MARK_MOVED, Sql.utc(now));
  }

  List<DueLook> due(Queries queries, int most) {
    return queries.find(
        "matter_due.due",
        DUE,
        row ->
            new DueLook(
                new OrderId(row.getLong("order_id")),
                row.getInteger("line"),
                row.getString("requirement"),
                row.getOffsetDateTime("happened_at").toInstant(),
                row.getOffsetDateTime("marked_at").toInstant()),
        most);
  }

  /** What was marked later is looked at again. */
  void done(Queries transaction, OrderId order, Instant markedUntil) {
    transaction.execute("matter_due.done", DONE, order.value(), Sql.utc(markedUntil));
  }

  void lookedAt(Queries transaction, OrderId order, long version) {
    transaction.execute("matter.looked_at", LOOKED_AT, order.value(), version);
  }

  /** All but these of its matters are solved. */
  void solveOthers(Queries transaction, OrderId order, Collection<String> open, Instant now) {
    OffsetDateTime at = Sql.utc(now);
    transaction.execute("matter.solve", SOLVE, order.value(), open.toArray(String[]::new), at);
  }

  void keep(Queries transaction, OrderId order, StageYield one) {
    transaction.execute(
        "stage_yield.keep",
        YIELD,
        order.value(),
        one.line(),
        one.stage(),
        one.product(),
        one.endedOn(),
        one.firstPass(),
        one.rejected());
  }

  void keep(Queries transaction, OrderId order, LocalDate endedOn, boolean kept) {
    transaction.execute("promise_outcome.keep", OUTCOME, order.value(), endedOn, kept);
  }

  /** Good at the first go at this stage, by week. */
  List<ChartPoint> yields(Queries queries, String stage, LocalDate since) {
    return queries.find(
        "stage_yield.by_week", YIELDS, OrderMatterRepository::toPoint, stage, since);
  }

  /** Rejected pieces of this product, by week. */
  List<ChartPoint> rejects(Queries queries, String product, LocalDate since) {
    return queries.find(
        "stage_yield.rejects", REJECTS, OrderMatterRepository::toPoint, product, since);
  }

  /** Promises that were kept, by month. */
  List<ChartPoint> kept(Queries queries, LocalDate since) {
    return queries.find("promise_outcome.kept", KEPT, OrderMatterRepository::toPoint, since);
  }

  private static ChartPoint toPoint(Row row) {
    return new ChartPoint(row.getLocalDate("begins"), row.getLong("part"), row.getLong("total"));
  }
}
