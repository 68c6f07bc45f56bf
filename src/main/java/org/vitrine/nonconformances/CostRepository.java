package org.vitrine.nonconformances;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.nonconformances.NonconformanceCost.CostKind;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What nonconformances cost, in PostgreSQL; only ever added to. */
final class CostRepository {
  private static final String OF =
      """
      SELECT id, kind, amount, currency, note, at, by, against
        FROM nonconformance_cost
       WHERE nonconformance = $1
       ORDER BY id\
      """;

  private static final String ADD =
      """
      INSERT INTO nonconformance_cost (nonconformance, kind, amount, currency, note, at, by, person_id, against)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      RETURNING id\
      """;

  List<NonconformanceCost> of(Queries queries, NonconformanceNumber number) {
    return queries.find("nonconformance_cost.of", OF, CostRepository::toCost, number.value());
  }

  /** What a cost is before it has a key. */
  record NewCost(
      CostKind kind, long amount, String currency, Optional<String> note, Optional<Long> against) {}

  long add(Queries transaction, NonconformanceNumber number, NewCost cost, Instant at, Actor by) {
    return transaction
        .findOne(
            "nonconformance_cost.add",
            ADD,
            row -> row.getLong("id"),
            number.value(),
            cost.kind().code(),
            cost.amount(),
            cost.currency(),
            cost.note().orElse(null),
            Sql.utc(at),
            by.name(),
            by.id().orElse(null),
            cost.against().orElse(null))
        .orElseThrow();
  }

  private static NonconformanceCost toCost(Row row) {
    return new NonconformanceCost(
        row.getLong("id"),
        CostKind.of(row.getString("kind")),
        row.getLong("amount"),
        row.getString("currency"),
        Optional.ofNullable(row.getString("note")),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("by"),
        Optional.ofNullable(row.getLong("against")));
  }
}
