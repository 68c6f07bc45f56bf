package org.vitrine.surveys;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Token;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.surveys.Surveys.AnsweredBy;
import org.vitrine.surveys.Surveys.SurveyPopulation;

/** Who is asked, in PostgreSQL. */
final class AskedRepository {
  private static final String COLUMNS =
      """
      SELECT survey, person_id, company_id, about, asked_at, step, answered, draft::text AS draft
        FROM survey_asked
      """;

  private static final String ADD =
      """
      INSERT INTO survey_asked (survey, person_id, company_id, about, mail_at)
      SELECT $1, person, company, $4, $5
        FROM unnest($2::bigint[], $3::bigint[]) AS t (person, company)
       ORDER BY person
      ON CONFLICT (survey, person_id) DO NOTHING\
      """;

  private static final String OF_PERSON =
      COLUMNS
          + " WHERE survey = $1 AND person_id = $2 AND company_id = $3 AND asked_at IS NOT NULL";

  private static final String ALL_OF_PERSON =
      COLUMNS
          + """
           WHERE person_id = $1 AND company_id = $2 AND asked_at IS NOT NULL
           ORDER BY asked_at DESC
           LIMIT $3\
          """;

  private static final String LOCK =
      COLUMNS + " WHERE survey = $1 AND person_id = $2 FOR NO KEY UPDATE";

  private static final String BY_LINK =
      """
      SELECT a.survey, a.person_id, a.company_id, a.about, a.asked_at, a.step, a.answered, a.draft::text AS draft
        FROM survey_link l
        JOIN survey_asked a ON a.survey = l.survey AND a.person_id = l.person_id
       WHERE l.token_hash = $1\
      """;

  private static final String LINK =
      """
      INSERT INTO survey_link (token_hash, survey, person_id)
      VALUES ($1, $2, $3)\
      """;

  private static final String DUE =
      COLUMNS + " WHERE mail_at <= $1 ORDER BY mail_at, survey, person_id LIMIT 1";

  private static final String LOCK_DUE =
      COLUMNS + " WHERE survey = $1 AND person_id = $2 AND mail_at <= $3 FOR NO KEY UPDATE";

  private static final String ASKED =
      """
      UPDATE survey_asked
         SET asked_at = $3, step = 1, mail_at = $4
       WHERE survey = $1 AND person_id = $2\
      """;

  private static final String REST =
      """
      UPDATE survey_asked
         SET mail_at = $3
       WHERE survey = $1 AND person_id = $2 AND mail_at IS NOT NULL\
      """;

  private static final String DONE =
      """
      UPDATE survey_asked
         SET step = 2, mail_at = NULL
       WHERE survey = $1 AND person_id = $2\
      """;

  private static final String FORGET =
      """
      DELETE FROM survey_asked
       WHERE survey = $1 AND person_id = $2 AND asked_at IS NULL\
      """;

  private static final String END =
      """
      DELETE FROM survey_asked
       WHERE survey = $1 AND asked_at IS NULL\
      """;

  private static final String END_MAILS =
      """
      UPDATE survey_asked
         SET step = 2, mail_at = NULL, draft = NULL
       WHERE survey = $1 AND (mail_at IS NOT NULL OR draft IS NOT NULL)\
      """;

  private static final String END_LINKS =
      """
      DELETE FROM survey_link
       WHERE survey = $1\
      """;

  private static final String DRAFT =
      """
      UPDATE survey_asked
         SET draft = $4::text::jsonb
       WHERE survey = $1 AND person_id = $2 AND company_id = $3 AND NOT answered\
      """;

  private static final String ANSWER =
      """
      UPDATE survey_asked
         SET answered = true, answered_at = $4, draft = NULL, step = 2, mail_at = NULL
       WHERE survey = $1 AND person_id = $2 AND company_id = $3 AND NOT answered\
      """;

  private static final String FORGET_ORDER =
      """
      UPDATE survey_asked
         SET about = ''
       WHERE company_id = $1 AND about = $2\
      """;

  private static final String COUNT =
      """
      SELECT survey, count(asked_at) AS asked, count(*) FILTER (WHERE answered) AS answered, count(*) AS drawn
        FROM survey_asked
       WHERE survey = ANY($1)
       GROUP BY survey\
      """;

  private static final String ANSWERED =
      """
      SELECT person_id, company_id
        FROM survey_asked
       WHERE survey = $1 AND answered
       ORDER BY person_id\
      """;

  private static final String OF_SURVEY =
      COLUMNS + " WHERE survey = $1 ORDER BY company_id, person_id LIMIT $2";

  /** How many were drawn to be asked, were asked, and have answered. */
  record AskedCount(SurveyCode survey, long drawn, long asked, long answered) {
    SurveyPopulation population() {
      return new SurveyPopulation(drawn, asked, answered);
    }
  }

  /** Adds those who are to be asked, by their persons and companies; who is there already stays. */
  int add(
      Queries transaction,
      SurveyCode survey,
      Collection<AskedPerson> people,
      String about,
      Instant mailAt) {
    return transaction.execute(
        "survey_asked.add",
        ADD,
        survey.text(),
        people.stream().map(AskedPerson::person).toArray(Long[]::new),
        people.stream().map(one -> one.company().value()).toArray(Long[]::new),
        about,
        Sql.utc(mailAt));
  }

  /** Somebody who is asked for their company. */
  record AskedPerson(long person, CompanyId company) {}

