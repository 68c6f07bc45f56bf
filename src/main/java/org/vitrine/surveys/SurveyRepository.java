package org.vitrine.surveys;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.companies.Tier;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Surveys, in PostgreSQL. */
final class SurveyRepository {
  private static final String COLUMNS =
      """
      SELECT code, title::text AS title, introduction::text AS introduction, occasion, privacy, everybody, tiers,
             companies, sample::text AS sample, seed, opens, closes, questions::text AS questions, follows, state,
             asked, version, saved_at, saved_by
        FROM survey
      """;

  private static final String FIND = COLUMNS + " WHERE code = $1";

  private static final String LOCK = FIND + " FOR NO KEY UPDATE";

  private static final String NEWEST = COLUMNS + " ORDER BY opens DESC, code LIMIT $1";

  private static final String THESE = COLUMNS + " WHERE code = ANY($1) ORDER BY closes, code";

  private static final String OPEN =
      COLUMNS
          + " WHERE state = 'open' AND occasion = $1 AND opens <= $2 AND closes > $2 ORDER BY code";

  private static final String BEGIN =
      """
      INSERT INTO survey (code, title, introduction, occasion, privacy, everybody, tiers, companies, sample, opens,
                          closes, questions, saved_at, saved_by, seed, follows, state, deed_at, version)
      VALUES ($1, $2::text::jsonb, $3::text::jsonb, $4, $5, $6, $7, $8, $9::text::jsonb, $10, $11, $12::text::jsonb,
              $13, $14, $15, $16, 'draft', NULL, 1)
      ON CONFLICT (code) DO NOTHING\
      """;

  private static final String SAVE =
      """
      UPDATE survey
         SET title = $2::text::jsonb, introduction = $3::text::jsonb, occasion = $4, privacy = $5, everybody = $6,
             tiers = $7, companies = $8, sample = $9::text::jsonb, opens = $10, closes = $11,
             questions = $12::text::jsonb, saved_at = $13, saved_by = $14, version = version + 1,
             deed_at = CASE WHEN state <> 'open' THEN NULL WHEN asked THEN $11::timestamptz ELSE $10::timestamptz END
       WHERE code = $1\
      """;

  private static final String LET_OPEN =
      """
      UPDATE survey
         SET state = 'open', deed_at = $2, version = version + 1
       WHERE code = $1\
      """;

  /** On the last day that it was to be answered, however late the clock sees to it. */
  private static final String CLOSE =
      """
      UPDATE survey
         SET state = 'closed', closed_at = least(closes, $2), deed_at = NULL, version = version + 1
       WHERE code = $1\
      """;

  private static final String ASKED =
      """
      UPDATE survey
         SET asked = true
       WHERE code = $1 AND NOT asked\
      """;

  private static final String REMOVE =
      """
      DELETE FROM survey
       WHERE code = $1 AND NOT asked\
      """;

  private static final String DUE =
      COLUMNS + " WHERE deed_at <= $1 ORDER BY deed_at, code LIMIT 100";

  private static final String REST =
      """
      UPDATE survey
         SET deed_at = $2
       WHERE code = $1 AND deed_at IS NOT NULL\
      """;

  Optional<Survey> find(Queries queries, SurveyCode code) {
    return queries.findOne("survey.find", FIND, SurveyRepository::toSurvey, code.text());
  }

  /** Stays as it is until the transaction ends; what refers to it goes on. */
  Optional<Survey> lock(Queries transaction, SurveyCode code) {
    return transaction.findOne("survey.lock", LOCK, SurveyRepository::toSurvey, code.text());
  }

  List<Survey> newest(Queries queries, int most) {
    return queries.find("survey.newest", NEWEST, SurveyRepository::toSurvey, most);
  }

  List<Survey> find(Queries queries, Collection<SurveyCode> codes) {
    return queries.find(
        "survey.find_these",
        THESE,
        SurveyRepository::toSurvey,
        (Object) codes.stream().map(SurveyCode::text).toArray(String[]::new));
  }

