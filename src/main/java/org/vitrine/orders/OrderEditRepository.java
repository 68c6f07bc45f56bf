package org.vitrine.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.database.Queries;

/** Who edited orders last, and which numbers are free, in PostgreSQL. */
final class OrderEditRepository {
  private static final String NEWEST =
      """
      SELECT version, actor, recorded_at
        FROM event
       WHERE order_id = $1
         AND kind IN ('placed', 'changed', 'promised', 'promise-revised', 'cancelled', 'reinstated',
                      'line-cancelled', 'line-reinstated', 'line-closed-short', 'line-reopened', 'waived', 'waiver-withdrawn')
       ORDER BY version DESC
       LIMIT 1\
      """;

  private static final String NEWEST_NUMBERS =
      """
      SELECT number
        FROM orders
       WHERE NOT one_is_an_example(company_id, company_id)
       ORDER BY id DESC
       LIMIT $1\
      """;

  private static final String FIRST_FREE =
      """
      SELECT wanted.number
        FROM unnest($1::text[]) WITH ORDINALITY AS wanted (number, position)
       WHERE order_numbered(wanted.number) IS NULL
       ORDER BY wanted.position
       LIMIT 1\
      """;

  /** What last changed an order as it is placed. */
  record OrderEdit(long version, String by, Instant at) {}

  OrderEdit newest(Queries queries, OrderId order) {
    return queries
        .findOne(
            "order.newest_edit",
            NEWEST,
            row ->
                new OrderEdit(
                    row.getLong("version"),
                    row.getString("actor"),
                    row.getOffsetDateTime("recorded_at").toInstant()),
            order.value())
        .orElseThrow();
  }

  /** The numbers of the orders that were placed last, the newest first; an example's are none. */
  List<String> newestNumbers(Queries queries, int limit) {
    return queries.find(
        "order.newest_numbers", NEWEST_NUMBERS, row -> row.getString("number"), limit);
  }

  /** The first of these that no order has. */
  Optional<String> firstFree(Queries queries, String[] numbers) {
    return queries.findOne(
        "order.first_free_number", FIRST_FREE, row -> row.getString("number"), (Object) numbers);
  }
}
