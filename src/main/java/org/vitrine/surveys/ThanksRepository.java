package org.vitrine.surveys;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;
import org.vitrine.surveys.SurveyThanks.KeptDeed;
import org.vitrine.surveys.SurveyThanks.ThanksMark;

/** What everybody who answered is told, in PostgreSQL. */
final class ThanksRepository {
  private static final String FIND =
      """
      SELECT number, words::text AS words, deeds::text AS deeds, version, saved_at, saved_by, told_at, told_by
        FROM survey_thanks
       WHERE survey = $1\
      """;

  private static final String SAVE =
      """
      INSERT INTO survey_thanks (survey, words, deeds, version, saved_at, saved_by)
      VALUES ($1, $2::text::jsonb, $3::text::jsonb, 1, $4, $5)
      ON CONFLICT (survey) DO UPDATE
         SET words = excluded.words, deeds = excluded.deeds, version = survey_thanks.version + 1,
             saved_at = excluded.saved_at, saved_by = excluded.saved_by\
      """;

  private static final String TELL =
      """
      UPDATE survey_thanks
         SET deeds = $2::text::jsonb, results = $3::text::jsonb, told_at = $4, told_by = $5, version = version + 1
       WHERE survey = $1 AND told_at IS NULL\
      """;

  private static final String RESULTS =
      """
      SELECT results::text AS results
        FROM survey_thanks
       WHERE survey = $1 AND told_at IS NOT NULL\
      """;

  Optional<SurveyThanks> find(Queries queries, SurveyCode survey) {
    return queries.findOne("survey_thanks.find", FIND, ThanksRepository::toThanks, survey.text());
  }

  /** The survey has to be locked. */
  void save(Queries transaction, SurveyCode survey, ThanksDraft thanks, Instant at, String by) {
    transaction.execute(
        "survey_thanks.save",
        SAVE,
        survey.text(),
        Json.text(thanks.words()),
        Json.text(
            thanks.deeds().stream().map(deed -> new KeptDeed(deed, Optional.empty())).toList()),
        Sql.utc(at),
        by);
  }

  /**
   * @param results what all said, as JSON
   */
  void tell(
      Queries transaction,
      SurveyCode survey,
      List<KeptDeed> deeds,
      String results,
      ThanksMark told) {
    transaction.execute(
        "survey_thanks.tell",
        TELL,
        survey.text(),
        Json.text(deeds),
        results,
        Sql.utc(told.at()),
        told.by());
  }

  /** What all said, as it was told; nothing where nobody was told. */
  Optional<String> results(Queries queries, SurveyCode survey) {
    return queries.findOne(
        "survey_thanks.results", RESULTS, row -> row.getString("results"), survey.text());
  }

  private static SurveyThanks toThanks(Row row) {
    OffsetDateTime told = row.getOffsetDateTime("told_at");
    return new SurveyThanks(
        row.getLong("number"),
        LocalizedText.stored(row.getString("words")),
        List.of(Json.read(row.getString("deeds"), KeptDeed[].class)),
        row.getLong("version"),
        new ThanksMark(row.getString("saved_by"), row.getOffsetDateTime("saved_at").toInstant()),
        Optional.ofNullable(told)
            .map(at -> new ThanksMark(row.getString("told_by"), at.toInstant())));
  }
}
