package org.vitrine.orders;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** The history in PostgreSQL. */
final class HistoryRepository {
  private static final String APPEND =
      """
      WITH raised AS (
        UPDATE orders SET version = version + cardinality($2::text[]), plan_version = version + cardinality($2::text[])
         WHERE id = $1
        RETURNING id, company_id, version - cardinality($2::text[]) AS before)
      INSERT INTO event (company_id, order_id, version, kind, happened_at, recorded_at, source, actor, body)
      SELECT r.company_id, r.id, r.before + e.position, e.kind, e.happened_at, $7, e.source, e.actor, e.body::jsonb
        FROM raised r,
             unnest($2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[])
               WITH ORDINALITY AS e (kind, happened_at, source, actor, body, position)
      RETURNING company_id, order_id, version\
      """;

  private static final String ROUTING_CHANGED =
      """
      WITH concerned AS (
        SELECT id FROM orders
         WHERE id = ANY ($1)
         ORDER BY id
           FOR NO KEY UPDATE),
      raised AS (
        UPDATE orders SET version = version + 1, plan_version = version + 1
         WHERE id IN (SELECT id FROM concerned)
        RETURNING id, company_id, version)
      INSERT INTO event (company_id, order_id, version, kind, happened_at, recorded_at, source, actor, body)
      SELECT company_id, id, version, 'routing-changed', $3, $3, 'manual', $2,
             jsonb_build_object('routing', $4::text, 'version', $5::integer)
        FROM raised
      RETURNING company_id, order_id, version\
      """;

  private static final String COMPANY_CHANGED =
      """
      WITH concerned AS (
        SELECT id FROM orders
         WHERE company_id = $1
         ORDER BY id
           FOR NO KEY UPDATE),
      raised AS (
        UPDATE orders SET version = version + 1
         WHERE id IN (SELECT id FROM concerned)
        RETURNING id, company_id, version)
      INSERT INTO event (company_id, order_id, version, kind, happened_at, recorded_at, source, actor, body)
      SELECT company_id, id, version, 'company-changed', $2, $2, 'manual', 'Vitrine', '{}'
        FROM raised
      RETURNING company_id, order_id, version\
      """;

  private static final String LOCK_ORDERS =
      """
      SELECT id
        FROM orders
       WHERE company_id = $1
       ORDER BY id
         FOR UPDATE\
      """;

  /** Whoever checks reports against an order remembers whose it is: its plan is another now. */
  private static final String ORDERS_MOVED =
      """
      WITH raised AS (
        UPDATE orders SET version = version + 1, plan_version = version + 1
         WHERE id = ANY($1)
        RETURNING id, company_id, version)
      INSERT INTO event (company_id, order_id, version, kind, happened_at, recorded_at, source, actor, body)
      SELECT company_id, id, version, 'company-changed', $2, $2, 'manual', 'Vitrine', '{}'
        FROM raised
      RETURNING company_id, order_id, version\
      """;

  private static final String CALENDAR_CHANGED =
      """
      WITH concerned AS (
        SELECT id FROM orders
         WHERE id = ANY($1)
         ORDER BY id
           FOR NO KEY UPDATE),
      raised AS (
        UPDATE orders SET version = version + 1
         WHERE id IN (SELECT id FROM concerned)
        RETURNING id, company_id, version)
      INSERT INTO event (company_id, order_id, version, kind, happened_at, recorded_at, source, actor, body)
      SELECT company_id, id, version, 'calendar-changed', $4, $4, 'manual', $3, jsonb_build_object('calendar', $2::text)
        FROM raised
      RETURNING company_id, order_id, version\
      """;

  private static final String CARRIER_CHANGED =
      """
      WITH concerned AS (
        SELECT id FROM orders
         WHERE id IN (SELECT order_id FROM shipment WHERE carrier = $1 AND withdrawn IS NULL)
         ORDER BY id
           FOR NO KEY UPDATE),
      raised AS (
        UPDATE orders SET version = version + 1
         WHERE id IN (SELECT id FROM concerned)
        RETURNING id, company_id, version)
      INSERT INTO event (company_id, order_id, version, kind, happened_at, recorded_at, source, actor, body)
      SELECT company_id, id, version, 'carrier-changed', $3, $3, 'manual', $2, jsonb_build_object('carrier', $4::text)
        FROM raised
      RETURNING company_id, order_id, version\
      """;

  private static final String DOUBTED =
      """
      WITH said AS (
        SELECT order_id, line, stage, matter, kind,
               row_number() OVER (PARTITION BY order_id ORDER BY position) AS nth
          FROM unnest($1::bigint[], $2::integer[], $3::text[], $4::text[], $5::text[])
                 WITH ORDINALITY AS s (order_id, line, stage, matter, kind, position)),
      concerned AS (
        SELECT id FROM orders
         WHERE id = ANY($1)
         ORDER BY id
           FOR NO KEY UPDATE),
      raised AS (
        UPDATE orders o SET version = o.version + s.entries, plan_version = o.version + s.entries
          FROM (SELECT order_id, max(nth) AS entries FROM said GROUP BY order_id) s
         WHERE o.id = s.order_id AND o.id IN (SELECT id FROM concerned)
        RETURNING o.id, o.company_id, o.version - s.entries AS before)
      INSERT INTO event (company_id, order_id, version, kind, happened_at, recorded_at, source, actor, body)
      SELECT r.company_id, r.id, r.before + s.nth, s.kind, $7, $7, 'manual', $6,
             jsonb_strip_nulls(jsonb_build_object('line', s.line, 'stage', s.stage, 'matter', s.matter))
        FROM raised r
        JOIN said s ON s.order_id = r.id
      RETURNING company_id, order_id, version\
      """;

