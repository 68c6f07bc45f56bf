package org.vitrine.surveys;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** What happened that somebody may be asked after, in PostgreSQL. */
final class SurveyCauseRepository {
  private static final String NOTE =
      """
      INSERT INTO survey_cause (occasion, key, company_id, people, due_at)
      VALUES ($1, $2, $3, $4::text::jsonb, $5)
      ON CONFLICT (occasion, key) DO UPDATE
        SET people = excluded.people, due_at = excluded.due_at\
      """;

  private static final String DUE =
      """
      SELECT occasion, key, company_id, people::text AS people
        FROM survey_cause
       WHERE due_at <= $1
       ORDER BY due_at, occasion, key
       LIMIT 100\
      """;

  private static final String REST =
      """
      UPDATE survey_cause
         SET due_at = $3
       WHERE occasion = $1 AND key = $2\
      """;

  private static final String SETTLE =
      """
      DELETE FROM survey_cause
       WHERE occasion = $1 AND key = $2 AND due_at <= $3\
      """;

  /**
   * Something that happened.
   *
   * @param key of the order, or the number of the message
   * @param people whom it concerns; empty where any of the company's contacts
   */
  record SurveyCause(SurveyOccasion occasion, String key, CompanyId company, List<Long> people) {}

  void note(Queries transaction, SurveyCause cause, Instant due) {
    transaction.execute(
        "survey_cause.note",
        NOTE,
        cause.occasion().code(),
        cause.key(),
        cause.company().value(),
        Json.text(cause.people()),
        Sql.utc(due));
  }

  List<SurveyCause> due(Queries queries, Instant now) {
    return queries.find("survey_cause.due", DUE, SurveyCauseRepository::toCause, Sql.utc(now));
  }

  void rest(Queries queries, SurveyCause cause, Instant until) {
    queries.execute(
        "survey_cause.rest", REST, cause.occasion().code(), cause.key(), Sql.utc(until));
  }

  /** False where another node was quicker, or it happened anew. */
  boolean settle(Queries transaction, SurveyCause cause, Instant now) {
    return transaction.execute(
            "survey_cause.settle", SETTLE, cause.occasion().code(), cause.key(), Sql.utc(now))
        > 0;
  }

  private static SurveyCause toCause(Row row) {
    return new SurveyCause(
        SurveyOccasion.of(row.getString("occasion")),
        row.getString("key"),
        new CompanyId(row.getLong("company_id")),
        List.of(Json.read(row.getString("people"), Long[].class)));
  }
}