  /** Behind the wall of their company; nothing where they were not asked. */
  Optional<AskedOne> find(Queries queries, SurveyCode survey, long person, CompanyId company) {
    return queries.findOne(
        "survey_asked.find",
        OF_PERSON,
        AskedRepository::toAsked,
        survey.text(),
        person,
        company.value());
  }

  List<AskedOne> of(Queries queries, long person, CompanyId company, int most) {
    return queries.find(
        "survey_asked.of_person",
        ALL_OF_PERSON,
        AskedRepository::toAsked,
        person,
        company.value(),
        most);
  }

  Optional<AskedOne> lock(Queries transaction, SurveyCode survey, long person) {
    return transaction.findOne(
        "survey_asked.lock", LOCK, AskedRepository::toAsked, survey.text(), person);
  }

  Optional<AskedOne> byLink(Queries queries, Token link) {
    return queries.findOne(
        "survey_link.find", BY_LINK, AskedRepository::toAsked, Buffer.buffer(link.hash()));
  }

  void link(Queries transaction, AskedOne asked, Token link) {
    transaction.execute(
        "survey_link.add", LINK, Buffer.buffer(link.hash()), asked.survey().text(), asked.person());
  }

  /** One who is to be written to by then. */
  Optional<AskedOne> due(Queries queries, Instant now) {
    return queries.findOne("survey_asked.due", DUE, AskedRepository::toAsked, Sql.utc(now));
  }

  /** The same once its survey is locked; nothing where another node was quicker. */
  Optional<AskedOne> lockDue(Queries transaction, AskedOne due, Instant now) {
    return transaction.findOne(
        "survey_asked.lock_due",
        LOCK_DUE,
        AskedRepository::toAsked,
        due.survey().text(),
        due.person(),
        Sql.utc(now));
  }

  /**
   * @param remindAt absent where they are not reminded
   */
  void asked(Queries transaction, AskedOne asked, Instant now, Optional<Instant> remindAt) {
    transaction.execute(
        "survey_asked.asked",
        ASKED,
        asked.survey().text(),
        asked.person(),
        Sql.utc(now),
        remindAt.map(Sql::utc).orElse(null));
  }

  void rest(Queries queries, AskedOne asked, Instant until) {
    queries.execute(
        "survey_asked.rest", REST, asked.survey().text(), asked.person(), Sql.utc(until));
  }

  /** They are not written to any more. */
  void done(Queries transaction, AskedOne asked) {
    transaction.execute("survey_asked.done", DONE, asked.survey().text(), asked.person());
  }

  /** They are not asked after all. */
  void forget(Queries transaction, AskedOne asked) {
    transaction.execute("survey_asked.forget", FORGET, asked.survey().text(), asked.person());
  }

  /** Nobody is asked any more, by no mail and no link; what was begun is forgotten. */
  void end(Queries transaction, SurveyCode survey) {
    transaction.execute("survey_asked.end", END, survey.text());
    transaction.execute("survey_asked.end_mails", END_MAILS, survey.text());
    transaction.execute("survey_link.end", END_LINKS, survey.text());
  }

  boolean draft(Queries transaction, AskedOne asked, String answers) {
    return transaction.execute(
            "survey_asked.draft",
            DRAFT,
            asked.survey().text(),
            asked.person(),
            asked.company().value(),
            answers)
        > 0;
  }

  /**
   * False where they have answered before.
   *
   * @param at absent where it must not be known
   */
  boolean answer(Queries transaction, AskedOne asked, Optional<Instant> at) {
    return transaction.execute(
            "survey_asked.answer",
            ANSWER,
            asked.survey().text(),
            asked.person(),
            asked.company().value(),
            at.map(Sql::utc).orElse(null))
        > 0;
  }

  /** An order is there no longer. */
  void forgetOrder(Queries transaction, CompanyId company, String number) {
    transaction.execute("survey_asked.forget_order", FORGET_ORDER, company.value(), number);
  }

  List<AskedCount> count(Queries queries, Collection<SurveyCode> surveys) {
    return queries.find(
        "survey_asked.count",
        COUNT,
        row ->
            new AskedCount(
                new SurveyCode(row.getString("survey")),
                row.getLong("drawn"),
                row.getLong("asked"),
                row.getLong("answered")),
        (Object) surveys.stream().map(SurveyCode::text).toArray(String[]::new));
  }

  /** By their persons, which is no order in which they answered. */
  List<AnsweredBy> answered(Queries queries, SurveyCode survey) {
    return queries.find(
        "survey_asked.answered",
        ANSWERED,
        row -> new AnsweredBy(row.getLong("person_id"), new CompanyId(row.getLong("company_id"))),
        survey.text());
  }

  List<AskedOne> all(Queries queries, SurveyCode survey, int most) {
    return queries.find(
        "survey_asked.all", OF_SURVEY, AskedRepository::toAsked, survey.text(), most);
  }

  private static AskedOne toAsked(Row row) {
    OffsetDateTime at = row.getOffsetDateTime("asked_at");
    return new AskedOne(
        new SurveyCode(row.getString("survey")),
        row.getLong("person_id"),
        new CompanyId(row.getLong("company_id")),
        row.getString("about"),
        Optional.ofNullable(at).map(OffsetDateTime::toInstant),
        row.getInteger("step"),
        row.getBoolean("answered"),
        Optional.ofNullable(row.getString("draft")));
  }
}
