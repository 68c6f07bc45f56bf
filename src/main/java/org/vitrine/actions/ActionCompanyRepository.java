package org.vitrine.actions;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.actions.Action.ActionClosing;
import org.vitrine.actions.Action.DueMove;
import org.vitrine.actions.ActionShown.CompanySaid;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What the companies that raised a matter read of its action, and what they answered. */
final class ActionCompanyRepository {
  private static final String RAISE =
      """
      INSERT INTO action_company (company_id, action, text, owner, due, state, source_label, made_at)
      SELECT company_id, $1, $3, $4, $5, 'open', $6, $7
        FROM unnest($2::bigint[]) AS c (company_id)""";

  private static final String SHOW =
      """
      UPDATE action_company
         SET text = $2, owner = $3, due = $4, state = $5, closed_at = $6, closing = $7, moved_from = $8,
             moved_because = $9, asked_at = $10
       WHERE action = $1""";

  private static final String WORKED =
      """
      UPDATE action_company
         SET worked_at = $3, said = $4
       WHERE action = $1 AND company_id = $2""";

  private static final String FORGET_ANSWERS =
      """
      UPDATE action_company
         SET worked_at = NULL, said = NULL
       WHERE action = $1""";

  private static final String UNANSWERED =
      """
      SELECT company_id
        FROM action_company
       WHERE action = $1 AND worked_at IS NULL
       ORDER BY company_id""";

  private static final String SAID_IT_WORKED =
      """
      SELECT worked_at
        FROM action_company
       WHERE action = $1 AND company_id = $2 AND worked_at IS NOT NULL""";

  private static final String ANSWERS =
      """
      SELECT action, company_id, worked_at, said
        FROM action_company
       WHERE action = ANY($1)
       ORDER BY company_id""";

  private static final String LIST =
      """
      SELECT action, text, owner, due, state, source_label, made_at, closed_at, closing, moved_from, moved_because,
             asked_at, worked_at, said
        FROM action_company a
       WHERE ($1::bigint IS NULL OR company_id = $1)
         AND ($2::text IS NULL OR state = $2)
         AND ($3::bigint IS NULL OR (made_at, action) < (
               SELECT b.made_at, b.action FROM action_company b
                WHERE b.action = $3 AND ($1::bigint IS NULL OR b.company_id = $1)))
       ORDER BY made_at DESC, action DESC
       LIMIT $4""";

  private static final String FIND =
      """
      SELECT action, text, owner, due, state, source_label, made_at, closed_at, closing, moved_from, moved_because,
             asked_at, worked_at, said
        FROM action_company
       WHERE ($1::bigint IS NULL OR company_id = $1) AND action = $2""";

  private static final String FIND_SOME =
      """
      SELECT action, text, owner, due, state, source_label, made_at, closed_at, closing, moved_from, moved_because,
             asked_at, worked_at, said
        FROM action_company
       WHERE ($1::bigint IS NULL OR company_id = $1) AND action = ANY($2)""";

  void raise(Queries transaction, Action action) {
    transaction.execute(
        "action_company.raise",
        RAISE,
        action.number().value(),
        action.raisedBy().stream().map(CompanyId::value).toArray(Long[]::new),
        action.text(),
        action.owner().name(),
        action.due(),
        action.source().map(ActionSource::label).orElse(null),
        Sql.utc(action.made().at()));
  }

  /** Writes what they read of it. */
  void show(Queries transaction, Action action) {
    transaction.execute(
        "action_company.show",
        SHOW,
        action.number().value(),
        action.text(),
        action.owner().name(),
        action.due(),
        action.state().code(),
        action.closing().map(closed -> Sql.utc(closed.at())).orElse(null),
        action.closing().map(ActionClosing::text).orElse(null),
        action.moved().map(DueMove::from).orElse(null),
        action.moved().map(DueMove::reason).orElse(null),
        action.rhythm().askedAt().map(Sql::utc).orElse(null));
  }

  /** The company says that it worked. */
  void worked(
      Queries transaction,
      ActionNumber number,
      CompanyId company,
      Instant at,
      Optional<String> said) {
    transaction.execute(
        "action_company.worked",
        WORKED,
        number.value(),
        company.value(),
        Sql.utc(at),
        said.orElse(null));
  }

  /** What was said of it before says nothing now. */
  void forgetAnswers(Queries transaction, ActionNumber number) {
    transaction.execute("action_company.forget_answers", FORGET_ANSWERS, number.value());
  }

  /** Those who have not said whether it worked. */
  List<CompanyId> unanswered(Queries queries, ActionNumber number) {
    return queries.find(
        "action_company.unanswered",
        UNANSWERED,
        row -> new CompanyId(row.getLong("company_id")),
        number.value());
  }

  boolean hasSaidItWorked(Queries queries, ActionNumber number, CompanyId company) {
    return queries
        .findOne(
            "action_company.said_it_worked",
            SAID_IT_WORKED,
            row -> true,
            number.value(),
            company.value())
        .isPresent();
  }

  /** The companies that raised the matter, by action, with what they answered. */
  Map<ActionNumber, List<CompanySaid>> answers(Queries queries, Collection<ActionNumber> numbers) {
    return queries
        .find(
            "action_company.answers",
            ANSWERS,
            row ->
                Map.entry(
                    new ActionNumber(row.getLong("action")),
                    new CompanySaid(
                        new CompanyId(row.getLong("company_id")),
                        ActionRepository.instant(row, "worked_at"),
                        Optional.ofNullable(row.getString("said")))),
            (Object) numbers.stream().map(ActionNumber::value).toArray(Long[]::new))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** A company's, newest first. */
  List<ActionShown> list(
      Queries queries,
      CompanyId company,
      Optional<ActionState> state,
      Optional<Long> after,
      int most) {
    return queries.find(
        "action_company.list",
        LIST,
        ActionCompanyRepository::toShown,
        company.value(),
        state.map(ActionState::code).orElse(null),
        after.orElse(null),
        most);
  }

  /** Those of these that the company raised, in no order. */
  List<ActionShown> find(Queries queries, CompanyId company, Collection<ActionNumber> numbers) {
    return queries.find(
        "action_company.find_some",
        FIND_SOME,
        ActionCompanyRepository::toShown,
        company.value(),
        numbers.stream().map(ActionNumber::value).toArray(Long[]::new));
  }

  Optional<ActionShown> find(Queries queries, CompanyId company, ActionNumber number) {
    return queries.findOne(
        "action_company.find",
        FIND,
        ActionCompanyRepository::toShown,
        company.value(),
        number.value());
  }

  private static ActionShown toShown(Row row) {
    return new ActionShown(
        new ActionNumber(row.getLong("action")),
        row.getString("text"),
        row.getString("owner"),
        row.getLocalDate("due"),
        ActionState.of(row.getString("state")),
        Optional.ofNullable(row.getString("source_label")),
        row.getOffsetDateTime("made_at").toInstant(),
        ActionRepository.instant(row, "closed_at")
            .map(at -> new ActionShown.ShownClosing(at, row.getString("closing"))),
        Optional.ofNullable(row.getLocalDate("moved_from"))
            .map(from -> new DueMove(from, row.getString("moved_because"))),
        ActionRepository.instant(row, "asked_at"),
        ActionRepository.instant(row, "worked_at")
            .map(at -> new ActionShown.ItWorked(at, Optional.ofNullable(row.getString("said")))));
  }
}