  private static final String FORECASTS_TOLD =
      """
      WITH told AS (
        SELECT order_id, body FROM unnest($1::bigint[], $2::text[]) AS t (order_id, body)),
      concerned AS (
        SELECT id FROM orders
         WHERE id = ANY($1)
         ORDER BY id
           FOR NO KEY UPDATE),
      raised AS (
        UPDATE orders SET version = version + 1
         WHERE id IN (SELECT id FROM concerned)
        RETURNING id, company_id, version)
      INSERT INTO event (company_id, order_id, version, kind, happened_at, recorded_at, source, actor, body)
      SELECT r.company_id, r.id, r.version, 'forecast-told', $3, $3, 'inferred', 'Vitrine', told.body::jsonb
        FROM raised r
        JOIN told ON told.order_id = r.id
      RETURNING company_id, order_id, version\
      """;

  /** Returns what the order came to with each entry. */
  List<Change> append(
      Queries transaction, OrderId order, List<History.NewEvent> entries, Instant now) {
    if (entries.isEmpty()) {
      return List.of();
    }
    return transaction.find(
        "history.append",
        APPEND,
        HistoryRepository::toChange,
        order.value(),
        Sql.column(entries, entry -> entry.kind().code(), String[]::new),
        Sql.column(entries, entry -> Sql.utc(entry.happenedAt()), OffsetDateTime[]::new),
        Sql.column(entries, History.NewEvent::source, String[]::new),
        Sql.column(entries, History.NewEvent::actor, String[]::new),
        Sql.column(entries, entry -> Json.text(entry.body()), String[]::new),
        Sql.utc(now));
  }

  List<Change> routingChanged(
      Queries transaction, Collection<OrderId> orders, RoutingVersions.RoutingChange change) {
    return transaction.find(
        "history.routing_changed",
        ROUTING_CHANGED,
        HistoryRepository::toChange,
        orders.stream().map(OrderId::value).toArray(Long[]::new),
        change.actor(),
        Sql.utc(change.at()),
        change.routing(),
        change.version());
  }

  List<Change> calendarChanged(
      Queries transaction, List<OrderId> orders, String calendar, String actor, Instant now) {
    return transaction.find(
        "history.calendar_changed",
        CALENDAR_CHANGED,
        HistoryRepository::toChange,
        orders.stream().map(OrderId::value).toArray(Long[]::new),
        calendar,
        actor,
        Sql.utc(now));
  }

  List<Change> forecastsTold(Queries transaction, Map<OrderId, Object> told, Instant now) {
    List<Map.Entry<OrderId, Object>> entries = List.copyOf(told.entrySet());
    return transaction.find(
        "history.forecasts_told",
        FORECASTS_TOLD,
        HistoryRepository::toChange,
        Sql.column(entries, entry -> entry.getKey().value(), Long[]::new),
        Sql.column(entries, entry -> Json.text(entry.getValue()), String[]::new),
        Sql.utc(now));
  }

  List<Change> companyChanged(Queries transaction, CompanyId company, Instant now) {
    return transaction.find(
        "history.company_changed",
        COMPANY_CHANGED,
        HistoryRepository::toChange,
        company.value(),
        Sql.utc(now));
  }

  /** A company's orders, which nobody else changes until the transaction ends. */
  List<OrderId> lockOrders(Queries transaction, CompanyId company) {
    return transaction.find(
        "history.lock_orders", LOCK_ORDERS, row -> new OrderId(row.getLong("id")), company.value());
  }

  List<Change> ordersMoved(Queries transaction, List<OrderId> orders, Instant now) {
    return transaction.find(
        "history.orders_moved",
        ORDERS_MOVED,
        HistoryRepository::toChange,
        orders.stream().map(OrderId::value).toArray(Long[]::new),
        Sql.utc(now));
  }

  List<Change> carrierChanged(Queries transaction, Carrier carrier, String actor, Instant now) {
    return transaction.find(
        "history.carrier_changed",
        CARRIER_CHANGED,
        HistoryRepository::toChange,
        carrier.code(),
        actor,
        Sql.utc(now),
        carrier.name());
  }

  List<Change> doubted(
      Queries transaction, List<Doubts.SaidDoubt> said, String actor, Instant now) {
    List<Doubts.Doubt> doubts = said.stream().map(Doubts.SaidDoubt::doubt).toList();
    return transaction.find(
        "history.doubted",
        DOUBTED,
        HistoryRepository::toChange,
        Sql.column(doubts, doubt -> doubt.order().value(), Long[]::new),
        Sql.column(doubts, doubt -> doubt.line().orElse(null), Integer[]::new),
        Sql.column(doubts, doubt -> doubt.stage().orElse(null), String[]::new),
        Sql.column(doubts, Doubts.Doubt::matter, String[]::new),
        Sql.column(said, one -> one.kind().code(), String[]::new),
        actor,
        Sql.utc(now));
  }

  private static Change toChange(Row row) {
    return new OrderVersion(new OrderId(row.getLong("order_id")), row.getLong("version"))
        .asChange(new CompanyId(row.getLong("company_id")));
  }
}
