package org.vitrine.surveys;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Themes of written answers, in PostgreSQL. */
final class ThemeRepository {
  private static final String OF =
      """
      SELECT t.id, t.question, t.name::text AS name, t.meeting,
             coalesce(array_agg(x.key ORDER BY x.key) FILTER (WHERE x.key IS NOT NULL), '{}') AS texts
        FROM survey_theme t
        LEFT JOIN survey_theme_text x ON x.theme = t.id
       WHERE t.survey = $1
       GROUP BY t.id
       ORDER BY t.id\
      """;

  private static final String COUNT =
      """
      SELECT count(*) AS themes
        FROM survey_theme
       WHERE survey = $1\
      """;

  private static final String ADD =
      """
      INSERT INTO survey_theme (survey, question, name, named_at, named_by)
      VALUES ($1, $2, $3::text::jsonb, $4, $5)
      RETURNING id\
      """;

  private static final String NAME =
      """
      UPDATE survey_theme
         SET name = $4::text::jsonb, named_at = $5, named_by = $6
       WHERE survey = $1 AND id = $2 AND question = $3\
      """;

  private static final String PUT =
      """
      INSERT INTO survey_theme_text (survey, question, key, theme)
      SELECT $1, $2, key, $4
        FROM unnest($3::text[]) AS t (key)
       ORDER BY key
      ON CONFLICT (survey, question, key) DO UPDATE SET theme = excluded.theme\
      """;

  private static final String TAKE_OUT =
      """
      DELETE FROM survey_theme_text
       WHERE theme = $1 AND NOT key = ANY($2)\
      """;

  private static final String SWEEP =
      """
      DELETE FROM survey_theme t
       WHERE t.survey = $1 AND t.id <> $2
         AND NOT EXISTS (SELECT FROM survey_theme_text x WHERE x.theme = t.id)\
      """;

  private static final String REMOVE =
      """
      DELETE FROM survey_theme
       WHERE survey = $1 AND id = $2\
      """;

  private static final String CLAIM =
      """
      UPDATE survey_theme
         SET meeting = $3
       WHERE survey = $1 AND id = $2 AND meeting IS NULL\
      """;

  private static final String UNCLAIM =
      """
      UPDATE survey_theme
         SET meeting = NULL
       WHERE survey = $1 AND id = $2\
      """;

  List<SurveyTheme> of(Queries queries, SurveyCode survey) {
    return queries.find("survey_theme.of", OF, ThemeRepository::toTheme, survey.text());
  }

  long count(Queries queries, SurveyCode survey) {
    return queries
        .findOne("survey_theme.count", COUNT, row -> row.getLong("themes"), survey.text())
        .orElseThrow();
  }

  long add(Queries transaction, SurveyCode survey, SaveTheme theme, Instant at, String by) {
    return transaction
        .findOne(
            "survey_theme.add",
            ADD,
            row -> row.getLong("id"),
            survey.text(),
            theme.question(),
            Json.text(theme.name()),
            Sql.utc(at),
            by)
        .orElseThrow();
  }

  /** False where this question has no such theme. */
  boolean name(
      Queries transaction, SurveyCode survey, long id, SaveTheme theme, Instant at, String by) {
    return transaction.execute(
            "survey_theme.name",
            NAME,
            survey.text(),
            id,
            theme.question(),
            Json.text(theme.name()),
            Sql.utc(at),
            by)
        > 0;
  }

  /** Just these are under it; what has nothing left under it is gone. */
  void put(Queries transaction, SurveyCode survey, long id, SaveTheme theme) {
    String[] keys = theme.texts().toArray(String[]::new);
    transaction.execute("survey_theme_text.take_out", TAKE_OUT, id, keys);
    transaction.execute("survey_theme_text.put", PUT, survey.text(), theme.question(), keys, id);
    transaction.execute("survey_theme.sweep", SWEEP, survey.text(), id);
  }

  boolean remove(Queries transaction, SurveyCode survey, long id) {
    return transaction.execute("survey_theme.remove", REMOVE, survey.text(), id) > 0;
  }

  /** False where it is on an agenda, or not there. */
  boolean claim(Queries queries, SurveyCode survey, long id, long meeting) {
    return queries.execute("survey_theme.claim", CLAIM, survey.text(), id, meeting) > 0;
  }

  void unclaim(Queries queries, SurveyCode survey, long id) {
    queries.execute("survey_theme.unclaim", UNCLAIM, survey.text(), id);
  }

  private static SurveyTheme toTheme(Row row) {
    return new SurveyTheme(
        row.getLong("id"),
        row.getString("question"),
        LocalizedText.stored(row.getString("name")),
        Optional.ofNullable(row.getLong("meeting")),
        Arrays.asList(row.getArrayOfStrings("texts")));
  }
}
