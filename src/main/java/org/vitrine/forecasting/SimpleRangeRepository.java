package org.vitrine.forecasting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.forecasting.MethodComparison.ComparedMethod;
import org.vitrine.forecasts.FinishRange;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What simple methods would have said where a range was told. */
final class SimpleRangeRepository {
  /** The newest first: of very many, those that are left out are the oldest. */
  private static final String TO_COMPARE =
      """
      SELECT t.order_id, t.line, t.routing, t.stage, t.product, t.told_at,
             coalesce((SELECT max(h.at) FROM unnest(l.heard) AS h (at) WHERE h.at <= t.told_at), t.told_at) AS heard_at
        FROM told_range t
        JOIN past_line l ON l.order_id = t.order_id AND l.line = t.line
       WHERE NOT t.compared
       ORDER BY t.told_at DESC
       LIMIT $1\
      """;

  private static final String SAVE =
      """
      WITH compared AS (
        UPDATE told_range t
           SET compared = true
          FROM unnest($1::bigint[], $2::integer[], $3::text[]) AS c (order_id, line, stage)
         WHERE t.order_id = c.order_id AND t.line = c.line AND t.stage = c.stage)
      INSERT INTO simple_range (order_id, line, stage, method, half, nine_of_ten)
      SELECT s.order_id, s.line, s.stage, s.method, s.half, s.nine_of_ten
        FROM unnest($4::bigint[], $5::integer[], $6::text[], $7::text[], $8::timestamptz[], $9::timestamptz[])
               AS s (order_id, line, stage, method, half, nine_of_ten)
      ON CONFLICT DO NOTHING\
      """;

  /**
   * Of tellings of which every method said something, judged as they are everywhere: on the last
   * day of what was shown, whether the line was ready by then or not.
   */
  private static final String COMPARED =
      """
      WITH judged AS (
        SELECT t.order_id, t.line, t.stage, t.told_at, t.half, t.nine_of_ten, l.finished_at
          FROM told_range t
          JOIN past_line l ON l.order_id = t.order_id AND l.line = t.line
         WHERE t.nine_of_ten_held IS NOT NULL AND t.nine_of_ten >= $1
           AND (SELECT count(*) FROM simple_range s
                 WHERE s.order_id = t.order_id AND s.line = t.line AND s.stage = t.stage) = $3),
      said AS (
        SELECT 'shown' AS method, order_id, line, told_at, half, nine_of_ten, finished_at FROM judged
        UNION ALL
        SELECT s.method, j.order_id, j.line, j.told_at, s.half, s.nine_of_ten, j.finished_at
          FROM judged j
          JOIN simple_range s ON s.order_id = j.order_id AND s.line = j.line AND s.stage = j.stage),
      apart AS (
        SELECT method,
               coalesce(finished_at <= half, false) AS half_held,
               coalesce(finished_at <= nine_of_ten, false) AS held,
               extract(epoch FROM coalesce(finished_at, $2) - half) / 86400 AS after_half,
               extract(epoch FROM coalesce(finished_at, $2) - nine_of_ten) / 86400 AS after_most,
               abs(extract(epoch FROM nine_of_ten - lag(nine_of_ten) OVER line)) / 86400 AS moved
          FROM said
        WINDOW line AS (PARTITION BY method, order_id, line ORDER BY told_at))
      SELECT method, count(*) AS ranges,
             count(*) FILTER (WHERE half_held) AS half_held,
             count(*) FILTER (WHERE held) AS held,
             round(avg((greatest(0.5 * after_half, -0.5 * after_half)
                        + greatest(0.9 * after_most, -0.1 * after_most)) / 2), 2) AS off,
             round(avg(moved), 2) AS moved
        FROM apart
       GROUP BY method
       ORDER BY method <> 'shown', off, method\
      """;

  /**
   * A range that was told.
   *
   * @param heardAt when the last report before was
   */
  record FirstTelling(
      OrderId order,
      int line,
      String routing,
      String stage,
      String product,
      Instant toldAt,
      Instant heardAt) {}

  /** What simple methods would have said instead. */
  record SimplySaid(FirstTelling told, Map<String, FinishRange> ranges) {}

  private record OneSaid(FirstTelling told, String method, FinishRange range) {}

  List<FirstTelling> toCompare(Queries queries, int most) {
    return queries.find(
        "simple_range.to_compare",
        TO_COMPARE,
        row ->
            new FirstTelling(
                new OrderId(row.getLong("order_id")),
                row.getInteger("line"),
                row.getString("routing"),
                row.getString("stage"),
                row.getString("product"),
                row.getOffsetDateTime("told_at").toInstant(),
                row.getOffsetDateTime("heard_at").toInstant()),
        most);
  }

  void save(Queries queries, List<SimplySaid> said) {
    List<OneSaid> all = new ArrayList<>();
    said.forEach(
        one ->
            one.ranges()
                .forEach((method, range) -> all.add(new OneSaid(one.told(), method, range))));
    queries.execute(
        "simple_range.save",
        SAVE,
        Sql.column(said, one -> one.told().order().value(), Long[]::new),
        Sql.column(said, one -> one.told().line(), Integer[]::new),
        Sql.column(said, one -> one.told().stage(), String[]::new),
        Sql.column(all, one -> one.told().order().value(), Long[]::new),
        Sql.column(all, one -> one.told().line(), Integer[]::new),
        Sql.column(all, one -> one.told().stage(), String[]::new),
        Sql.column(all, OneSaid::method, String[]::new),
        Sql.column(all, one -> Sql.utc(one.range().half()), OffsetDateTime[]::new),
        Sql.column(all, one -> Sql.utc(one.range().nineOfTen()), OffsetDateTime[]::new));
  }

  /**
   * What is shown first, then the others, the nearest first; of ranges whose last day has come
   * since.
   *
   * @param now until when a line is late that is not ready
   */
  List<ComparedMethod> compared(Queries queries, Instant since, Instant now) {
    return queries.find(
        "simple_range.compared",
        COMPARED,
        row ->
            new ComparedMethod(
                row.getString("method"),
                row.getInteger("ranges"),
                row.getInteger("half_held"),
                row.getInteger("held"),
                row.getBigDecimal("off").doubleValue(),
                Optional.ofNullable(row.getBigDecimal("moved")).map(days -> days.doubleValue())),
        Sql.utc(since),
        Sql.utc(now),
        MethodComparison.METHODS);
  }
}
