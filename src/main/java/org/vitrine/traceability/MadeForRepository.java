package org.vitrine.traceability;

import java.util.List;
import java.util.Optional;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.database.Queries;

/** For whom something was made, in PostgreSQL. */
final class MadeForRepository {
  private static final int MOST = 20;

  private static final String FIND =
      """
      SELECT DISTINCT o.number, coalesce(p.line, l.line) AS line
        FROM trace_node n
        LEFT JOIN piece p ON p.node = n.id
        LEFT JOIN lot l ON l.node = n.id
        JOIN order_head o ON o.id = coalesce(p.order_id, l.order_id)
       WHERE n.kind = ANY('{lot,piece}') AND n.key = $1
       LIMIT $2\
      """;

  List<PieceCard.PieceLine> find(Queries queries, String key) {
    return queries.find(
        "trace.made_for",
        FIND,
        row ->
            new PieceCard.PieceLine(
                new OrderNumber(row.getString("number")),
                Optional.ofNullable(row.getInteger("line"))),
        key,
        MOST);
  }
}
