package org.vitrine.traceability;

import java.util.Optional;
import org.vitrine.platform.database.Queries;

/**
 * Lots of which something left, in PostgreSQL: as they are, or in pieces that were made of them.
 */
final class ShippedLotRepository {
  private static final String SHIPPED =
      """
      WITH shipped AS (
        SELECT node
          FROM shipped_lot
         UNION
        SELECT n.id
          FROM piece p
          JOIN consumption c ON c.output = p.node AND c.withdrawn_at IS NULL
          JOIN trace_node n ON n.id = c.input AND n.kind = 'lot'
         WHERE p.left_on IS NOT NULL)
      """;

  private static final String COUNT =
      SHIPPED
          + """
          SELECT count(*) AS lots
            FROM shipped\
          """;

  private static final String AT =
      SHIPPED
          + """
          SELECT n.code
            FROM shipped s
            JOIN trace_node n ON n.id = s.node
           ORDER BY n.id
          OFFSET $1
           LIMIT 1\
          """;

  long count(Queries queries) {
    return queries
        .findOne("trace.count_shipped_lots", COUNT, row -> row.getLong("lots"))
        .orElseThrow();
  }

  Optional<String> at(Queries queries, long place) {
    return queries.findOne("trace.shipped_lot_at", AT, row -> row.getString("code"), place);
  }
}
