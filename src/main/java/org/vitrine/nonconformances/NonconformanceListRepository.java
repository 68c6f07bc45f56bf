package org.vitrine.nonconformances;

import java.util.List;
import java.util.Optional;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;

/** Nonconformances as staff look for them, in PostgreSQL. */
final class NonconformanceListRepository {
  private static final String SEARCH =
      """
      SELECT number
        FROM nonconformance n
       WHERE ($1::boolean IS NULL OR (closed_at IS NULL) = $1)
         AND ($2::text IS NULL OR severity = $2)
         AND ($3::bigint IS NULL
              OR order_id = $3
              OR EXISTS (SELECT FROM nonconformance_doubt d WHERE d.nonconformance = n.number AND d.order_id = $3))
         AND ($4::bigint IS NULL OR voice = $4)
         AND ($5::bigint IS NULL OR meeting = $5)
         AND ($6::bigint IS NULL OR (raised_at, number) < (
               SELECT b.raised_at, b.number FROM nonconformance b WHERE b.number = $6))
       ORDER BY raised_at DESC, number DESC
       LIMIT $7\
      """;

  /** Open ones first, the worst first; of the others the newest. */
  private static final String FOREMOST =
      """
      SELECT number
        FROM nonconformance
       ORDER BY closed_at IS NOT NULL,
                CASE WHEN closed_at IS NULL
                     THEN array_position(ARRAY['critical', 'major', 'minor', 'observation'], severity) END,
                raised_at DESC, number DESC
       LIMIT $1\
      """;

  private static final String OF_ORDER =
      """
      SELECT number
        FROM nonconformance n
       WHERE closed_at IS NULL AND order_id = $1
          OR number IN (SELECT nonconformance FROM nonconformance_doubt WHERE order_id = $1)
       ORDER BY raised_at DESC, number DESC
       LIMIT $2\
      """;

  private static final String AFTER =
      """
      SELECT number
        FROM nonconformance
       WHERE number > $1
       ORDER BY number
       LIMIT $2\
      """;

  /** What is looked for; absent means any. */
  record NonconformanceSearch(
      Optional<Boolean> open,
      Optional<Severity> severity,
      Optional<OrderId> order,
      Optional<Long> voice,
      Optional<Long> meeting) {}

  List<NonconformanceNumber> search(
      Queries queries, NonconformanceSearch search, Optional<Long> after, int most) {
    return queries.find(
        "nonconformance.search",
        SEARCH,
        row -> new NonconformanceNumber(row.getLong("number")),
        search.open().orElse(null),
        search.severity().map(Severity::code).orElse(null),
        search.order().map(OrderId::value).orElse(null),
        search.voice().orElse(null),
        search.meeting().orElse(null),
        after.orElse(null),
        most);
  }

  List<NonconformanceNumber> foremost(Queries queries, int most) {
    return queries.find(
        "nonconformance.foremost",
        FOREMOST,
        row -> new NonconformanceNumber(row.getLong("number")),
        most);
  }

  /** What concerns an order now. */
  List<NonconformanceNumber> ofOrder(Queries queries, OrderId order, int most) {
    return queries.find(
        "nonconformance.of_order",
        OF_ORDER,
        row -> new NonconformanceNumber(row.getLong("number")),
        order.value(),
        most);
  }

  /** The keys of those after this one. */
  List<String> after(Queries queries, String key, int limit) {
    return queries.find(
        "nonconformance.after",
        AFTER,
        row -> String.valueOf(row.getLong("number")),
        key.isEmpty() ? 0L : Long.parseLong(key),
        limit);
  }
}
