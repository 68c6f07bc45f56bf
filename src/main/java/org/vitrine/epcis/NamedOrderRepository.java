package org.vitrine.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.Line;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Orders and their histories, as far as events follow from them. */
final class NamedOrderRepository {
  private static final String BY_NUMBER =
      """
      SELECT id, company_id, number, '[]' AS lines
        FROM order_head
       WHERE number_key = ANY($1)\
      """;

  private static final String BY_ID =
      """
      SELECT id, company_id, number, lines_of(id)::text AS lines
        FROM order_head
       WHERE id = ANY($1)\
      """;

  /**
   * What happened, and of a report that corrects another, of a shipment that is withdrawn and of an
   * import that was taken back the entries that count no longer. Looked for in these only: a
   * history may be long.
   */
  private static final String HAPPENED =
      """
      SELECT e.order_id, e.version, e.kind, e.happened_at, e.body::text AS body,
             CASE
               WHEN e.kind = 'reported' AND e.body ->> 'corrects' IS NOT NULL THEN
                 ARRAY(SELECT other.version FROM order_event other
                        WHERE other.order_id = e.order_id AND other.report_id = e.body ->> 'corrects')
               WHEN e.kind = 'shipment-withdrawn' THEN
                 ARRAY(SELECT other.version FROM order_event other
                        WHERE other.order_id = e.order_id AND other.kind = 'shipped' AND other.version < e.version
                          AND other.body ->> 'shipment' = e.body ->> 'shipment')
               WHEN e.kind = 'taken-back' THEN
                 ARRAY(SELECT other.version FROM order_event other
                        WHERE other.order_id = e.order_id AND other.kind = 'taken-back' AND other.version < e.version)
               ELSE '{}'
             END AS undone
        FROM unnest($1::bigint[], $2::bigint[]) AS told (order_id, version)
        JOIN order_event e ON e.order_id = told.order_id AND e.version = told.version
       ORDER BY e.order_id, e.version\
      """;

  /** An order that an event may be about. */
  record NamedOrder(OrderId id, CompanyId company, OrderNumber number, List<Line> lines) {}

  Map<String, NamedOrder> byNumber(Queries queries, Collection<String> numberKeys) {
    Map<String, NamedOrder> found = new HashMap<>();
    queries.find(
        "epcis_order.by_number",
        BY_NUMBER,
        row -> {
          NamedOrder order = toOrder(row);
          return found.put(order.number().key(), order);
        },
        (Object) numberKeys.toArray(String[]::new));
    return found;
  }

  Map<OrderId, NamedOrder> byId(Queries queries, Collection<OrderId> ids) {
    Map<OrderId, NamedOrder> found = new HashMap<>();
    queries.find(
        "epcis_order.by_id",
        BY_ID,
        row -> {
          NamedOrder order = toOrder(row);
          return found.put(order.id(), order);
        },
        (Object) ids.stream().map(OrderId::value).toArray(Long[]::new));
    return found;
  }

  private static NamedOrder toOrder(Row row) {
    return new NamedOrder(
        new OrderId(row.getLong("id")),
        new CompanyId(row.getLong("company_id")),
        new OrderNumber(row.getString("number")),
        List.of(Json.read(row.getString("lines"), Line[].class)));
  }

  List<HistoryFact> happened(Queries queries, Collection<OrderVersion> told) {
    return queries.find(
        "epcis_order.happened",
        HAPPENED,
        NamedOrderRepository::toFact,
        Sql.column(told, one -> one.order().value(), Long[]::new),
        Sql.column(told, OrderVersion::version, Long[]::new));
  }

  private static HistoryFact toFact(Row row) {
    Instant at = row.getOffsetDateTime("happened_at").toInstant();
    return new HistoryFact(
        new OrderId(row.getLong("order_id")),
        row.getLong("version"),
        row.getString("kind"),
        at,
        Json.read(row.getString("body"), JsonNode.class),
        List.of(row.getArrayOfLongs("undone")));
  }
}
