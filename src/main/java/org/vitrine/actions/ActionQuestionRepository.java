package org.vitrine.actions;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Optional;
import org.vitrine.access.Token;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What is asked by mail about actions, in PostgreSQL. */
final class ActionQuestionRepository {
  private static final String ASK =
      """
      INSERT INTO action_question (token_hash, company_id, action, person_id, asked_at, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6)""";

  private static final String FIND =
      """
      SELECT company_id, action, person_id
        FROM action_question
       WHERE token_hash = $1 AND answered_at IS NULL AND expires_at > $2""";

  private static final String ANSWER =
      """
      UPDATE action_question
         SET answered_at = $2
       WHERE token_hash = $1 AND answered_at IS NULL AND expires_at > $2
      RETURNING company_id, action, person_id""";

  private static final String END =
      """
      UPDATE action_question
         SET expires_at = asked_at
       WHERE action = $1 AND answered_at IS NULL""";

  private static final String SWEEP =
      """
      DELETE FROM action_question
       WHERE expires_at < $1""";

  /** Who was asked, for which of their companies, about which action. */
  record ActionQuestion(CompanyId company, ActionNumber action, long person) {}

  void ask(
      Queries transaction, Token token, ActionQuestion question, Instant now, Instant expires) {
    transaction.execute(
        "action_question.ask",
        ASK,
        hash(token),
        question.company().value(),
        question.action().value(),
        question.person(),
        Sql.utc(now),
        Sql.utc(expires));
  }

  /** Nothing where there is none, or it was answered, or has run out. */
  Optional<ActionQuestion> find(Queries queries, Token token, Instant now) {
    return queries.findOne(
        "action_question.find",
        FIND,
        ActionQuestionRepository::toQuestion,
        hash(token),
        Sql.utc(now));
  }

  /** The same, which nobody answers again. */
  Optional<ActionQuestion> answer(Queries transaction, Token token, Instant now) {
    return transaction.findOne(
        "action_question.answer",
        ANSWER,
        ActionQuestionRepository::toQuestion,
        hash(token),
        Sql.utc(now));
  }

  /** What was asked about it is not asked any more. */
  void end(Queries transaction, ActionNumber action) {
    transaction.execute("action_question.end", END, action.value());
  }

  void sweep(Queries queries, Instant expiredBefore) {
    queries.execute("action_question.sweep", SWEEP, Sql.utc(expiredBefore));
  }

  private static ActionQuestion toQuestion(Row row) {
    return new ActionQuestion(
        new CompanyId(row.getLong("company_id")),
        new ActionNumber(row.getLong("action")),
        row.getLong("person_id"));
  }

  private static Buffer hash(Token token) {
    return Buffer.buffer(token.hash());
  }
}
