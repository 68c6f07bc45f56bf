package org.vitrine.nonconformances;

import java.util.List;
import java.util.Optional;
import org.vitrine.platform.database.Queries;

/** What was found out about nonconformances, in PostgreSQL. */
final class CauseRepository {
  private static final String FIND =
      """
      SELECT whys, cause, prevention, thanks
        FROM cause_analysis
       WHERE nonconformance = $1\
      """;

  private static final String SAVE =
      """
      INSERT INTO cause_analysis (nonconformance, whys, cause, prevention, thanks)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (nonconformance) DO UPDATE
         SET whys = excluded.whys, cause = excluded.cause, prevention = excluded.prevention, thanks = excluded.thanks\
      """;

  CauseAnalysis find(Queries queries, NonconformanceNumber number) {
    return queries
        .findOne(
            "cause_analysis.find",
            FIND,
            row ->
                new CauseAnalysis(
                    List.of(row.getArrayOfStrings("whys")),
                    Optional.ofNullable(row.getString("cause")),
                    Optional.ofNullable(row.getString("prevention")),
                    Optional.ofNullable(row.getString("thanks"))),
            number.value())
        .orElse(CauseAnalysis.NOTHING);
  }

  void save(Queries transaction, NonconformanceNumber number, CauseAnalysis analysis) {
    transaction.execute(
        "cause_analysis.save",
        SAVE,
        number.value(),
        analysis.whys().toArray(String[]::new),
        analysis.cause().orElse(null),
        analysis.prevention().orElse(null),
        analysis.thanks().orElse(null));
  }
}
