package org.vitrine.recalls;

import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vitrine.nonconformances.NonconformanceNumber;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;
import org.vitrine.recalls.Recall.RecallMark;

/** What is written to be told, in PostgreSQL. */
final class RecallRepository {
  private static final String FIND =
      """
      SELECT nonconformance, words::text AS words, remedies, version, saved_at, saved_by, told_at, told_by
        FROM recall
       WHERE nonconformance = $1\
      """;

  private static final String LOCK = FIND + "\n   FOR UPDATE";

  private static final String BEGIN =
      """
      INSERT INTO recall (nonconformance, words, remedies, version, saved_at, saved_by)
      VALUES ($1, $2::text::jsonb, $3, 1, $4, $5)
      ON CONFLICT (nonconformance) DO NOTHING\
      """;

  private static final String SAVE =
      """
      UPDATE recall
         SET words = $2::text::jsonb, remedies = $3, version = version + 1, saved_at = $4, saved_by = $5
       WHERE nonconformance = $1\
      """;

  private static final String TOLD =
      """
      UPDATE recall
         SET told_at = $2, told_by = $3
       WHERE nonconformance = $1\
      """;

  Optional<Recall> find(Queries queries, NonconformanceNumber nonconformance) {
    return queries.findOne("recall.find", FIND, RecallRepository::toRecall, nonconformance.value());
  }

  Optional<Recall> lock(Queries transaction, NonconformanceNumber nonconformance) {
    return transaction.findOne(
        "recall.lock", LOCK, RecallRepository::toRecall, nonconformance.value());
  }

  /** False where somebody was quicker. */
  boolean begin(
      Queries transaction,
      NonconformanceNumber nonconformance,
      RecallMatter matter,
      RecallMark saved) {
    return write("recall.begin", BEGIN, transaction, nonconformance, matter, saved);
  }

  void save(
      Queries transaction,
      NonconformanceNumber nonconformance,
      RecallMatter matter,
      RecallMark saved) {
    write("recall.save", SAVE, transaction, nonconformance, matter, saved);
  }

  private static boolean write(
      String name,
      String sql,
      Queries transaction,
      NonconformanceNumber nonconformance,
      RecallMatter matter,
      RecallMark saved) {
    return transaction.execute(
            name,
            sql,
            nonconformance.value(),
            Json.text(matter.words()),
            codes(matter.remedies()),
            Sql.utc(saved.at()),
            saved.by())
        > 0;
  }

  void told(Queries transaction, NonconformanceNumber nonconformance, RecallMark told) {
    transaction.execute("recall.told", TOLD, nonconformance.value(), Sql.utc(told.at()), told.by());
  }

  private static Recall toRecall(Row row) {
    return new Recall(
        new NonconformanceNumber(row.getLong("nonconformance")),
        matter(row),
        row.getLong("version"),
        mark(row, "saved").orElseThrow(),
        mark(row, "told"));
  }

  static String[] codes(Set<Remedy> remedies) {
    return remedies.stream().sorted().map(Remedy::code).toArray(String[]::new);
  }

  static RecallMatter matter(Row row) {
    Set<Remedy> remedies = EnumSet.noneOf(Remedy.class);
    Arrays.stream(row.getArrayOfStrings("remedies")).map(Remedy::of).forEach(remedies::add);
    return new RecallMatter(Json.read(row.getString("words"), RecallWords.class), remedies);
  }

  /** Who did something when, in the columns that begin so. */
  static Optional<RecallMark> mark(Row row, String columns) {
    OffsetDateTime at = row.getOffsetDateTime(columns + "_at");
    return Optional.ofNullable(at)
        .map(moment -> new RecallMark(moment.toInstant(), row.getString(columns + "_by")));
  }
}
