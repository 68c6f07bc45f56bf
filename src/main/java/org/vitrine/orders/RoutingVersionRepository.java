package org.vitrine.orders;

import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.RoutingVersions.LineRouting;
import org.vitrine.orders.RoutingVersions.MadeLine;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** In PostgreSQL: which lines keep an older version of their routing. */
final class RoutingVersionRepository {
  private static final String OF =
      """
      SELECT number, routing, routing_version
        FROM order_line
       WHERE order_id = $1
       ORDER BY number\
      """;

  private static final String LOCK =
      """
      SELECT id
        FROM orders
       WHERE id IN (SELECT order_id FROM order_line WHERE routing = $1)
       ORDER BY id
         FOR NO KEY UPDATE\
      """;

  private static final String KEEP_BEGUN =
      """
      UPDATE order_line l
         SET routing_version = $2
        FROM orders o
       WHERE o.id = l.order_id AND l.routing = $1 AND l.routing_version IS NULL
         AND (l.cancel_reason IS NOT NULL OR o.cancel_reason IS NOT NULL
              OR EXISTS (SELECT FROM event e
                          WHERE e.order_id = l.order_id AND e.kind = 'reported'
                            AND (e.body ->> 'line')::integer = l.number))\
      """;

  private static final String KEEP_OTHERS =
      """
      UPDATE order_line
         SET routing_version = $2
       WHERE routing = $1 AND routing_version IS NULL
         AND (cancel_reason IS NOT NULL
              OR (order_id, number) NOT IN (SELECT * FROM unnest($3::bigint[], $4::integer[])))\
      """;

  private static final String RELEASE =
      """
      WITH released AS (
        UPDATE order_line
           SET routing_version = NULL
         WHERE routing = $1 AND routing_version IS NOT NULL AND cancel_reason IS NULL
           AND (order_id, number) IN (SELECT * FROM unnest($2::bigint[], $3::integer[]))
        RETURNING order_id)
      SELECT DISTINCT order_id
        FROM released\
      """;

  private static final String FOLLOWERS =
      """
      SELECT DISTINCT order_id
        FROM order_line
       WHERE routing = $1 AND routing_version IS NULL\
      """;

  private static final String LOCK_ORDER =
      """
      SELECT id
        FROM orders
       WHERE id = $1
         FOR NO KEY UPDATE\
      """;

  private static final String KEEP =
      """
      UPDATE order_line
         SET routing_version = $3
       WHERE order_id = $1 AND number = $2\
      """;

  List<LineRouting> of(Queries queries, OrderId order) {
    return queries.find(
        "routing_version.of", OF, RoutingVersionRepository::toLineRouting, order.value());
  }

  static LineRouting toLineRouting(Row row) {
    return new LineRouting(
        row.getInteger("number"),
        row.getString("routing"),
        Optional.ofNullable(row.getInteger("routing_version")));
  }

  void lock(Queries transaction, String routing) {
    transaction.find("routing_version.lock", LOCK, row -> row.getLong("id"), routing);
  }

  void keepBegun(Queries transaction, String routing, int version) {
    transaction.execute("routing_version.keep_begun", KEEP_BEGUN, routing, version);
  }

  void keepOthers(Queries transaction, String routing, int version, Collection<MadeLine> open) {
    transaction.execute(
        "routing_version.keep_others", KEEP_OTHERS, routing, version, orders(open), lines(open));
  }

  List<OrderId> release(Queries transaction, String routing, Collection<MadeLine> open) {
    return transaction.find(
        "routing_version.release",
        RELEASE,
        row -> new OrderId(row.getLong("order_id")),
        routing,
        orders(open),
        lines(open));
  }

  List<OrderId> followers(Queries queries, String routing) {
    return queries.find(
        "routing_version.followers",
        FOLLOWERS,
        row -> new OrderId(row.getLong("order_id")),
        routing);
  }

  void lock(Queries transaction, OrderId order) {
    transaction.find(
        "routing_version.lock_order", LOCK_ORDER, row -> row.getLong("id"), order.value());
  }

  void keep(Queries transaction, OrderId order, int line, Optional<Integer> version) {
    transaction.execute("routing_version.keep", KEEP, order.value(), line, version.orElse(null));
  }

  private static Long[] orders(Collection<MadeLine> lines) {
    return Sql.column(lines, line -> line.order().value(), Long[]::new);
  }

  private static Integer[] lines(Collection<MadeLine> lines) {
    return Sql.column(lines, MadeLine::line, Integer[]::new);
  }
}
