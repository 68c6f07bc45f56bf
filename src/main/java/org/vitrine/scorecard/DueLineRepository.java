package org.vitrine.scorecard;

import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.scorecard.DueLine.CameOn;
import org.vitrine.scorecard.DueLine.DueWord;
import org.vitrine.scorecard.DueLine.OrderedPart;
import org.vitrine.scorecard.DueLines.LineKey;

/** What was promised, ordered and delivered, in PostgreSQL. */
final class DueLineRepository {
  private static final String WORDS =
      """
      SELECT g.order_id, g.version, (g.body ->> 'line')::integer AS line,
             (g.recorded_at AT TIME ZONE $3)::date AS said, (g.body ->> 'date')::date AS promised
        FROM promise_given g
       WHERE g.order_id IN (SELECT w.order_id
                              FROM promise_given w
                             WHERE w.body ->> 'date' >= $1 AND w.body ->> 'date' <= $2)
         AND g.recorded_at < $4
         AND NOT EXISTS (SELECT FROM example_company e WHERE e.company_id = g.company_id)\
      """;

  private static final String ORDERED =
      """
      SELECT order_id, line, company_id, routing, quantity, closed_short
        FROM line_ordered
       WHERE order_id = ANY($1) AND NOT cancelled\
      """;

  private static final String CAME =
      """
      SELECT order_id, line, coalesce(delivered_on, left_on) AS day, quantity
        FROM line_left
       WHERE order_id = ANY($1) AND coalesce(delivered_on, left_on) <= $2\
      """;

  private static final String NAMES =
      """
      SELECT code, name
        FROM routing_name\
      """;

  /** By order, of those of which a day of this month was ever named. */
  Map<Long, List<DueWord>> words(Queries queries, ScorecardMonth month) {
    Map<Long, List<DueWord>> words = new HashMap<>();
    queries.find(
        "scorecard.words",
        WORDS,
        row ->
            words
                .computeIfAbsent(row.getLong("order_id"), any -> new ArrayList<>())
                .add(toWord(row)),
        month.first().toString(),
        month.last().toString(),
        month.zone().getId(),
        Sql.utc(month.known()));
    return words;
  }

  private static DueWord toWord(Row row) {
    return new DueWord(
        row.getLong("version"),
        Optional.ofNullable(row.getInteger("line")),
        row.getLocalDate("said"),
        Optional.ofNullable(row.getLocalDate("promised")));
  }

  Map<LineKey, OrderedPart> ordered(Queries queries, Collection<Long> orders) {
    Map<LineKey, OrderedPart> ordered = new HashMap<>();
    queries.find(
        "scorecard.ordered",
        ORDERED,
        row -> ordered.put(key(row), toPart(row)),
        (Object) orders.toArray(Long[]::new));
    return ordered;
  }

  private static LineKey key(Row row) {
    return new LineKey(row.getLong("order_id"), row.getInteger("line"));
  }

  private static OrderedPart toPart(Row row) {
    return new OrderedPart(
        row.getLong("company_id"),
        row.getInteger("line"),
        row.getString("routing"),
        Optional.ofNullable(row.getBigDecimal("quantity")),
        row.getBoolean("closed_short"));
  }

  Map<LineKey, List<CameOn>> came(Queries queries, Collection<Long> orders, LocalDate until) {
    Map<LineKey, List<CameOn>> came = new HashMap<>();
    queries.find(
        "scorecard.came",
        CAME,
        row ->
            came.computeIfAbsent(key(row), any -> new ArrayList<>())
                .add(new CameOn(row.getLocalDate("day"), row.getBigDecimal("quantity"))),
        orders.toArray(Long[]::new),
        until);
    return came;
  }

  Map<String, String> names(Queries queries) {
    Map<String, String> names = new HashMap<>();
    queries.find(
        "scorecard.names", NAMES, row -> names.put(row.getString("code"), row.getString("name")));
    return names;
  }
}
