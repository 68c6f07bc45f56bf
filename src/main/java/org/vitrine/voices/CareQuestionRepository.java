package org.vitrine.voices;

import java.time.Instant;
import java.util.List;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** The questions of after-care in PostgreSQL. */
final class CareQuestionRepository {
  private static final String LIST =
      """
      SELECT product, question::text AS question, days
        FROM care_question
       ORDER BY product COLLATE reading""";

  private static final String CLEAR =
      """
      DELETE FROM care_question""";

  private static final String ADD =
      """
      INSERT INTO care_question (product, question, days, saved_by, saved_at)
      SELECT w.product, w.question, w.days, $4, $5
        FROM unnest($1::text[], $2::text[]::jsonb[], $3::integer[]) AS w (product, question, days)""";

  List<CareQuestion> list(Queries queries) {
    return queries.find(
        "care_question.list",
        LIST,
        row ->
            new CareQuestion(
                row.getString("product"),
                LocalizedText.stored(row.getString("question")),
                row.getInteger("days")));
  }

  void replace(Queries transaction, List<CareQuestion> questions, String actor, Instant now) {
    transaction.execute("care_question.clear", CLEAR);
    transaction.execute(
        "care_question.add",
        ADD,
        questions.stream().map(CareQuestion::product).toArray(String[]::new),
        questions.stream().map(one -> Json.text(one.question())).toArray(String[]::new),
        questions.stream().map(CareQuestion::days).toArray(Integer[]::new),
        actor,
        Sql.utc(now));
  }
}
