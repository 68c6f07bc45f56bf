package org.vitrine.nonconformances;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vitrine.nonconformances.OpenNonconformances.ForemostRows;
import org.vitrine.nonconformances.OpenNonconformances.OpenNonconformance;
import org.vitrine.nonconformances.OpenNonconformances.WaitingRelease;
import org.vitrine.platform.database.Queries;

/** What of nonconformances waits for somebody, in PostgreSQL. */
final class OpenNonconformanceRepository {
  private static final String OPEN =
      """
      SELECT number, title, severity, order_number, raised_at, count(*) OVER () AS total
        FROM nonconformance
       WHERE closed_at IS NULL
       ORDER BY array_position(ARRAY['critical', 'major', 'minor', 'observation'], severity), raised_at, number
       LIMIT $1\
      """;

  private static final String WAITING =
      """
      SELECT n.number, n.title, c.asked_by, min(c.asked_at) AS asked_at, count(*) AS things, count(*) OVER () AS total
        FROM contained c
        JOIN nonconformance n ON n.number = c.nonconformance
       WHERE c.asked_at IS NOT NULL AND c.asker_id IS DISTINCT FROM $1
       GROUP BY n.number, c.asked_by, c.asker_id
       ORDER BY asked_at, n.number
       LIMIT $2\
      """;

  ForemostRows<OpenNonconformance> open(Queries queries, int most) {
    return foremost(
        queries.find(
            "nonconformance.open",
            OPEN,
            row ->
                counted(
                    row,
                    known ->
                        new OpenNonconformance(
                            known.getLong("number"),
                            known.getString("title"),
                            Severity.find(known.getString("severity")).orElseThrow(),
                            Optional.ofNullable(known.getString("order_number")),
                            known.getOffsetDateTime("raised_at").toInstant())),
            most));
  }

  ForemostRows<WaitingRelease> waiting(Queries queries, long person, int most) {
    return foremost(
        queries.find(
            "contained.waiting",
            WAITING,
            row ->
                counted(
                    row,
                    known ->
                        new WaitingRelease(
                            known.getLong("number"),
                            known.getString("title"),
                            known.getString("asked_by"),
                            known.getOffsetDateTime("asked_at").toInstant(),
                            known.getLong("things"))),
            person,
            most));
  }

  private record CountedRow<T>(T row, long total) {}

  private static <T> CountedRow<T> counted(Row row, Function<Row, T> as) {
    return new CountedRow<>(as.apply(row), row.getLong("total"));
  }

  private static <T> ForemostRows<T> foremost(List<CountedRow<T>> rows) {
    return new ForemostRows<>(
        rows.stream().map(CountedRow::row).toList(), rows.isEmpty() ? 0 : rows.getFirst().total());
  }
}
