package org.vitrine.surveys;

import java.util.List;
import java.util.UUID;
import org.vitrine.platform.database.Queries;

/**
 * Anonymous answers, in PostgreSQL. Nothing of a row tells which of them came when: each time that
 * one is added, and once more afterwards, rows are written anew in one statement, in the order of
 * new random keys (decision 0112).
 */
final class AnonymousSheetRepository {
  /** So many others, drawn at random, are written anew with one; where there are fewer, all. */
  private static final int WRITTEN_ANEW = 500;

  private static final String ADD =
      """
      WITH before AS (
        DELETE FROM anonymous_sheet
         WHERE id IN (SELECT id FROM anonymous_sheet WHERE survey = $1 ORDER BY random() LIMIT $4)
        RETURNING channel, answers)
      INSERT INTO anonymous_sheet (id, survey, channel, answers)
      SELECT gen_random_uuid() AS id, $1, channel, answers
        FROM (SELECT channel, answers FROM before UNION ALL SELECT $2::text, $3::text::jsonb) AS sheet
       ORDER BY id\
      """;

  private static final String SCATTER =
      """
      WITH before AS (
        DELETE FROM anonymous_sheet
         WHERE survey = $1
           AND xmin IN (SELECT s.xmin FROM anonymous_sheet s WHERE s.survey = $1 ORDER BY age(s.xmin) LIMIT 1)
        RETURNING channel, answers)
      INSERT INTO anonymous_sheet (id, survey, channel, answers)
      SELECT gen_random_uuid() AS id, $1, channel, answers
        FROM before
       ORDER BY id\
      """;

  private static final String OF =
      """
      SELECT id, channel, answers::text AS answers
        FROM anonymous_sheet
       WHERE survey = $1
       ORDER BY id\
      """;

  /** One of those under its present key, its answers as JSON. */
  record NamelessSheet(UUID id, SheetChannel channel, String answers) {}

  /** The survey has to be locked: two at once would not see each other's. */
  void add(Queries transaction, SurveyCode survey, SheetChannel channel, String answers) {
    transaction.execute(
        "anonymous_sheet.add", ADD, survey.text(), channel.code(), answers, WRITTEN_ANEW);
  }

  /** Writes those that were written last once more, apart from whoever answered last. */
  void scatter(Queries transaction, SurveyCode survey) {
    transaction.execute("anonymous_sheet.scatter", SCATTER, survey.text());
  }

  List<NamelessSheet> of(Queries queries, SurveyCode survey) {
    return queries.find(
        "anonymous_sheet.of",
        OF,
        row ->
            new NamelessSheet(
                row.getUUID("id"),
                SheetChannel.of(row.getString("channel")),
                row.getString("answers")),
        survey.text());
  }
}
