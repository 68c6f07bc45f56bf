package org.vitrine.production;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.RoutingVersions.MadeLine;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Routings in PostgreSQL, their stages as the JSON list that the record writes. */
final class RoutingRepository {
  private static final String COLUMNS =
      "code, version, name, calendar, stages::text AS stages, names::text AS names, actor,"
          + " saved_at";

  private static final String FIND =
      """
      SELECT %s
        FROM routing
       WHERE code = $1\
      """
          .formatted(COLUMNS);

  private static final String LIST =
      """
      SELECT %s
        FROM routing
       ORDER BY code\
      """
          .formatted(COLUMNS);

  private static final String FIND_SUPERSEDED =
      """
      SELECT %s
        FROM superseded_routing
       WHERE code = $1 AND version = $2\
      """
          .formatted(COLUMNS);

  private static final String SUPERSEDED =
      """
      SELECT %s
        FROM superseded_routing
       WHERE code = $1
       ORDER BY version DESC
       LIMIT $2\
      """
          .formatted(COLUMNS);

  private static final String KEPT_BY_LINES =
      """
      SELECT %s
        FROM superseded_routing s
       WHERE EXISTS (SELECT FROM line_routing r WHERE r.routing = s.code AND r.kept = s.version)\
      """
          .formatted(COLUMNS);

  private static final String COUNT =
      """
      SELECT count(*) AS routings
        FROM routing\
      """;

  /** What it was is kept under its version. */
  private static final String SAVE =
      """
      WITH superseded AS (
        INSERT INTO superseded_routing (code, version, name, calendar, stages, names, actor, saved_at)
        SELECT code, version, name, calendar, stages, names, actor, saved_at
          FROM routing
         WHERE code = $1)
      INSERT INTO routing (code, name, calendar, stages, names, actor, saved_at)
      VALUES ($1, $2, $3, $4::text::jsonb, $5::text::jsonb, $6, $7)
      ON CONFLICT (code) DO UPDATE
         SET version = routing.version + 1, name = excluded.name, calendar = excluded.calendar,
             stages = excluded.stages, names = excluded.names, actor = excluded.actor, saved_at = excluded.saved_at
      RETURNING version\
      """;

  private static final String FIND_TO_PLAN_BY =
      """
      SELECT %s
        FROM routing
       WHERE code = $1
         FOR SHARE\
      """
          .formatted(COLUMNS);

  private static final String HOLD =
      """
      SELECT code
        FROM routing
       WHERE code = $1
         FOR NO KEY UPDATE\
      """;

  /** Each as it is until the transaction ends, and nothing is planned by them meanwhile. */
  private static final String HOLD_ALL =
      """
      SELECT %s
        FROM routing
       ORDER BY code COLLATE "C"
         FOR NO KEY UPDATE\
      """
          .formatted(COLUMNS);

  private static final String UNKNOWN_CALENDARS =
      """
      SELECT wanted.code
        FROM unnest($1::text[]) AS wanted (code)
       WHERE NOT EXISTS (SELECT FROM current_calendar c WHERE c.code = wanted.code)\
      """;

  private static final String DEMANDED_STAGES =
      """
      SELECT DISTINCT stage
        FROM demanded_stage
       WHERE routing = $1 AND kept IS NULL\
      """;

  /** Which lines have requirements for stages that are none of these. */
  private static final String DEMANDS_OUTSIDE =
      """
      SELECT DISTINCT d.stage, d.order_id, d.line, h.number
        FROM demanded_stage d
        JOIN order_head h ON h.id = d.order_id
       WHERE d.routing = $1 AND d.stage <> ALL ($2::text[])
       ORDER BY d.stage, h.number, d.line\
      """;

  private static final String ORDER =
      """
      SELECT id
        FROM order_head
       WHERE id = order_numbered($1)\
      """;

  private static final String LOCK =
      """
      SELECT pg_advisory_xact_lock(hashtextextended('routing ' || $1, 0))\
      """;

  Optional<RoutingVersion> find(Queries queries, String code) {
    return queries.findOne("routing.find", FIND, RoutingRepository::toVersion, code);
  }

  List<RoutingVersion> list(Queries queries) {
    return queries.find("routing.list", LIST, RoutingRepository::toVersion);
  }

  /** One that is no longer the newest. */
  Optional<RoutingVersion> findSuperseded(Queries queries, String code, int version) {
    return queries.findOne(
        "routing.find_superseded", FIND_SUPERSEDED, RoutingRepository::toVersion, code, version);
  }

  /** What it was, the newest of it first. */
  List<RoutingVersion> superseded(Queries queries, String code, int atMost) {
    return queries.find(
        "routing.superseded", SUPERSEDED, RoutingRepository::toVersion, code, atMost);
  }

