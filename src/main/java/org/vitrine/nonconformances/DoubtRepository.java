package org.vitrine.nonconformances;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.nonconformances.DoubtLedger.DoubtCause;
import org.vitrine.nonconformances.DoubtLedger.DoubtedPlace;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What nonconformances doubt of orders, in PostgreSQL. */
final class DoubtRepository {
  private static final String OF =
      """
      SELECT order_id, line, stage
        FROM nonconformance_doubt
       WHERE nonconformance = $1 AND why = $2\
      """;

  private static final String ADD =
      """
      INSERT INTO nonconformance_doubt (nonconformance, why, order_id, line, stage)
      SELECT $1, $2, order_id, line, stage
        FROM unnest($3::bigint[], $4::integer[], $5::text[]) AS d (order_id, line, stage)
          ON CONFLICT DO NOTHING\
      """;

  private static final String REMOVE =
      """
      DELETE FROM nonconformance_doubt d
       USING unnest($3::bigint[], $4::integer[], $5::text[]) AS gone (order_id, line, stage)
       WHERE d.nonconformance = $1
         AND d.why = $2
         AND d.order_id = gone.order_id
         AND d.line IS NOT DISTINCT FROM gone.line
         AND d.stage IS NOT DISTINCT FROM gone.stage\
      """;

  Set<DoubtedPlace> of(Queries queries, DoubtCause cause) {
    return Set.copyOf(
        queries.find(
            "nonconformance_doubt.of",
            OF,
            row ->
                new DoubtedPlace(
                    new OrderId(row.getLong("order_id")),
                    Optional.ofNullable(row.getInteger("line")),
                    Optional.ofNullable(row.getString("stage"))),
            cause.number().value(),
            cause.why()));
  }

  void add(Queries transaction, DoubtCause cause, Collection<DoubtedPlace> places) {
    write(transaction, "nonconformance_doubt.add", ADD, cause, places);
  }

  void remove(Queries transaction, DoubtCause cause, Collection<DoubtedPlace> places) {
    write(transaction, "nonconformance_doubt.remove", REMOVE, cause, places);
  }

  private static void write(
      Queries transaction,
      String name,
      String sql,
      DoubtCause cause,
      Collection<DoubtedPlace> places) {
    if (places.isEmpty()) {
      return;
    }
    List<DoubtedPlace> all = List.copyOf(places);
    transaction.execute(
        name,
        sql,
        cause.number().value(),
        cause.why(),
        Sql.column(all, place -> place.order().value(), Long[]::new),
        Sql.column(all, place -> place.line().orElse(null), Integer[]::new),
        Sql.column(all, place -> place.stage().orElse(null), String[]::new));
  }
}
