package org.vitrine.traceability;

import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;
import org.vitrine.production.Made;

/** What reports say was made, as the histories of orders keep it. */
final class MadeRepository {
  /**
   * These reports, those that they correct, and, where an import was taken back, all of the order:
   * what that had corrected counts again. One counts unless another corrects it; of two that
   * correct each other the later does.
   */
  private static final String CONCERNED =
      """
      WITH heard AS MATERIALIZED (
        SELECT e.order_id, e.version, e.kind, e.body
          FROM unnest($1::bigint[], $2::bigint[]) AS told (order_id, version)
          JOIN order_event e ON e.order_id = told.order_id AND e.version = told.version
         WHERE e.kind = 'taken-back'
            OR e.kind = 'reported' AND (e.body -> 'made' IS NOT NULL OR e.body ->> 'corrects' IS NOT NULL)),
      concerned AS (
        SELECT order_id, version FROM heard WHERE body -> 'made' IS NOT NULL
        UNION
        SELECT e.order_id, e.version
          FROM heard h
          JOIN order_event e ON e.order_id = h.order_id AND e.report_id = h.body ->> 'corrects'
        UNION
        SELECT e.order_id, e.version
          FROM heard h
          JOIN order_event e ON e.order_id = h.order_id AND e.body -> 'made' IS NOT NULL
         WHERE h.kind = 'taken-back')
      SELECT e.order_id, e.version, e.happened_at, e.body ->> 'stage' AS stage, e.body ->> 'station' AS station,
             (e.body ->> 'line')::integer AS line, (e.body -> 'made')::text AS made, l.product::text AS product,
             e.kind = 'reported'
               AND NOT EXISTS (
                 SELECT FROM order_event other
                  WHERE other.order_id = e.order_id AND other.kind = 'reported'
                    AND other.body ->> 'corrects' = e.report_id
                    AND (e.body ->> 'corrects' IS DISTINCT FROM other.report_id
                         OR (other.happened_at, other.report_id COLLATE "C")
                            > (e.happened_at, e.report_id COLLATE "C"))) AS counts
        FROM concerned c
        JOIN order_event e ON e.order_id = c.order_id AND e.version = c.version
        LEFT JOIN line_card l ON l.order_id = e.order_id AND l.number = (e.body ->> 'line')::integer
       WHERE e.body -> 'made' IS NOT NULL
       ORDER BY e.order_id, e.version\
      """;

  /**
   * What a report says was made.
   *
   * @param counts whether nothing corrects it, and nobody took it back
   */
  record MadeReport(
      OrderVersion event,
      int line,
      Optional<LocalizedText> product,
      Spot spot,
      Made made,
      boolean counts) {}

  List<MadeReport> concerned(Queries queries, Collection<OrderVersion> events) {
    return queries.find(
        "trace.made_reports",
        CONCERNED,
        MadeRepository::toReport,
        Sql.column(events, event -> event.order().value(), Long[]::new),
        Sql.column(events, OrderVersion::version, Long[]::new));
  }

  private static MadeReport toReport(Row row) {
    return new MadeReport(
        new OrderVersion(new OrderId(row.getLong("order_id")), row.getLong("version")),
        row.getInteger("line"),
        Optional.ofNullable(LocalizedText.stored(row.getString("product"))),
        Spot.of(
            row.getString("stage"),
            row.getString("station"),
            row.getOffsetDateTime("happened_at").toInstant()),
        Json.read(row.getString("made"), Made.class),
        row.getBoolean("counts"));
  }
}
