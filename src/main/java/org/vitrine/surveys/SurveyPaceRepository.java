package org.vitrine.surveys;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/**
 * When somebody was asked last, by whatever survey, and who does not want to be, in PostgreSQL. A
 * person has one row, so that of two surveys that ask at the same moment, on whatever nodes, one
 * waits for the other and is refused.
 */
final class SurveyPaceRepository {
  /** Nobody is asked more often. */
  static final Duration REST = Duration.ofDays(60);

  private static final String ASK =
      """
      INSERT INTO survey_pace AS p (person_id, asked_at)
      VALUES ($1, $2)
      ON CONFLICT (person_id) DO UPDATE
        SET asked_at = excluded.asked_at
       WHERE p.asked_at <= $3\
      """;

  private static final String LAST =
      """
      SELECT asked_at
        FROM survey_pace
       WHERE person_id = $1\
      """;

  private static final String LEFT_BY =
      """
      SELECT person_id
        FROM survey_left
       WHERE person_id = ANY($1)\
      """;

  private static final String LEAVE =
      """
      INSERT INTO survey_left (person_id)
      VALUES ($1)
      ON CONFLICT (person_id) DO NOTHING\
      """;

  private static final String WISH =
      """
      DELETE FROM survey_left
       WHERE person_id = $1\
      """;

  /** Takes their turn; false where they were asked within the last 60 days. */
  boolean ask(Queries transaction, long person, Instant now) {
    return transaction.execute(
            "survey_pace.ask", ASK, person, Sql.utc(now), Sql.utc(now.minus(REST)))
        > 0;
  }

  /** From when on they can be asked again; absent where they never were. */
  Optional<Instant> restsUntil(Queries queries, long person) {
    return queries.findOne(
        "survey_pace.last",
        LAST,
        row -> row.getOffsetDateTime("asked_at").toInstant().plus(REST),
        person);
  }

  Set<Long> leftBy(Queries queries, Collection<Long> people) {
    return Set.copyOf(
        queries.find(
            "survey_left.by",
            LEFT_BY,
            row -> row.getLong("person_id"),
            (Object) people.toArray(Long[]::new)));
  }

  void leave(Queries transaction, long person) {
    transaction.execute("survey_left.leave", LEAVE, person);
  }

  void wish(Queries transaction, long person) {
    transaction.execute("survey_left.wish", WISH, person);
  }
}