  /** Those that are not the newest, and that some line is made by. */
  List<RoutingVersion> keptByLines(Queries queries) {
    return queries.find("routing.kept_by_lines", KEPT_BY_LINES, RoutingRepository::toVersion);
  }

  /** The same, held as it is until the transaction ends. */
  Optional<RoutingVersion> findToPlanBy(Queries transaction, String code) {
    return transaction.findOne(
        "routing.find_to_plan_by", FIND_TO_PLAN_BY, RoutingRepository::toVersion, code);
  }

  /** Nothing is planned by it until the transaction ends. */
  void hold(Queries transaction, String code) {
    transaction.find("routing.hold", HOLD, row -> code, code);
  }

  /** All of them, each held as it is until the transaction ends. */
  List<RoutingVersion> holdAll(Queries transaction) {
    return transaction.find("routing.hold_all", HOLD_ALL, RoutingRepository::toVersion);
  }

  /** Those of these codes that no calendar has. */
  List<String> unknownCalendars(Queries queries, Collection<String> codes) {
    return queries.find(
        "routing.unknown_calendars",
        UNKNOWN_CALENDARS,
        row -> row.getString("code"),
        (Object) codes.toArray(String[]::new));
  }

  /** The stages that a requirement of some line names that follows the newest version. */
  List<String> demandedStages(Queries queries, String code) {
    return queries.find(
        "routing.demanded_stages", DEMANDED_STAGES, row -> row.getString("stage"), code);
  }

  /** A stage that a requirement of a line names. */
  record DemandedStage(String stage, MadeLine place, OrderNumber number) {}

  /** What lines by this routing demand of stages that it would not have. */
  List<DemandedStage> demandsOutside(Queries queries, Routing wanted) {
    return queries.find(
        "routing.demands_outside",
        DEMANDS_OUTSIDE,
        row ->
            new DemandedStage(
                row.getString("stage"),
                new MadeLine(new OrderId(row.getLong("order_id")), row.getInteger("line")),
                new OrderNumber(row.getString("number"))),
        wanted.code(),
        wanted.stages().stream().map(Stage::code).toArray(String[]::new));
  }

  Optional<OrderId> order(Queries queries, OrderNumber number) {
    return queries.findOne(
        "routing.order", ORDER, row -> new OrderId(row.getLong("id")), number.value());
  }

  long count(Queries queries) {
    return queries.findOne("routing.count", COUNT, row -> row.getLong("routings")).orElseThrow();
  }

  /** Two changes of the same routing wait for each other. */
  void lock(Queries transaction, String code) {
    transaction.find("routing.lock", LOCK, row -> code, code);
  }

  /** Returns the version that it came to. */
  int save(Queries transaction, Routing routing, String actor, Instant now) {
    return transaction
        .findOne(
            "routing.save",
            SAVE,
            row -> row.getInteger("version"),
            routing.code(),
            routing.name(),
            routing.calendar(),
            Json.text(routing.stages()),
            routing.names() == null ? null : Json.text(routing.names()),
            actor,
            Sql.utc(now))
        .orElseThrow();
  }

  private static RoutingVersion toVersion(Row row) {
    String names = row.getString("names");
    Routing routing =
        new Routing(
            row.getString("code"),
            row.getString("name"),
            row.getString("calendar"),
            List.of(Json.read(row.getString("stages"), Stage[].class)),
            names == null ? null : Json.read(names, FloorNames.class));
    return new RoutingVersion(
        routing,
        row.getInteger("version"),
        row.getString("actor"),
        Optional.ofNullable(row.getOffsetDateTime("saved_at"))
            .map(OffsetDateTime::toInstant)
            .orElse(null));
  }

  /**
   * A routing as {@code routings_of} writes it.
   *
   * @param lines absent where it is the newest: then it is that of whatever line names it
   */
  private record WrittenRouting(
      String calendar, List<Stage> stages, FloorNames names, List<Integer> lines) {}

  /** The routings of an order as {@code routings_of} writes them. */
  static OrderRoutings ofOrder(String json) {
    Map<String, Routing> newest = new HashMap<>();
    Map<Integer, Routing> kept = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : Json.read(json, JsonNode.class).properties()) {
      WrittenRouting written = Json.read(entry.getValue(), WrittenRouting.class);
      String code = entry.getKey().replaceFirst("@.*", "");
      Routing routing =
          new Routing(code, null, written.calendar(), written.stages(), written.names());
      if (written.lines() == null) {
        newest.put(code, routing);
      } else {
        written.lines().forEach(line -> kept.put(line, routing));
      }
    }
    return new OrderRoutings(newest, kept);
  }
}
