package org.vitrine.forecasting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.forecasting.LineHeardRepository.LineHeard;
import org.vitrine.forecasts.FinishRange;
import org.vitrine.forecasts.PastOrder;
import org.vitrine.forecasts.PastOrder.Heard;
import org.vitrine.forecasts.PastOrder.PastHold;
import org.vitrine.orders.Amount;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;
import org.vitrine.production.FinishForecast.MovedBecause;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.PastLine;

/** Keeps what was heard of lines, and what they were told. */
final class PastLineRepository {
  private static final String BEHIND =
      """
      SELECT o.id
        FROM order_head o
        LEFT JOIN past_order p ON p.order_id = o.id
       WHERE o.id > $1 AND (p.version IS NULL OR p.version < o.version)
       ORDER BY o.id
       LIMIT $2\
      """;

  private static final String BEHIND_AMONG =
      """
      SELECT o.id
        FROM order_head o
        LEFT JOIN past_order p ON p.order_id = o.id
       WHERE o.id = ANY($1) AND (p.version IS NULL OR p.version < o.version)
       ORDER BY o.id\
      """;

  /**
   * What a line was told stays, as long as the line does. What somebody read later is not written
   * over.
   */
  private static final String SAVE =
      """
      WITH read AS (
        SELECT order_id, line, routing, product, quantity, promised_on, heard, stages,
               held_from, held_until, finished_at, is_expected
          FROM jsonb_to_recordset($3::text::jsonb)
            AS r (order_id bigint, line integer, routing text, product text, quantity bigint, promised_on date,
                  heard timestamptz[], stages text[], held_from timestamptz[], held_until timestamptz[],
                  finished_at timestamptz, is_expected boolean)),
      versions AS (
        INSERT INTO past_order (order_id, version)
        SELECT order_id, version FROM unnest($1::bigint[], $2::bigint[]) AS v (order_id, version)
        ON CONFLICT (order_id) DO UPDATE SET version = excluded.version WHERE past_order.version < excluded.version
        RETURNING order_id),
      gone AS (
        DELETE FROM past_line l
         WHERE l.order_id IN (SELECT order_id FROM versions)
           AND NOT EXISTS (SELECT FROM read r WHERE r.order_id = l.order_id AND r.line = l.line))
      INSERT INTO past_line AS l (order_id, line, routing, product, quantity, promised_on, heard, stages,
                                  held_from, held_until, finished_at, is_expected)
      SELECT order_id, line, routing, product, quantity, promised_on, heard, stages,
             held_from, held_until, finished_at, is_expected
        FROM read
       WHERE order_id IN (SELECT order_id FROM versions)
      ON CONFLICT (order_id, line) DO UPDATE
        SET routing = excluded.routing, product = excluded.product, quantity = excluded.quantity,
            promised_on = excluded.promised_on, heard = excluded.heard, stages = excluded.stages,
            held_from = excluded.held_from, held_until = excluded.held_until,
            finished_at = excluded.finished_at, is_expected = excluded.is_expected\
      """;

  private static final String TOLD =
      """
      UPDATE past_line l
         SET told_at = $5, told_half = t.half, told_nine_of_ten = t.nine_of_ten,
             told_quantity = l.quantity, told_promised_on = l.promised_on, told_because = t.because
        FROM unnest($1::bigint[], $2::integer[], $3::timestamptz[], $4::timestamptz[], $6::text[])
               AS t (order_id, line, half, nine_of_ten, because)
       WHERE l.order_id = t.order_id AND l.line = t.line\
      """;

  /** What was told is no news to be read: the version that it led to is known. */
  private static final String CAUGHT_UP =
      """
      UPDATE past_order p
         SET version = o.version
        FROM order_head o
       WHERE p.order_id = ANY($1) AND o.id = p.order_id AND p.version = o.version - 1\
      """;

  /** A line as the database reads it. */
  private record PastLineRow(
      long order_id,
      int line,
      String routing,
      String product,
      Long quantity,
      LocalDate promised_on,
      List<Instant> heard,
      List<String> stages,
      List<Instant> held_from,
      List<String> held_until,
      Instant finished_at,
      boolean is_expected) {}

  List<OrderId> behind(Queries queries, OrderId after, int most) {
    return queries.find(
        "past_line.behind", BEHIND, row -> new OrderId(row.getLong("id")), after.value(), most);
  }

  /** Those of them of which something was heard since they were read. */
  List<OrderId> behind(Queries queries, Collection<OrderId> among) {
    return queries.find(
        "past_line.behind_among",
        BEHIND_AMONG,
        row -> new OrderId(row.getLong("id")),
        (Object) Sql.column(among, OrderId::value, Long[]::new));
  }

  void save(Queries transaction, Collection<OrderSnapshot> read) {
    List<PastLineRow> written = new ArrayList<>();
    for (OrderSnapshot snapshot : read) {
      PastLine.of(snapshot).forEach(line -> written.add(written(snapshot.order().id(), line)));
    }
    transaction.execute(
        "past_line.save",
        SAVE,
        Sql.column(read, one -> one.order().id().value(), Long[]::new),
        Sql.column(read, one -> one.order().version(), Long[]::new),
        Json.text(written));
  }

  private static PastLineRow written(OrderId order, PastLine line) {
    PastOrder past = line.past();
    return new PastLineRow(
        order.value(),
        line.number(),
        line.routing(),
        past.product(),
        line.quantity().map(Amount::thousandths).orElse(null),
        line.promised().orElse(null),
        past.heard().stream().map(Heard::at).toList(),
        past.heard().stream().map(Heard::stage).toList(),
        past.held().stream().map(PastHold::from).toList(),
        past.held().stream()
            .map(hold -> hold.until().map(Instant::toString).orElse("infinity"))
            .toList(),
        past.finished().orElse(null),
        line.isExpected());
  }

  /** What a line was told; no range where there was none. */
  record NowTold(LineHeard line, Optional<FinishRange> range, Optional<MovedBecause> because) {}

  /**
   * The order comes before its lines, as where it is kept what was heard: nobody waits crosswise.
   */
  void told(Queries transaction, List<NowTold> told, Instant at) {
    transaction.execute(
        "past_line.caught_up",
        CAUGHT_UP,
        (Object) Sql.column(told, one -> one.line().order().value(), Long[]::new));
    transaction.execute(
        "past_line.told",
        TOLD,
        Sql.column(told, one -> one.line().order().value(), Long[]::new),
        Sql.column(told, one -> one.line().line().number(), Integer[]::new),
        Sql.column(told, one -> utc(one.range().map(FinishRange::half)), OffsetDateTime[]::new),
        Sql.column(
            told, one -> utc(one.range().map(FinishRange::nineOfTen)), OffsetDateTime[]::new),
        Sql.utc(at),
        Sql.column(told, one -> one.because().map(MovedBecause::name).orElse(null), String[]::new));
  }

  private static OffsetDateTime utc(Optional<Instant> moment) {
    return moment.map(Sql::utc).orElse(null);
  }
}
