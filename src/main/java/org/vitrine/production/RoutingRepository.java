package org.vitrine.production;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** Routings in PostgreSQL, their stages as the JSON list that the record writes. */
final class RoutingRepository {
  private static final String FIND =
      """
      SELECT code, name, calendar, stages::text AS stages, names::text AS names
        FROM routing
       WHERE code = $1""";

  private static final String LIST =
      """
      SELECT code, name, calendar, stages::text AS stages, names::text AS names
        FROM routing
       ORDER BY code""";

  private static final String COUNT =
      """
      SELECT count(*) AS routings
        FROM routing""";

  private static final String SAVE =
      """
      INSERT INTO routing (code, name, calendar, stages, names)
      VALUES ($1, $2, $3, $4::text::jsonb, $5::text::jsonb)
      ON CONFLICT (code) DO UPDATE
         SET name = excluded.name, calendar = excluded.calendar, stages = excluded.stages, names = excluded.names""";

  private static final String FIND_TO_PLAN_BY =
      """
      SELECT code, name, calendar, stages::text AS stages, names::text AS names
        FROM routing
       WHERE code = $1
         FOR SHARE""";

  /** Each as it is until the transaction ends, and nothing is planned by them meanwhile. */
  private static final String HOLD_ALL =
      """
      SELECT code, name, calendar, stages::text AS stages, names::text AS names
        FROM routing
       ORDER BY code COLLATE "C"
         FOR NO KEY UPDATE""";

  private static final String UNKNOWN_CALENDARS =
      """
      SELECT wanted.code
        FROM unnest($1::text[]) AS wanted (code)
       WHERE NOT EXISTS (SELECT FROM current_calendar c WHERE c.code = wanted.code)""";

  /**
   * Orders by these routings, but those of which it was told that they are over, and nothing has
   * happened to since.
   */
  private static final String OPEN_ORDERS =
      """
      SELECT DISTINCT h.id
        FROM order_routing r
        JOIN order_head h ON h.id = r.order_id
        LEFT JOIN told_order t ON t.order_id = h.id
       WHERE r.routing = ANY($1)
         AND (t.version = h.version
              AND t.told ->> 'state' IN ('completed', 'completed-short', 'cancelled')) IS NOT TRUE""";

  private static final String DEMANDED_STAGES =
      """
      SELECT DISTINCT stage
        FROM demanded_stage
       WHERE routing = $1""";

  private static final String LOCK =
      """
      SELECT pg_advisory_xact_lock(hashtextextended('routing ' || $1, 0))""";

  Optional<Routing> find(Queries queries, String code) {
    return queries.findOne("routing.find", FIND, RoutingRepository::toRouting, code);
  }

  /** The same, held as it is until the transaction ends. */
  Optional<Routing> findToPlanBy(Queries transaction, String code) {
    return transaction.findOne(
        "routing.find_to_plan_by", FIND_TO_PLAN_BY, RoutingRepository::toRouting, code);
  }

  /** All of them, each held as it is until the transaction ends. */
  List<Routing> holdAll(Queries transaction) {
    return transaction.find("routing.hold_all", HOLD_ALL, RoutingRepository::toRouting);
  }

  /** Those of these codes that no calendar has. */
  List<String> unknownCalendars(Queries queries, Collection<String> codes) {
    return queries.find(
        "routing.unknown_calendars",
        UNKNOWN_CALENDARS,
        row -> row.getString("code"),
        (Object) codes.toArray(String[]::new));
  }

  /** The orders by these routings that are not over. */
  List<OrderId> openOrders(Queries queries, Collection<String> codes) {
    return queries.find(
        "routing.open_orders",
        OPEN_ORDERS,
        row -> new OrderId(row.getLong("id")),
        (Object) codes.toArray(String[]::new));
  }

  /** The stages that a requirement of some order names. */
  List<String> demandedStages(Queries queries, String code) {
    return queries.find(
        "routing.demanded_stages", DEMANDED_STAGES, row -> row.getString("stage"), code);
  }

  List<Routing> list(Queries queries) {
    return queries.find("routing.list", LIST, RoutingRepository::toRouting);
  }

  long count(Queries queries) {
    return queries.findOne("routing.count", COUNT, row -> row.getLong("routings")).orElseThrow();
  }

  /** Two changes of the same routing wait for each other. */
  void lock(Queries transaction, String code) {
    transaction.find("routing.lock", LOCK, row -> code, code);
  }

  void save(Queries transaction, Routing routing) {
    transaction.execute(
        "routing.save",
        SAVE,
        routing.code(),
        routing.name(),
        routing.calendar(),
        Json.text(routing.stages()),
        routing.names() == null ? null : Json.text(routing.names()));
  }

  private static Routing toRouting(Row row) {
    String names = row.getString("names");
    return new Routing(
        row.getString("code"),
        row.getString("name"),
        row.getString("calendar"),
        List.of(Json.read(row.getString("stages"), Stage[].class)),
        names == null ? null : Json.read(names, FloorNames.class));
  }

  /** A routing as {@code routings_of} writes it: its stages, with its names where it has some. */
  private record NamedStages(List<Stage> stages, FloorNames names) {}

  /** Routings as {@code routings_of} writes them, by their code. */
  static Map<String, Routing> byCode(String json) {
    Map<String, Routing> routings = new HashMap<>();
    Json.read(json, JsonNode.class)
        .properties()
        .forEach(entry -> routings.put(entry.getKey(), byCode(entry.getKey(), entry.getValue())));
    return Map.copyOf(routings);
  }

  private static Routing byCode(String code, JsonNode written) {
    if (written.isArray()) {
      return new Routing(code, null, List.of(Json.read(written, Stage[].class)));
    }
    NamedStages named = Json.read(written, NamedStages.class);
    return new Routing(code, null, null, named.stages(), named.names());
  }
}
