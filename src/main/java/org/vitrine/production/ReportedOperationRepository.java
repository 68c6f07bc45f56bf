package org.vitrine.production;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.production.ReportedOperations.ReportedOperation;

/** Operations by day, in PostgreSQL. */
final class ReportedOperationRepository {
  private static final String FIND =
      """
      SELECT operation, sum(reports)::bigint AS reports, max(last_at) AS last_at,
             array_agg(DISTINCT routing ORDER BY routing) AS routings,
             (array_agg(product ORDER BY last_at DESC))[1]::text AS product
        FROM reported_operation
       WHERE day >= $1
       GROUP BY operation
       ORDER BY reports DESC, operation
       LIMIT $2\
      """;

  /** In one order, so that two nodes that both count do not wait for each other. */
  private static final String COUNT =
      """
      INSERT INTO reported_operation AS known (operation, routing, day, reports, last_at, product)
      SELECT e.body ->> 'operation', l.routing, (e.recorded_at AT TIME ZONE 'UTC')::date, count(*), max(e.recorded_at),
             (array_agg(l.product ORDER BY e.recorded_at DESC))[1]
        FROM unnest($1::bigint[], $2::bigint[]) AS told (order_id, version)
        JOIN order_event e ON e.order_id = told.order_id AND e.version = told.version
        JOIN line_card l ON l.order_id = e.order_id AND l.number = (e.body ->> 'line')::integer
       WHERE e.kind = 'reported' AND e.body ->> 'operation' IS NOT NULL
       GROUP BY 1, 2, 3
       ORDER BY 3, 1, 2
      ON CONFLICT (day, operation, routing) DO UPDATE
         SET reports = known.reports + excluded.reports,
             last_at = greatest(known.last_at, excluded.last_at),
             product = excluded.product\
      """;

  private static final String FORGET =
      """
      DELETE FROM reported_operation
       WHERE day < $1\
      """;

  List<ReportedOperation> find(Queries queries, LocalDate since, int atMost) {
    return queries.find(
        "reported_operation.find",
        FIND,
        row ->
            new ReportedOperation(
                row.getString("operation"),
                row.getLong("reports"),
                row.getOffsetDateTime("last_at").toInstant(),
                List.of(row.getArrayOfStrings("routings")),
                LocalizedText.stored(row.getString("product"))),
        since,
        atMost);
  }

  /** Returns how many rows were counted up. */
  int count(Queries transaction, Collection<OrderVersion> events) {
    return transaction.execute(
        "reported_operation.count",
        COUNT,
        Sql.column(events, event -> event.order().value(), Long[]::new),
        Sql.column(events, OrderVersion::version, Long[]::new));
  }

  void forget(Queries transaction, LocalDate before) {
    transaction.execute("reported_operation.forget", FORGET, before);
  }
}
