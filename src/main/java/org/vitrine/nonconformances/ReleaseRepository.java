package org.vitrine.nonconformances;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What is let go by two, in PostgreSQL. */
final class ReleaseRepository {
  private static final String ASK =
      """
      UPDATE contained
         SET asked_at = $2, asked_by = $3, asker_id = $4, reason = $5
       WHERE nonconformance = $1 AND standing = 'held' AND asked_at IS NULL AND ($6::text[] IS NULL OR code_key = ANY($6))\
      """;

  private static final String RELEASE =
      """
      UPDATE contained
         SET standing = 'released', narrowed = false, since = $2, released_by = $3, asked_at = NULL
       WHERE nonconformance = $1 AND standing = 'held' AND asked_at IS NOT NULL
         AND asker_id IS DISTINCT FROM $4\
      """;

  private static final String REFUSE =
      """
      UPDATE contained
         SET asked_at = NULL, asked_by = NULL, asker_id = NULL, reason = NULL
       WHERE nonconformance = $1 AND asked_at IS NOT NULL\
      """;

  private static final String ASKED =
      """
      SELECT asked_by, asker_id, reason, min(asked_at) AS at, count(*) AS things,
             (array_agg(code ORDER BY code_key))[1:20] AS codes
        FROM contained
       WHERE nonconformance = $1 AND asked_at IS NOT NULL
       GROUP BY asked_by, asker_id, reason
       ORDER BY at\
      """;

  /**
   * What somebody wants to be released.
   *
   * @param reason absent where they narrowed what is sought
   */
  record AskedRelease(
      String by,
      Optional<Long> person,
      Optional<String> reason,
      Instant at,
      long things,
      List<String> codes) {}

  /**
   * How many things it was asked of.
   *
   * @param codes absent for all that is held
   */
  int ask(
      Queries transaction,
      NonconformanceNumber number,
      Optional<List<String>> codes,
      String reason,
      Actor by,
      Instant now) {
    return transaction.execute(
        "contained.ask",
        ASK,
        number.value(),
        Sql.utc(now),
        by.name(),
        by.id().orElse(null),
        reason,
        codes.map(all -> all.stream().map(OrderNumber::key).toArray(String[]::new)).orElse(null));
  }

  /** How many things somebody else had asked of. */
  int release(Queries transaction, NonconformanceNumber number, Actor by, Instant now) {
    return transaction.execute(
        "contained.release",
        RELEASE,
        number.value(),
        Sql.utc(now),
        by.name(),
        by.id().orElse(null));
  }

  int refuse(Queries transaction, NonconformanceNumber number) {
    return transaction.execute("contained.refuse", REFUSE, number.value());
  }

  List<AskedRelease> asked(Queries queries, NonconformanceNumber number) {
    return queries.find(
        "contained.asked",
        ASKED,
        row ->
            new AskedRelease(
                row.getString("asked_by"),
                Optional.ofNullable(row.getLong("asker_id")),
                Optional.ofNullable(row.getString("reason")),
                row.getOffsetDateTime("at").toInstant(),
                row.getLong("things"),
                List.of(row.getArrayOfStrings("codes"))),
        number.value());
  }
}
