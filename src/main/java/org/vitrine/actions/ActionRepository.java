package org.vitrine.actions;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.actions.Action.ActionClosing;
import org.vitrine.actions.Action.ActionMade;
import org.vitrine.actions.Action.ActionOwner;
import org.vitrine.actions.Action.ActionRhythm;
import org.vitrine.actions.Action.DueMove;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Actions and what happened to them, in PostgreSQL. */
final class ActionRepository {
  private static final String MAKE =
      """
      INSERT INTO action (number, text, owner_id, owner, due, made_at, made_by, source_kind, source_number, source_label)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      ON CONFLICT (number) DO NOTHING""";

  private static final String COLUMNS =
      """
      SELECT number, text, owner_id, owner, due, state, source_kind, source_number, source_label, version, made_at,
             made_by, closed_at, closed_by, closing, moved_from, moved_because, step, deed_at, asked_at,
             ARRAY(SELECT c.company_id FROM action_company c WHERE c.action = number ORDER BY 1) AS companies
      """;

  private static final String LOCK =
      COLUMNS
          + """
             FROM action
            WHERE number = $1
              FOR NO KEY UPDATE""";

  private static final String LOCK_DUE =
      COLUMNS
          + """
             FROM action
            WHERE deed_at <= $1
            ORDER BY deed_at
            LIMIT 1
              FOR NO KEY UPDATE SKIP LOCKED""";

  private static final String FIND =
      COLUMNS
          + """
             FROM action
            WHERE number = ANY($1)""";

  private static final String OF_SOURCE =
      COLUMNS
          + """
             FROM action
            WHERE source_kind = $1 AND source_number = $2
            ORDER BY made_at, number""";

  private static final String OPEN =
      COLUMNS
          + """
             FROM action
            WHERE state IN ('open', 'reopened') AND ($1::text IS NULL OR source_kind = $1)
            ORDER BY due, number
            LIMIT $2""";

  private static final String SAVE =
      """
      UPDATE action
         SET text = $2, owner_id = $3, owner = $4, due = $5, state = $6, version = $7, closed_at = $8, closed_by = $9,
             closing = $10, moved_from = $11, moved_because = $12, step = $13, deed_at = $14, asked_at = $15
       WHERE number = $1""";

  private static final String APPEND =
      """
      INSERT INTO action_event (action, sequence, at, kind, by, person_id, body)
      VALUES ($1, $2, $3, $4, $5, $6, $7::text::jsonb)""";

  private static final String REST =
      """
      UPDATE action
         SET deed_at = $2
       WHERE number = $1""";

  private static final String ASK_AFTER =
      """
      UPDATE action
         SET deed_at = (date_trunc('day', closed_at AT TIME ZONE $2) + make_interval(weeks => $1, hours => $3)) AT TIME ZONE $2
       WHERE state IN ('done', 'worked') AND asked_at IS NULL AND deed_at IS NOT NULL""";

  /** False where the number is taken. */
  boolean make(Queries transaction, Action action) {
    return transaction.execute(
            "action.make",
            MAKE,
            action.number().value(),
            action.text(),
            action.owner().id(),
            action.owner().name(),
            action.due(),
            Sql.utc(action.made().at()),
            action.made().by(),
            action.source().map(ActionSource::kind).orElse(null),
            action.source().map(ActionSource::number).orElse(null),
            action.source().map(ActionSource::label).orElse(null))
        > 0;
  }

  Optional<Action> lock(Queries transaction, ActionNumber number) {
    return transaction.findOne("action.lock", LOCK, ActionRepository::toAction, number.value());
  }

  /** One about which the clock has something to do, and nobody else is at it. */
  Optional<Action> lockDue(Queries transaction, Instant now) {
    return transaction.findOne(
        "action.lock_due", LOCK_DUE, ActionRepository::toAction, Sql.utc(now));
  }

  List<Action> find(Queries queries, Collection<ActionNumber> numbers) {
    return queries.find(
        "action.find",
        FIND,
        ActionRepository::toAction,
        (Object) numbers.stream().map(ActionNumber::value).toArray(Long[]::new));
  }

  List<Action> ofSource(Queries queries, String kind, long number) {
    return queries.find("action.of_source", OF_SOURCE, ActionRepository::toAction, kind, number);
  }

  List<Action> open(Queries queries, Optional<String> sourceKind, int most) {
    return queries.find(
        "action.open", OPEN, ActionRepository::toAction, sourceKind.orElse(null), most);
  }

  /** Writes what follows from its events. */
  void save(Queries transaction, Action action) {
    transaction.execute(
        "action.save",
        SAVE,
        action.number().value(),
        action.text(),
        action.owner().id(),
        action.owner().name(),
        action.due(),
        action.state().code(),
        action.version(),
        action.closing().map(closed -> Sql.utc(closed.at())).orElse(null),
        action.closing().map(ActionClosing::by).orElse(null),
        action.closing().map(ActionClosing::text).orElse(null),
        action.moved().map(DueMove::from).orElse(null),
        action.moved().map(DueMove::reason).orElse(null),
        action.rhythm().step(),
        action.rhythm().next().map(Sql::utc).orElse(null),
        action.rhythm().askedAt().map(Sql::utc).orElse(null));
  }

  void append(Queries transaction, ActionNumber number, int sequence, ActionEvent event) {
    transaction.execute(
        "action_event.append",
        APPEND,
        number.value(),
        sequence,
        Sql.utc(event.at()),
        event.kind().code(),
        event.by().name(),
        event.by().id().orElse(null),
        Json.text(event.detail()));
  }

  /** The clock looks at it again then. */
  void rest(Queries queries, ActionNumber number, Instant until) {
    queries.execute("action.rest", REST, number.value(), Sql.utc(until));
  }

  /** What is done and was not asked after is asked after so many weeks from when it was done. */
  void askAfter(Queries transaction, int weeks, String zone, int hour) {
    transaction.execute("action.ask_after", ASK_AFTER, weeks, zone, hour);
  }

  private static Action toAction(Row row) {
    return new Action(
        new ActionNumber(row.getLong("number")),
        row.getString("text"),
        new ActionOwner(row.getLong("owner_id"), row.getString("owner")),
        row.getLocalDate("due"),
        ActionState.of(row.getString("state")),
        source(row),
        Arrays.stream(row.getArrayOfLongs("companies")).map(CompanyId::new).toList(),
        row.getInteger("version"),
        new ActionMade(row.getOffsetDateTime("made_at").toInstant(), row.getString("made_by")),
        instant(row, "closed_at")
            .map(at -> new ActionClosing(at, row.getString("closed_by"), row.getString("closing"))),
        Optional.ofNullable(row.getLocalDate("moved_from"))
            .map(from -> new DueMove(from, row.getString("moved_because"))),
        new ActionRhythm(
            row.getInteger("step"), instant(row, "deed_at"), instant(row, "asked_at")));
  }

  static Optional<ActionSource> source(Row row) {
    return Optional.ofNullable(row.getString("source_kind"))
        .map(
            kind ->
                new ActionSource(
                    kind, row.getLong("source_number"), row.getString("source_label")));
  }

  static Optional<Instant> instant(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(at -> at.toInstant());
  }
}
