package org.vitrine.forecasting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.production.ToldForecast;

/** What orders were told, as their histories keep it. */
final class ToldBeforeRepository {
  private static final String TOLD_BEFORE =
      """
      SELECT wanted.version, told.body::text AS body
        FROM unnest($2::bigint[]) AS wanted (version)
       CROSS JOIN LATERAL (
             SELECT e.body
               FROM order_event e
              WHERE e.order_id = $1 AND e.kind = 'forecast-told' AND e.version < wanted.version
              ORDER BY e.version DESC
              LIMIT 1) AS told\
      """;

  /** What had been told last before each of these versions of the history. */
  Map<Long, ToldForecast> of(Queries queries, OrderId order, Collection<Long> versions) {
    Map<Long, ToldForecast> told = new HashMap<>();
    queries.find(
        "told_before.of",
        TOLD_BEFORE,
        row ->
            told.put(
                row.getLong("version"),
                Json.read(Json.read(row.getString("body"), JsonNode.class), ToldForecast.class)),
        order.value(),
        versions.toArray(Long[]::new));
    return told;
  }
}
