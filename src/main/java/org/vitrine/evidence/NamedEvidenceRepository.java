package org.vitrine.evidence;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;
import org.vitrine.production.Report;

/** Which evidence reports name, as the histories of orders keep it. */
final class NamedEvidenceRepository {
  /**
   * These reports, those that they correct, and, where an import was taken back, all of the order.
   * One counts unless another corrects it; of two that correct each other the later does.
   */
  private static final String CONCERNED =
      """
      WITH heard AS MATERIALIZED (
        SELECT e.order_id, e.version, e.kind, e.body
          FROM unnest($1::bigint[], $2::bigint[]) AS told (order_id, version)
          JOIN order_event e ON e.order_id = told.order_id AND e.version = told.version
         WHERE e.kind = 'taken-back'
            OR e.kind = 'reported' AND (e.body -> 'evidence' IS NOT NULL OR e.body ->> 'corrects' IS NOT NULL)),
      concerned AS (
        SELECT order_id, version FROM heard WHERE body -> 'evidence' IS NOT NULL
        UNION
        SELECT e.order_id, e.version
          FROM heard h
          JOIN order_event e ON e.order_id = h.order_id AND e.report_id = h.body ->> 'corrects'
        UNION
        SELECT e.order_id, e.version
          FROM heard h
          JOIN order_event e ON e.order_id = h.order_id AND e.body -> 'evidence' IS NOT NULL
         WHERE h.kind = 'taken-back')
      SELECT e.company_id, e.order_id, e.version, e.happened_at, e.actor, e.body::text AS body,
             ARRAY(SELECT jsonb_array_elements_text(e.body -> 'evidence')) AS evidence,
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
       WHERE e.body -> 'evidence' IS NOT NULL
       ORDER BY e.order_id, e.version\
      """;

  /**
   * A report that names evidence.
   *
   * @param report what it says of the place
   * @param counts whether nothing corrects it, and nobody took it back
   */
  record NamingReport(
      CompanyId company,
      OrderVersion event,
      Report report,
      NamedBy by,
      List<EvidenceHash> evidence,
      boolean counts) {}

  /** Who said it, and when it happened by what they say. */
  record NamedBy(String actor, Instant happenedAt) {}

  List<NamingReport> concerned(Queries queries, Collection<OrderVersion> events) {
    return queries.find(
        "evidence.named",
        CONCERNED,
        NamedEvidenceRepository::toReport,
        Sql.column(events, event -> event.order().value(), Long[]::new),
        Sql.column(events, OrderVersion::version, Long[]::new));
  }

  private static NamingReport toReport(Row row) {
    return new NamingReport(
        new CompanyId(row.getLong("company_id")),
        new OrderVersion(new OrderId(row.getLong("order_id")), row.getLong("version")),
        Json.read(row.getString("body"), Report.class),
        new NamedBy(row.getString("actor"), row.getOffsetDateTime("happened_at").toInstant()),
        Arrays.stream(row.getArrayOfStrings("evidence")).map(EvidenceHash::new).toList(),
        row.getBoolean("counts"));
  }
}
