package org.vitrine.production;

import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.CompanyKind;
import org.vitrine.companies.Tier;
import org.vitrine.orders.Event;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.Order;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Shipment;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** Reads orders, whole or from where they are known: one statement, hence one snapshot. */
final class OrderSnapshotRepository {
  /** Of what was told of a forecast only the newest counts. */
  private static final String EVENTS =
      """
      (SELECT coalesce(json_agg(json_build_object(
                       'version', e.version, 'kind', e.kind, 'reportId', e.report_id,
                       'happenedAt', e.happened_at, 'recordedAt', e.recorded_at,
                       'source', e.source, 'actor', e.actor, 'body', e.body)
                       ORDER BY e.version), '[]')
                FROM order_event e
               WHERE e.order_id = o.id%s
                 AND (e.kind <> 'forecast-told'
                      OR NOT EXISTS (SELECT FROM order_event later
                                      WHERE later.order_id = o.id AND later.kind = 'forecast-told'
                                        AND later.version > e.version)))::text AS events\
      """;

  private static final String WANTED =
      """
      SELECT o.id, o.company_id, o.number, o.customer_reference, o.placed_on, o.promised_on, %s,
             c.code, c.name, c.kind, c.tier,
             lines_of(o.id)::text AS lines, %s,
             %s,
             routings_of(o.id)::text AS routings,
             CASE WHEN EXISTS (SELECT FROM current_calendar)
                  THEN working_times_of(o.id)::text END AS working_times
        FROM unnest($1::bigint[], $2::bigint[]) AS wanted (id, known)
        JOIN order_head o ON o.id = wanted.id
        JOIN company_card c ON c.id = o.company_id
       WHERE $3::bigint IS NULL OR o.company_id = $3
       ORDER BY o.id\
      """;

  private static final String READ =
      WANTED.formatted(
          "o.cancel_reason::text, o.version",
          "shipments_of(o.id)::text AS shipments",
          EVENTS.formatted(" AND e.version > wanted.known"));

  /**
   * As it was at a version; of lines and routings only the present ones are kept. It is asked of
   * orders of which nothing was told yet, and so of none that a shipment was told of.
   */
  private static final String AS_OF =
      WANTED.formatted(
          """
          (SELECT (e.body -> 'reason')::text
             FROM event e
            WHERE e.order_id = o.id AND e.version <= wanted.known AND e.kind IN ('cancelled', 'reinstated')
            ORDER BY e.version DESC
            LIMIT 1) AS cancel_reason, wanted.known AS version\
          """,
          "'[]' AS shipments",
          EVENTS.formatted(" AND e.version <= wanted.known"));

  /** What happened after the versions that are known. */
  private static final String CONTINUED =
      """
      SELECT o.id, o.version,
             %s
        FROM unnest($1::bigint[], $2::bigint[]) AS known (id, version)
        JOIN order_head o ON o.id = known.id\
      """
          .formatted(EVENTS.formatted(" AND e.version > known.version"));

  private static final String ROUTINGS =
      """
      SELECT id, routings_of(id)::text AS routings
        FROM unnest($1::bigint[]) AS wanted (id)\
      """;

  private final ParsedRoutings routings;

  OrderSnapshotRepository(ParsedRoutings routings) {
    this.routings = routings;
  }

  /**
   * These orders, without the events that are known of some; of those, only such are found as
   * nothing but reports happened to since.
   */
  List<OrderSnapshot> read(
      Queries queries,
      Optional<CompanyId> company,
      Collection<OrderId> orders,
      Map<OrderId, OrderSnapshot> known) {
    return queries
        .find(
            "order_snapshot.read",
            READ,
            row -> toSnapshot(row, known),
            orders.stream().map(OrderId::value).toArray(Long[]::new),
            orders.stream().map(order -> version(known.get(order))).toArray(Long[]::new),
            company.map(CompanyId::value).orElse(null))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** These orders as they were at these versions. */
  List<OrderSnapshot> asOf(Queries queries, Map<OrderId, Long> versions) {
    List<OrderId> orders = List.copyOf(versions.keySet());
    return queries.find(
        "order_snapshot.as_of",
        AS_OF,
        row -> toSnapshot(row, List.of(Json.read(row.getString("events"), Event[].class))),
        orders.stream().map(OrderId::value).toArray(Long[]::new),
        orders.stream().map(versions::get).toArray(Long[]::new),
        null);
  }

  /** By what these orders are made. */
  Map<OrderId, OrderRoutings> routings(Queries queries, Collection<OrderId> orders) {
    Map<OrderId, OrderRoutings> found = new HashMap<>();
    queries.find(
        "order_snapshot.routings",
        ROUTINGS,
        row -> found.put(new OrderId(row.getLong("id")), routings.of(row.getString("routings"))),
        (Object) orders.stream().map(OrderId::value).toArray(Long[]::new));
    return found;
  }

  private static long version(OrderSnapshot known) {
    return known == null ? 0 : known.order().version();
  }

  /**
   * These as they are now, by their orders; those are missing that are gone, that had more happen
   * to them than reports, or whose history is another one than was known.
   */
  Map<OrderId, OrderSnapshot> continued(Queries queries, List<OrderSnapshot> known) {
    Map<OrderId, OrderSnapshot> byOrder =
        known.stream().collect(Collectors.toMap(one -> one.order().id(), Function.identity()));
    Map<OrderId, OrderSnapshot> continued = new HashMap<>();
    queries.find(
        "order_snapshot.continued",
        CONTINUED,
        row -> {
          OrderId order = new OrderId(row.getLong("id"));
          return byOrder
              .get(order)
              .continuedBy(List.of(Json.read(row.getString("events"), Event[].class)))
              .filter(one -> one.order().version() == row.getLong("version"))
              .map(one -> continued.put(order, one));
        },
        known.stream().map(one -> one.order().id().value()).toArray(Long[]::new),
        known.stream().map(one -> one.order().version()).toArray(Long[]::new));
    return continued;
  }

  private Optional<OrderSnapshot> toSnapshot(Row row, Map<OrderId, OrderSnapshot> known) {
    List<Event> events = List.of(Json.read(row.getString("events"), Event[].class));
    OrderSnapshot before = known.get(new OrderId(row.getLong("id")));
    return before == null
        ? Optional.of(toSnapshot(row, events))
        : before.continuedBy(events).filter(now -> now.order().version() == row.getLong("version"));
  }

  private OrderSnapshot toSnapshot(Row row, List<Event> events) {
    Company company =
        new Company(
            new CompanyId(row.getLong("company_id")),
            row.getString("code"),
            row.getString("name"),
            CompanyKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
            Tier.valueOf(row.getString("tier").toUpperCase(Locale.ROOT)));
    Order order =
        new Order(
            new OrderId(row.getLong("id")),
            company.id(),
            new OrderNumber(row.getString("number")),
            row.getString("customer_reference"),
            row.getLocalDate("placed_on"),
            row.getLocalDate("promised_on"),
            LocalizedText.stored(row.getString("cancel_reason")),
            row.getLong("version"),
            List.of(Json.read(row.getString("lines"), Line[].class)));
    return OrderSnapshot.of(
        order,
        company,
        routings.of(row.getString("routings")),
        routings.timesOf(row.getString("working_times")),
        Stream.of(Json.read(row.getString("shipments"), Shipment[].class))
            .filter(Shipment::stands)
            .toList(),
        events);
  }
}
