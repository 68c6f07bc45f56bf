package org.vitrine.surveys;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** What opens messages by itself, in PostgreSQL. */
final class AlarmRepository {
  private static final String FIND =
      """
      SELECT jsonb_build_object('words', words, 'scores', scores)::text AS rules
        FROM survey_alarm
       WHERE survey = $1\
      """;

  private static final String SAVE =
      """
      INSERT INTO survey_alarm (survey, words, scores, saved_at, saved_by)
      VALUES ($1, $2::text::jsonb, $3::text::jsonb, $4, $5)
      ON CONFLICT (survey) DO UPDATE
         SET words = excluded.words, scores = excluded.scores, saved_at = excluded.saved_at,
             saved_by = excluded.saved_by\
      """;

  Optional<AlarmRules> find(Queries queries, SurveyCode survey) {
    return queries.findOne(
        "survey_alarm.find",
        FIND,
        row -> Json.read(row.getString("rules"), AlarmRules.class),
        survey.text());
  }

  void save(Queries transaction, SurveyCode survey, AlarmRules rules, Instant at, String by) {
    transaction.execute(
        "survey_alarm.save",
        SAVE,
        survey.text(),
        Json.text(rules.words()),
        Json.text(rules.scores()),
        Sql.utc(at),
        by);
  }
}
