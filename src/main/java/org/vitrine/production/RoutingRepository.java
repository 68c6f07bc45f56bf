package org.vitrine.production;

import java.nio.charset.StandardCharsets;
import java.util.List;
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

  private static final String SAVE =
      """
      INSERT INTO routing (code, name, stages)
      VALUES ($1, $2, $3::text::jsonb)
      ON CONFLICT (code) DO UPDATE SET name = excluded.name, stages = excluded.stages""";

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

  List<Routing> list(Queries queries) {
    return queries.find(
        "routing.list",
        LIST,
        row -> routing(row.getString("code"), row.getString("name"), row.getString("stages")));
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
    return new Routing(
        code, name, List.of(Json.read(stages.getBytes(StandardCharsets.UTF_8), Stage[].class)));
  }
}
