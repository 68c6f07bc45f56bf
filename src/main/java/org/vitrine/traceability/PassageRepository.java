package org.vitrine.traceability;

import java.util.Collection;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** By which reports lots and pieces were made, in PostgreSQL. */
final class PassageRepository {
  private static final String ADD =
      """
      INSERT INTO trace_passage (order_id, version, node, stage, station, at)
      SELECT $1, $2, node, $4, $5, $6
        FROM unnest($3::bigint[]) AS node
      ON CONFLICT DO NOTHING\
      """;

  void add(Queries transaction, OrderVersion report, Collection<Long> nodes, Spot spot) {
    transaction.execute(
        "trace.add_passages",
        ADD,
        report.order().value(),
        report.version(),
        nodes.toArray(Long[]::new),
        spot.stage().orElse(null),
        spot.station().orElse(null),
        spot.at().map(Sql::utc).orElseThrow());
  }
}
