package org.vitrine.production;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.production.OpenLines.MaybeOpenLine;
import org.vitrine.production.OpenLines.OpenLine;

/** Which orders by a routing may be open, in PostgreSQL: by what was told of them last. */
final class OpenLineRepository {
  private static final String OVER =
      "t.told ->> 'state' IN ('completed', 'completed-short', 'cancelled')";

  private static final String FIND =
      """
      SELECT r.order_id, r.line, r.kept, (t.version = h.version) IS TRUE AS certain,
             EXISTS (SELECT FROM order_event e
                      WHERE e.order_id = r.order_id AND e.kind = 'reported'
                        AND (e.body ->> 'line')::integer = r.line) AS begun
        FROM line_routing r
        JOIN order_head h ON h.id = r.order_id
        LEFT JOIN told_order t ON t.order_id = h.id
       WHERE r.routing = $1 AND NOT r.cancelled AND h.cancel_reason IS NULL
         AND (t.version = h.version AND %s) IS NOT TRUE
         AND NOT r.closed
         AND (t.version = h.version AND t.told -> 'stages' @> jsonb_build_array(jsonb_build_object(
               'line', r.line, 'stage', last_stage_of(r.routing, r.kept), 'met', true))) IS NOT TRUE
       ORDER BY r.order_id, r.line\
      """
          .formatted(OVER);

  /**
   * Those of which it was told that they are over are left out, unless something happened since.
   */
  private static final String ORDERS_BY =
      """
      SELECT DISTINCT h.id
        FROM unnest($1::text[], $2::integer[]) AS made (code, kept)
        JOIN line_routing r ON r.routing = made.code AND r.kept IS NOT DISTINCT FROM made.kept
        JOIN order_head h ON h.id = r.order_id
        LEFT JOIN told_order t ON t.order_id = h.id
       WHERE (t.version = h.version AND %s) IS NOT TRUE\
      """
          .formatted(OVER);

  /** The newest of those of which anything was heard. */
  private static final String LAST_BEGUN =
      """
      SELECT DISTINCT r.order_id
        FROM line_routing r
        JOIN told_order t ON t.order_id = r.order_id
       WHERE r.routing = $1 AND NOT r.cancelled
         AND t.told ->> 'state' IN ('in-production', 'completed', 'completed-short')
       ORDER BY r.order_id DESC
       LIMIT $2\
      """;

  private static final String COUNT =
      """
      SELECT r.routing, count(DISTINCT r.order_id) AS orders
        FROM line_routing r
        JOIN order_head h ON h.id = r.order_id
        LEFT JOIN told_order t ON t.order_id = h.id
       WHERE NOT r.cancelled AND h.cancel_reason IS NULL AND (%s) IS NOT TRUE
       GROUP BY r.routing\
      """
          .formatted(OVER);

  List<MaybeOpenLine> find(Queries queries, String routing) {
    return queries.find(
        "open_line.find",
        FIND,
        row ->
            new MaybeOpenLine(
                new OpenLine(
                    new OrderId(row.getLong("order_id")),
                    row.getInteger("line"),
                    Optional.ofNullable(row.getInteger("kept")),
                    row.getBoolean("begun")),
                row.getBoolean("certain")),
        routing);
  }

  /**
   * A version of a routing, as lines are made by it.
   *
   * @param kept absent where that is the newest
   */
  record Making(String code, Optional<Integer> kept) {}

  /** The orders with lines that are made so. */
  List<OrderId> ordersBy(Queries queries, Collection<Making> makings) {
    return queries.find(
        "open_line.orders_by",
        ORDERS_BY,
        row -> new OrderId(row.getLong("id")),
        Sql.column(makings, Making::code, String[]::new),
        Sql.column(makings, making -> making.kept().orElse(null), Integer[]::new));
  }

  /** The last orders with such lines that were begun. */
  List<OrderId> lastBegun(Queries queries, String routing, int atMost) {
    return queries.find(
        "open_line.last_begun",
        LAST_BEGUN,
        row -> new OrderId(row.getLong("order_id")),
        routing,
        atMost);
  }

  /** How many orders are open, by the routing; as they were told of last. */
  Map<String, Long> count(Queries queries) {
    return queries
        .find(
            "open_line.count",
            COUNT,
            row -> Map.entry(row.getString("routing"), row.getLong("orders")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
