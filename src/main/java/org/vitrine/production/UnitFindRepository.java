package org.vitrine.production;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderKey;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** The units that readings name, in PostgreSQL. */
final class UnitFindRepository {
  private static final String NAMED_BY_EVENTS =
      """
      SELECT e.company_id, e.order_id, o.number, e.body ->> 'unit' AS unit, min(e.happened_at) AS at
        FROM unnest($1::bigint[], $2::bigint[]) AS k (order_id, version)
        JOIN order_event e ON e.order_id = k.order_id AND e.version = k.version
        JOIN order_head o ON o.id = e.order_id
       WHERE e.kind = 'reported' AND e.body ->> 'unit' IS NOT NULL
       GROUP BY e.company_id, e.order_id, o.number, unit
       ORDER BY at\
      """;

  private static final String NAMED_IN_ORDERS =
      """
      SELECT o.company_id, e.order_id, o.number, e.body ->> 'unit' AS unit, min(e.happened_at) AS at
        FROM order_event e
        JOIN order_head o ON o.id = e.order_id
       WHERE e.order_id = ANY($1) AND e.kind = 'reported' AND e.body ->> 'unit' IS NOT NULL
       GROUP BY o.company_id, e.order_id, o.number, unit
       ORDER BY at\
      """;

  private static final String AFTER =
      """
      SELECT id
        FROM order_head
       WHERE id > $1
       ORDER BY id
       LIMIT $2\
      """;

  /** A unit that was measured, as the plant calls it. */
  record NamedUnit(CompanyId company, long order, String orderNumber, String unit, Instant at) {}

  List<NamedUnit> namedByEvents(Queries queries, Collection<OrderKey> events) {
    return queries.find(
        "unit.named_by_events",
        NAMED_BY_EVENTS,
        UnitFindRepository::toUnit,
        Sql.column(events, OrderKey::order, Long[]::new),
        Sql.column(events, event -> event.version().orElseThrow(), Long[]::new));
  }

  List<NamedUnit> namedInOrders(Queries queries, Collection<OrderKey> orders) {
    return queries.find(
        "unit.named_in_orders",
        NAMED_IN_ORDERS,
        UnitFindRepository::toUnit,
        (Object) Sql.column(orders, OrderKey::order, Long[]::new));
  }

  private static NamedUnit toUnit(Row row) {
    return new NamedUnit(
        new CompanyId(row.getLong("company_id")),
        row.getLong("order_id"),
        row.getString("number"),
        row.getString("unit"),
        row.getOffsetDateTime("at").toInstant());
  }

  /** The keys of the orders after this one. */
  List<String> after(Queries queries, String key, int limit) {
    return queries.find(
        "unit.orders_after",
        AFTER,
        row -> String.valueOf(row.getLong("id")),
        key.isEmpty() ? 0L : Long.parseLong(key),
        limit);
  }
}