  /** Those that ask at such an occasion now. */
  List<Survey> open(Queries queries, SurveyOccasion occasion, Instant now) {
    return queries.find(
        "survey.open", OPEN, SurveyRepository::toSurvey, occasion.code(), Sql.utc(now));
  }

  /** A draft; false where the code is taken. */
  boolean begin(Queries transaction, Survey survey) {
    return write(
            "survey.begin",
            BEGIN,
            transaction,
            survey,
            survey.seed(),
            survey.follows().map(SurveyCode::text).orElse(null))
        > 0;
  }

  void save(Queries transaction, Survey survey) {
    write("survey.save", SAVE, transaction, survey);
  }

  private static int write(
      String name, String sql, Queries transaction, Survey survey, Object... more) {
    SurveyPlan plan = survey.plan();
    SurveyAudience audience = plan.audience();
    Object[] all = {
      survey.code().text(),
      Json.text(plan.title()),
      Json.text(plan.introduction()),
      plan.occasion().code(),
      plan.privacy().code(),
      audience.all(),
      audience.tiers().stream()
          .map(tier -> tier.name().toLowerCase(Locale.ROOT))
          .sorted()
          .toArray(String[]::new),
      audience.companies().toArray(String[]::new),
      audience.sample() == null ? null : Json.text(audience.sample()),
      Sql.utc(plan.opens()),
      Sql.utc(plan.closes()),
      Json.text(plan.questions()),
      Sql.utc(survey.saved().at()),
      survey.saved().name()
    };
    Object[] parameters = Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, parameters, all.length, more.length);
    return transaction.execute(name, sql, parameters);
  }

  /**
   * @param due when the clock has something to do about it; absent where never again
   */
  void letOpen(Queries transaction, SurveyCode code, Instant due) {
    transaction.execute("survey.let_open", LET_OPEN, code.text(), Sql.utc(due));
  }

  void close(Queries transaction, SurveyCode code, Instant now) {
    transaction.execute("survey.close", CLOSE, code.text(), Sql.utc(now));
  }

  /** Somebody is asked: from now on what is asked stays as it is. */
  void asked(Queries transaction, SurveyCode code) {
    transaction.execute("survey.asked", ASKED, code.text());
  }

  /** False where somebody was asked. */
  boolean remove(Queries transaction, SurveyCode code) {
    return transaction.execute("survey.remove", REMOVE, code.text()) > 0;
  }

  /** Those of which the clock has something to do. */
  List<Survey> due(Queries queries, Instant now) {
    return queries.find("survey.due", DUE, SurveyRepository::toSurvey, Sql.utc(now));
  }

  void rest(Queries queries, SurveyCode code, Instant until) {
    queries.execute("survey.rest", REST, code.text(), Sql.utc(until));
  }

  private static Survey toSurvey(Row row) {
    return new Survey(
        new SurveyCode(row.getString("code")),
        plan(row),
        SurveyState.of(row.getString("state")),
        row.getBoolean("asked"),
        row.getLong("seed"),
        Optional.ofNullable(row.getString("follows")).map(SurveyCode::new),
        row.getLong("version"),
        new Survey.SavedBy(
            row.getString("saved_by"), row.getOffsetDateTime("saved_at").toInstant()));
  }

  private static SurveyPlan plan(Row row) {
    return new SurveyPlan(
        LocalizedText.stored(row.getString("title")),
        LocalizedText.stored(row.getString("introduction")),
        SurveyOccasion.of(row.getString("occasion")),
        SurveyPrivacy.of(row.getString("privacy")),
        audience(row),
        row.getOffsetDateTime("opens").toInstant(),
        row.getOffsetDateTime("closes").toInstant(),
        List.of(Json.read(row.getString("questions"), SurveyQuestion[].class)));
  }

  private static SurveyAudience audience(Row row) {
    String sample = row.getString("sample");
    return new SurveyAudience(
        row.getBoolean("everybody"),
        Arrays.stream(row.getArrayOfStrings("tiers"))
            .map(tier -> Tier.valueOf(tier.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet()),
        List.of(row.getArrayOfStrings("companies")),
        sample == null ? null : Json.read(sample, SurveySample.class));
  }
}
