package org.vitrine.webhooks;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.vitrine.platform.database.Queries;

/** What orders are called, for many at once; those that are there no more are missing. */
final class OrderNumberRepository {
  private static final String FIND =
      """
      SELECT id, number
        FROM order_head
       WHERE id = ANY($1)\
      """;

  Map<String, String> find(Queries queries, Collection<Long> orders) {
    Map<String, String> numbers = new HashMap<>();
    queries.find(
        "webhook.order_numbers",
        FIND,
        row -> numbers.put(String.valueOf(row.getLong("id")), row.getString("number")),
        (Object) orders.toArray(Long[]::new));
    return numbers;
  }
}
