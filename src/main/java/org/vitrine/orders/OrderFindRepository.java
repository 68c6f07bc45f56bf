package org.vitrine.orders;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What orders are found by, in PostgreSQL. */
final class OrderFindRepository {
  /** The orders of these keys; those that a report moved are as they were. */
  private static final String MEANT =
      """
      SELECT DISTINCT k.order_id
        FROM unnest($1::bigint[], $2::bigint[]) AS k (order_id, version)
        LEFT JOIN event e ON e.order_id = k.order_id AND e.version = k.version
       WHERE k.version IS NULL OR e.kind <> 'reported'\
      """;

  private static final String PLACED_AT =
      """
      coalesce(o.placed_on::timestamp AT TIME ZONE 'UTC',
               (SELECT e.recorded_at FROM event e WHERE e.order_id = o.id AND e.version = 1),
               'epoch')\
      """;

  private static final String ORDERS =
      """
      SELECT o.id, o.company_id, o.number, o.customer_reference, c.name AS company, %2$s AS at,
             (SELECT array_agg(l.product::text ORDER BY l.number) FROM order_line l WHERE l.order_id = o.id) AS products,
             (SELECT array_agg(l.description::text ORDER BY l.number) FROM order_line l
               WHERE l.order_id = o.id AND l.description IS NOT NULL) AS descriptions,
             (SELECT array_agg(w.number ORDER BY w.line, w.position) FROM work_order w WHERE w.order_id = o.id) AS work_orders,
             (SELECT array_agg(s.number ORDER BY s.left_on) FROM shipment s WHERE s.order_id = o.id) AS shipments,
             (SELECT array_agg(s.tracking_number ORDER BY s.left_on) FROM shipment s
               WHERE s.order_id = o.id AND s.tracking_number IS NOT NULL) AS tracking_numbers
        FROM (%1$s) AS meant
        JOIN orders o ON o.id = meant.order_id
        JOIN company_card c ON c.id = o.company_id
       ORDER BY o.id\
      """
          .formatted(MEANT, PLACED_AT);

  private static final String PRODUCTS =
      """
      SELECT o.company_id, o.number, l.product::text AS product, %2$s AS at
        FROM (%1$s) AS meant
        JOIN orders o ON o.id = meant.order_id
        JOIN order_line l ON l.order_id = o.id
       ORDER BY at, o.id\
      """
          .formatted(MEANT, PLACED_AT);

  private static final String AFTER =
      """
      SELECT id
        FROM orders
       WHERE id > $1
       ORDER BY id
       LIMIT $2\
      """;

  /**
   * An order with all that it is called.
   *
   * @param numbers its own, the customer's, and those of its shipments
   * @param workOrders for the house alone: under which numbers the plant makes it
   */
  record FoundOrder(
      long id,
      CompanyId company,
      String companyName,
      List<String> numbers,
      List<String> workOrders,
      Optional<String> reference,
      List<LocalizedText> products,
      List<LocalizedText> descriptions,
      Instant at) {}

  /** A product that a company has ordered, and by which order. */
  record OrderedProduct(CompanyId company, String order, LocalizedText product, Instant at) {}

  List<FoundOrder> orders(Queries queries, Collection<OrderKey> keys) {
    return queries.find(
        "order.find",
        ORDERS,
        OrderFindRepository::toOrder,
        Sql.column(keys, OrderKey::order, Long[]::new),
        Sql.column(keys, key -> key.version().orElse(null), Long[]::new));
  }

  List<OrderedProduct> products(Queries queries, Collection<OrderKey> keys) {
    return queries.find(
        "order.find_products",
        PRODUCTS,
        row ->
            new OrderedProduct(
                new CompanyId(row.getLong("company_id")),
                row.getString("number"),
                LocalizedText.stored(row.getString("product")),
                row.getOffsetDateTime("at").toInstant()),
        Sql.column(keys, OrderKey::order, Long[]::new),
        Sql.column(keys, key -> key.version().orElse(null), Long[]::new));
  }

  /** The keys of the orders after this one. */
  List<String> after(Queries queries, String key, int limit) {
    return queries.find(
        "order.find_after",
        AFTER,
        row -> String.valueOf(row.getLong("id")),
        key.isEmpty() ? 0L : Long.parseLong(key),
        limit);
  }

  private static FoundOrder toOrder(Row row) {
    Optional<String> reference = Optional.ofNullable(row.getString("customer_reference"));
    return new FoundOrder(
        row.getLong("id"),
        new CompanyId(row.getLong("company_id")),
        row.getString("company"),
        Stream.of(
                Stream.of(row.getString("number")),
                reference.stream(),
                Arrays.stream(texts(row, "shipments")),
                Arrays.stream(texts(row, "tracking_numbers")))
            .flatMap(numbers -> numbers)
            .toList(),
        List.of(texts(row, "work_orders")),
        reference,
        Arrays.stream(texts(row, "products")).map(LocalizedText::stored).toList(),
        Arrays.stream(texts(row, "descriptions")).map(LocalizedText::stored).toList(),
        row.getOffsetDateTime("at").toInstant());
  }

  private static String[] texts(Row row, String column) {
    String[] texts = row.getArrayOfStrings(column);
    return texts == null ? new String[0] : texts;
  }
}
