package org.vitrine.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** Routings in PostgreSQL, their stages as the JSON list that the record writes. */
final class RoutingRepository {
  private static final String FIND =
      """
      SELECT code, name, stages::text AS stages
        FROM routing
       WHERE code = $1""";

  private static final String LIST =
      """
      SELECT code, name, stages::text AS stages
        FROM routing
       ORDER BY code""";

  private static final String COUNT =
      """
      SELECT count(*) AS routings
        FROM routing""";

  private static final String SAVE =
      """
      INSERT INTO routing (code, name, stages)
      VALUES ($1, $2, $3::text::jsonb)
      ON CONFLICT (code) DO UPDATE SET name = excluded.name, stages = excluded.stages""";

  private static final String FIND_TO_PLAN_BY =
      """
      SELECT code, name, stages::text AS stages
        FROM routing
       WHERE code = $1
         FOR SHARE""";

  private static final String DEMANDED_STAGES =
      """
      SELECT DISTINCT stage
        FROM demanded_stage
       WHERE routing = $1""";

  private static final String LOCK =
      """
      SELECT pg_advisory_xact_lock(hashtextextended('routing ' || $1, 0))""";

  Optional<Routing> find(Queries queries, String code) {
    return queries.findOne(
        "routing.find",
        FIND,
        row -> routing(row.getString("code"), row.getString("name"), row.getString("stages")),
        code);
  }

  /** The same, held as it is until the transaction ends. */
  Optional<Routing> findToPlanBy(Queries transaction, String code) {
    return transaction.findOne(
        "routing.find_to_plan_by",
        FIND_TO_PLAN_BY,
        row -> routing(row.getString("code"), row.getString("name"), row.getString("stages")),
        code);
  }

  /** The stages that a requirement of some order names. */
  List<String> demandedStages(Queries queries, String code) {
    return queries.find(
        "routing.demanded_stages", DEMANDED_STAGES, row -> row.getString("stage"), code);
  }

  List<Routing> list(Queries queries) {
    return queries.find(
        "routing.list",
        LIST,
        row -> routing(row.getString("code"), row.getString("name"), row.getString("stages")));
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
        "routing.save", SAVE, routing.code(), routing.name(), Json.text(routing.stages()));
  }

  static Routing routing(String code, String name, String stages) {
    return new Routing(code, name, List.of(Json.read(stages, Stage[].class)));
  }

  /** Routings as {@code routings_of} writes them: their stages by their code. */
  static Map<String, Routing> byCode(String json) {
    Map<String, Routing> routings = new HashMap<>();
    Json.read(json, JsonNode.class)
        .properties()
        .forEach(
            entry ->
                routings.put(
                    entry.getKey(),
                    new Routing(
                        entry.getKey(),
                        null,
                        List.of(Json.read(entry.getValue(), Stage[].class)))));
    return Map.copyOf(routings);
  }
}
