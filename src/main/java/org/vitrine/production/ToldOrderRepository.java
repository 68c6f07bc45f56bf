package org.vitrine.production;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** What was told of orders last, in PostgreSQL. */
final class ToldOrderRepository {
  private static final String FIND =
      """
      SELECT order_id, version, told::text AS told
        FROM told_order
       WHERE order_id = ANY($1)\
      """;

  private static final String SAVE =
      """
      INSERT INTO told_order (order_id, version, told)
      SELECT t.order_id, t.version, t.told::jsonb
        FROM unnest($1::bigint[], $2::bigint[], $3::text[]) AS t (order_id, version, told)
        JOIN order_head h ON h.id = t.order_id
      ON CONFLICT (order_id) DO UPDATE
         SET version = excluded.version, told = excluded.told
       WHERE told_order.told IS DISTINCT FROM excluded.told\
      """;

  /**
   * @param told absent of an order that is older than what is kept of what was told: what had
   *     happened to it until this version counts as told
   */
  record ToldVersion(long version, Optional<ToldOrder> told) {}

  /** Those of which anything was told. */
  Map<OrderId, ToldVersion> find(Queries queries, Collection<OrderId> orders) {
    Map<OrderId, ToldVersion> found = new HashMap<>();
    queries.find(
        "told_order.find",
        FIND,
        row ->
            found.put(
                new OrderId(row.getLong("order_id")),
                new ToldVersion(
                    row.getLong("version"),
                    Optional.ofNullable(row.getString("told"))
                        .map(told -> Json.read(told, ToldOrder.class)))),
        (Object) orders.stream().map(OrderId::value).toArray(Long[]::new));
    return found;
  }

  void save(Queries transaction, Collection<OrderSummary> told) {
    transaction.execute(
        "told_order.save",
        SAVE,
        Sql.column(told, one -> one.snapshot().order().id().value(), Long[]::new),
        Sql.column(told, one -> one.snapshot().order().version(), Long[]::new),
        Sql.column(told, one -> Json.text(ToldOrder.of(one)), String[]::new));
  }
}
