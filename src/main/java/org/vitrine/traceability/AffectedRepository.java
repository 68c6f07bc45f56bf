package org.vitrine.traceability;

import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.Amount;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.database.Queries;
import org.vitrine.traceability.Affected.Location;

/**
 * Where lots and pieces are and whose, in PostgreSQL. The order of a piece that was handed over is
 * another company's, and of no concern to its new owner.
 */
final class AffectedRepository {
  /** What was built into a piece that left is where that is. */
  private static final String FIND =
      """
      WITH RECURSIVE wanted AS MATERIALIZED (
        SELECT n.id, n.kind, n.code, n.key
          FROM unnest($1::bigint[]) AS sought (id)
          JOIN trace_node n ON n.id = sought.id AND n.kind <> 'supplier-lot'),
      inside (id, holder) AS (
        SELECT id, id FROM wanted WHERE kind = 'piece'
        UNION
        SELECT i.id, next.output
          FROM inside i
         CROSS JOIN LATERAL (
           SELECT c.output
             FROM consumption c
             JOIN trace_node n ON n.id = c.output AND n.kind = 'piece'
            WHERE c.input = i.holder AND c.withdrawn_at IS NULL OFFSET 0) next),
      gone AS (
        SELECT DISTINCT ON (i.id) i.id, h.company_id, h.shipped_order, h.shipped_line, h.delivered_on
          FROM inside i
          JOIN piece h ON h.node = i.holder AND h.company_id IS NOT NULL
         ORDER BY i.id, i.holder <> i.id, h.left_on DESC, i.holder),
      placed AS (
        SELECT w.id, w.kind, w.code, w.key,
               coalesce(g.shipped_order, p.order_id, l.order_id, made.order_id) AS order_id,
               CASE WHEN g.shipped_order IS NOT NULL THEN g.shipped_line
                    WHEN coalesce(p.order_id, l.order_id) IS NOT NULL THEN coalesce(p.line, l.line)
                    ELSE made.line END AS line,
               g.company_id, l.thousandths,
               CASE WHEN g.id IS NULL
                    THEN coalesce((SELECT t.station FROM trace_passage t
                                    WHERE t.node = w.id AND t.station IS NOT NULL
                                    ORDER BY t.at DESC LIMIT 1),
                                  p.station, l.station) END AS station,
               CASE WHEN g.id IS NULL THEN 'house'
                    WHEN g.delivered_on IS NULL THEN 'road'
                    ELSE 'customer' END AS whereabouts
          FROM wanted w
          LEFT JOIN lot l ON l.node = w.id
          LEFT JOIN piece p ON p.node = w.id
          LEFT JOIN gone g ON g.id = w.id
          LEFT JOIN LATERAL (
            SELECT t.order_id, t.line
              FROM trace_passage t
             WHERE t.node = w.id
             ORDER BY t.at DESC, t.version DESC
             LIMIT 1) made ON true
        UNION ALL
        SELECT w.id, w.kind, w.code, w.key, s.order_id, s.line, s.company_id, s.thousandths, NULL,
               CASE WHEN s.delivered_on IS NULL THEN 'road' ELSE 'customer' END
          FROM wanted w
          JOIN shipped_lot s ON s.node = w.id)
      SELECT p.id, p.kind, p.code, o.number AS order_number,
             CASE WHEN o.id IS NOT NULL THEN p.line END AS line, p.company_id, p.thousandths, p.whereabouts, p.station
        FROM placed p
        LEFT JOIN order_head o ON o.id = p.order_id AND (p.company_id IS NULL OR o.company_id = p.company_id)
       ORDER BY p.kind, p.key, p.id, p.company_id NULLS FIRST, p.order_id, p.line\
      """;

  List<Affected> find(Queries queries, Collection<Long> nodes) {
    return nodes.isEmpty()
        ? List.of()
        : queries.find(
            "trace.affected",
            FIND,
            AffectedRepository::toAffected,
            (Object) nodes.toArray(Long[]::new));
  }

  private static Affected toAffected(Row row) {
    return new Affected(
        row.getLong("id"),
        NodeKind.of(row.getString("kind")),
        row.getString("code"),
        Optional.ofNullable(row.getString("order_number")).map(OrderNumber::new),
        Optional.ofNullable(row.getInteger("line")),
        Optional.ofNullable(row.getLong("company_id")).map(CompanyId::new),
        Optional.ofNullable(row.getLong("thousandths")).map(Amount::ofThousandths),
        Location.valueOf(row.getString("whereabouts").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.getString("station")));
  }
}
