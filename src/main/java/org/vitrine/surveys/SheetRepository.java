package org.vitrine.surveys;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Answers of which it may be known whose they are, in PostgreSQL. */
final class SheetRepository {
  private static final String ADD =
      """
      WITH kept AS (
        INSERT INTO survey_sheet (id, survey, company_id, tier, channel, answered_at, typed_by, may_follow, answers)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::jsonb))
      INSERT INTO survey_sheet_person (sheet, person_id)
      VALUES ($1, $10)\
      """;

  private static final String OF =
      """
      SELECT id, company_id, tier, channel, answered_at, typed_by, may_follow, answers::text AS answers
        FROM survey_sheet
       WHERE survey = $1
       ORDER BY answered_at, id\
      """;

  private static final String NAMED =
      """
      SELECT s.id, s.company_id, s.tier, s.channel, s.answered_at, s.typed_by, s.may_follow,
             s.answers::text AS answers, p.person_id
        FROM survey_sheet s
        JOIN survey_sheet_person p ON p.sheet = s.id
       WHERE s.survey = $1
       ORDER BY s.answered_at, s.id\
      """;

  private static final String OWN =
      """
      SELECT s.id, s.company_id, s.tier, s.channel, s.answered_at, s.typed_by, s.may_follow,
             s.answers::text AS answers
        FROM survey_sheet s
        JOIN survey_sheet_person p ON p.sheet = s.id
       WHERE s.survey = $1 AND p.person_id = $2\
      """;

  private static final String TIER =
      """
      SELECT tier
        FROM company_card
       WHERE id = $1\
      """;

  /** A sheet as it is kept, its answers as JSON. */
  record StoredSheet(
      UUID id,
      CompanyId company,
      Tier tier,
      SheetChannel channel,
      Instant at,
      Optional<String> typedBy,
      boolean mayFollow,
      String answers) {}

  /** What the company is now: that stays with what is answered now. */
  Tier tier(Queries queries, CompanyId company) {
    return queries
        .findOne("survey_sheet.tier", TIER, SheetRepository::toTier, company.value())
        .orElseThrow();
  }

  private static Tier toTier(Row row) {
    return Tier.valueOf(row.getString("tier").toUpperCase(Locale.ROOT));
  }

  void add(Queries transaction, SurveyCode survey, long person, StoredSheet sheet) {
    transaction.execute(
        "survey_sheet.add",
        ADD,
        sheet.id(),
        survey.text(),
        sheet.company().value(),
        sheet.tier().name().toLowerCase(Locale.ROOT),
        sheet.channel().code(),
        Sql.utc(sheet.at()),
        sheet.typedBy().orElse(null),
        sheet.mayFollow(),
        sheet.answers(),
        person);
  }

  List<StoredSheet> of(Queries queries, SurveyCode survey) {
    return queries.find("survey_sheet.of", OF, SheetRepository::toSheet, survey.text());
  }

  Optional<StoredSheet> own(Queries queries, SurveyCode survey, long person) {
    return queries.findOne(
        "survey_sheet.own", OWN, SheetRepository::toSheet, survey.text(), person);
  }

  /** With who said it: only where the house may see that. */
  <T> List<T> named(
      Queries queries, SurveyCode survey, BiFunction<StoredSheet, Optional<Long>, T> as) {
    return queries.find(
        "survey_sheet.named",
        NAMED,
        row -> as.apply(toSheet(row), Optional.of(row.getLong("person_id"))),
        survey.text());
  }

  private static StoredSheet toSheet(Row row) {
    return new StoredSheet(
        row.getUUID("id"),
        new CompanyId(row.getLong("company_id")),
        toTier(row),
        SheetChannel.of(row.getString("channel")),
        row.getOffsetDateTime("answered_at").toInstant(),
        Optional.ofNullable(row.getString("typed_by")),
        row.getBoolean("may_follow"),
        row.getString("answers"));
  }
}
