package org.vitrine.notices;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Which orders are to be looked at, and when, in PostgreSQL. */
final class RiskWatchRepository {
  /** A moment after the one that was told says that it was away: else it would not be heard of. */
  private static final String WATCH =
      """
      INSERT INTO risk_watch (order_id, risk, look_at)
      SELECT w.order_id, w.risk, min(w.look_at)
        FROM unnest($1::bigint[], $2::text[], $3::timestamptz[]) AS w (order_id, risk, look_at)
        JOIN order_head h ON h.id = w.order_id
       GROUP BY w.order_id, w.risk
       ORDER BY w.order_id, w.risk
      ON CONFLICT (order_id, risk) DO UPDATE
         SET look_at = least(risk_watch.look_at, excluded.look_at),
             told_from = CASE WHEN excluded.look_at <= risk_watch.told_from THEN risk_watch.told_from END""";

  /** Whoever looks at this moment has perhaps not seen what moved, and looks once more. */
  private static final String WATCH_DATES =
      """
      INSERT INTO risk_watch (order_id, risk, look_at)
      SELECT w.order_id, $3, $4
        FROM unnest($1::bigint[], $2::boolean[]) AS w (order_id, moved)
        JOIN order_head h ON h.id = w.order_id
       WHERE w.moved OR NOT EXISTS (SELECT FROM risk_watch r WHERE r.order_id = w.order_id AND r.risk = $3)
       ORDER BY w.order_id
      ON CONFLICT (order_id, risk) DO UPDATE SET look_at = excluded.look_at""";

  private static final String DUE =
      """
      SELECT w.order_id, w.risk, w.look_at, w.told_from, h.company_id
        FROM risk_watch w
        JOIN order_head h ON h.id = w.order_id
       WHERE w.look_at <= $1
       ORDER BY w.look_at
       LIMIT $2""";

  /** Unless somebody else has looked meanwhile. */
  private static final String LOOKED =
      """
      UPDATE risk_watch
         SET look_at = $4, told_from = $5
       WHERE order_id = $1 AND risk = $2 AND look_at = $3""";

  private static final String OVER =
      """
      DELETE FROM risk_watch
       WHERE order_id = $1 AND risk = $2 AND look_at = $3""";

  /** A risk of an order, and the moment from which it is one. */
  record AwaitedRisk(long order, String risk, Instant from) {}

  /** A risk whose moment has come, when it was last heard of. */
  record DueRisk(
      OrderId order, long company, String risk, Instant lookAt, Optional<Instant> toldFrom) {}

  void watch(Queries transaction, List<AwaitedRisk> risks) {
    if (risks.isEmpty()) {
      return;
    }
    transaction.execute(
        "risk_watch.watch",
        WATCH,
        column(risks, AwaitedRisk::order, Long[]::new),
        column(risks, AwaitedRisk::risk, String[]::new),
        column(risks, risk -> Sql.utc(risk.from()), OffsetDateTime[]::new));
  }

  /**
   * Looks now whether these orders are late, and from when.
   *
   * @param dates false of an order that is looked at only where it is not under watch
   */
  void watchDates(Queries transaction, Map<Long, Boolean> dates, Instant now) {
    if (dates.isEmpty()) {
      return;
    }
    List<Map.Entry<Long, Boolean>> rows = List.copyOf(dates.entrySet());
    transaction.execute(
        "risk_watch.watch_dates",
        WATCH_DATES,
        column(rows, Map.Entry::getKey, Long[]::new),
        column(rows, Map.Entry::getValue, Boolean[]::new),
        RiskWatch.LATE,
        Sql.utc(now));
  }

  List<DueRisk> due(Queries queries, Instant now, int limit) {
    return queries.find("risk_watch.due", DUE, RiskWatchRepository::toDue, Sql.utc(now), limit);
  }

  /** Returns false where somebody else was faster. */
  boolean looked(Queries transaction, DueRisk due, Instant again, Optional<Instant> toldFrom) {
    return transaction.execute(
            "risk_watch.looked",
            LOOKED,
            due.order().value(),
            due.risk(),
            Sql.utc(due.lookAt()),
            Sql.utc(again),
            toldFrom.map(Sql::utc).orElse(null))
        > 0;
  }

  void over(Queries transaction, DueRisk due) {
    transaction.execute(
        "risk_watch.over", OVER, due.order().value(), due.risk(), Sql.utc(due.lookAt()));
  }

  private static DueRisk toDue(Row row) {
    OffsetDateTime told = row.getOffsetDateTime("told_from");
    return new DueRisk(
        new OrderId(row.getLong("order_id")),
        row.getLong("company_id"),
        row.getString("risk"),
        row.getOffsetDateTime("look_at").toInstant(),
        Optional.ofNullable(told).map(OffsetDateTime::toInstant));
  }

  private static <S, T> T[] column(List<S> rows, Function<S, T> of, IntFunction<T[]> array) {
    return rows.stream().map(of).toArray(array);
  }
}
