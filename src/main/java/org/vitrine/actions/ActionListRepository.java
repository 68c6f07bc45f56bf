package org.vitrine.actions;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.actions.Action.ActionOwner;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** Actions as staff look for them, in PostgreSQL. */
final class ActionListRepository {
  private static final String SEARCH =
      """
      SELECT number
        FROM action a
       WHERE ($1::text IS NULL OR state = $1)
         AND ($2::bigint IS NULL OR owner_id = $2)
         AND ($3::date IS NULL OR due < $3 AND state IN ('open', 'reopened'))
         AND ($4::text IS NULL OR source_kind = $4)
         AND ($5::bigint IS NULL OR source_number = $5)
         AND ($6::bigint IS NULL OR (made_at, number) < (
               SELECT b.made_at, b.number FROM action b WHERE b.number = $6))
       ORDER BY made_at DESC, number DESC
       LIMIT $7\
      """;

  /** Open ones first, by their due dates; of the others the newest. */
  private static final String FOREMOST =
      """
      SELECT number
        FROM action
       ORDER BY state NOT IN ('open', 'reopened'), CASE WHEN state IN ('open', 'reopened') THEN due END,
                made_at DESC, number DESC
       LIMIT $1\
      """;

  private static final String DUE =
      """
      SELECT number, text, owner_id, owner, due, count(*) OVER () AS total
        FROM action
       WHERE state IN ('open', 'reopened') AND ($1::bigint[] IS NULL OR owner_id = ANY($1))
         AND ($2::date IS NULL OR due < $2)
       ORDER BY due, number
       LIMIT $3\
      """;

  private static final String HISTORY =
      """
      SELECT sequence, at, kind, by, body::text AS body
        FROM action_event
       WHERE action = $1
       ORDER BY sequence\
      """;

  /**
   * What is looked for; absent means any.
   *
   * @param overdue those that are open and were due before this day
   */
  record ActionSearch(
      Optional<ActionState> state,
      Optional<Long> owner,
      Optional<LocalDate> overdue,
      Optional<String> sourceKind,
      Optional<Long> sourceNumber) {}

  /** One line of the history of an action. */
  record ActionHistoryLine(int sequence, Instant at, String kind, String by, JsonNode detail) {}

  List<ActionNumber> search(Queries queries, ActionSearch search, Optional<Long> after, int most) {
    return queries.find(
        "action.search",
        SEARCH,
        ActionListRepository::toNumber,
        search.state().map(ActionState::code).orElse(null),
        search.owner().orElse(null),
        search.overdue().orElse(null),
        search.sourceKind().orElse(null),
        search.sourceNumber().orElse(null),
        after.orElse(null),
        most);
  }

  List<ActionNumber> foremost(Queries queries, int most) {
    return queries.find("action.foremost", FOREMOST, ActionListRepository::toNumber, most);
  }

  /** An open one, and how many there are like it. */
  record CountedAction(long number, String text, ActionOwner owner, LocalDate due, long total) {}

  /** Open ones, due first; absent means any. */
  List<CountedAction> due(
      Queries queries, Optional<Collection<Long>> owners, Optional<LocalDate> before, int most) {
    return queries.find(
        "action.due",
        DUE,
        row ->
            new CountedAction(
                row.getLong("number"),
                row.getString("text"),
                new ActionOwner(row.getLong("owner_id"), row.getString("owner")),
                row.getLocalDate("due"),
                row.getLong("total")),
        owners.map(ids -> ids.toArray(Long[]::new)).orElse(null),
        before.orElse(null),
        most);
  }

  List<ActionHistoryLine> history(Queries queries, ActionNumber number) {
    return queries.find(
        "action_event.history",
        HISTORY,
        row ->
            new ActionHistoryLine(
                row.getInteger("sequence"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("kind"),
                row.getString("by"),
                Json.read(row.getString("body"), JsonNode.class)),
        number.value());
  }

  private static ActionNumber toNumber(Row row) {
    return new ActionNumber(row.getLong("number"));
  }
}
