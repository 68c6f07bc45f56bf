package org.vitrine.surveys;

import java.time.Instant;
import java.util.List;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Surveys that have ended, in PostgreSQL. */
final class ToldRepository {
  /** What examples were asked is no survey of customers. */
  private static final String ENDED =
      """
      SELECT s.code, count(a.asked_at) AS asked, count(*) FILTER (WHERE a.answered) AS answered,
             count(DISTINCT a.company_id) FILTER (WHERE a.answered) AS companies
        FROM survey s
        JOIN survey_asked a ON a.survey = s.code
       WHERE s.closed_at >= $1 AND s.closed_at < $2
         AND NOT EXISTS (SELECT FROM survey_asked e
                           JOIN example_company x ON x.company_id = e.company_id
                          WHERE e.survey = s.code)
       GROUP BY s.code
       ORDER BY s.closed_at, s.code\
      """;

  /**
   * A survey that ended.
   *
   * @param companies of those who answered
   */
  record EndedCount(SurveyCode code, int asked, int answered, long companies) {}

  List<EndedCount> ended(Queries queries, Instant from, Instant until) {
    return queries.find(
        "survey_told.ended",
        ENDED,
        row ->
            new EndedCount(
                new SurveyCode(row.getString("code")),
                Math.toIntExact(row.getLong("asked")),
                Math.toIntExact(row.getLong("answered")),
                row.getLong("companies")),
        Sql.utc(from),
        Sql.utc(until));
  }
}
