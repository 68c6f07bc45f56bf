package org.vitrine.orders;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** What was decided here, in PostgreSQL. */
final class HouseDecisionRepository {
  private static final String FIND =
      """
      SELECT what, line, requirement, said::text AS said
        FROM decided_here
       WHERE order_id = $1\
      """;

  private static final String REMEMBER =
      """
      INSERT INTO decided_here (order_id, what, line, requirement, said)
      VALUES ($1, $2, $3, $4, $5::text::jsonb)\
      """;

  private static final String FORGET =
      """
      DELETE FROM decided_here
       WHERE order_id = $1 AND what = $2 AND line = $3 AND requirement = $4\
      """;

  /** What stood there before, by what it is about. */
  Map<DecidedSubject, Optional<JsonNode>> find(Queries queries, OrderId order) {
    Map<DecidedSubject, Optional<JsonNode>> found = new HashMap<>();
    queries.find(
        "house_decision.find", FIND, row -> found.put(toSubject(row), said(row)), order.value());
    return found;
  }

  private static DecidedSubject toSubject(Row row) {
    return new DecidedSubject(
        row.getString("what"), row.getInteger("line"), row.getString("requirement"));
  }

  private static Optional<JsonNode> said(Row row) {
    return Optional.ofNullable(row.getString("said")).map(json -> Json.read(json, JsonNode.class));
  }

  void remember(
      Queries transaction, OrderId order, DecidedSubject subject, Optional<JsonNode> said) {
    transaction.execute(
        "house_decision.remember",
        REMEMBER,
        order.value(),
        subject.what(),
        subject.line(),
        subject.requirement(),
        said.map(Json::text).orElse(null));
  }

  void forget(Queries transaction, OrderId order, DecidedSubject subject) {
    transaction.execute(
        "house_decision.forget",
        FORGET,
        order.value(),
        subject.what(),
        subject.line(),
        subject.requirement());
  }
}
