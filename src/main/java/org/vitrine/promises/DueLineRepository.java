package org.vitrine.promises;

import io.vertx.sqlclient.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.promises.DueLine.CameOn;
import org.vitrine.promises.DueLine.OrderedPart;
import org.vitrine.promises.DueLines.LineKey;

/** What was promised, ordered and delivered, in PostgreSQL. */
final class DueLineRepository {
  private static final String WORDS =
      """
      SELECT g.order_id, g.version, (g.body ->> 'line')::integer AS line,
             (g.recorded_at AT TIME ZONE $3)::date AS said, (g.body ->> 'date')::date AS promised,
             (CASE WHEN g.recorded_at < promises_told_since() THEN g.recorded_at
                   ELSE least(t.told_at, r.read_at) END AT TIME ZONE $3)::date AS told,
             CASE WHEN g.body ? 'offer' THEN coalesce(o.consent, 'ANSWERED') ELSE 'NONE' END AS consent,
             coalesce(g.body ->> 'side' = 'customer', false) AS theirs
        FROM promise_given g
        LEFT JOIN promise_told t ON t.order_id = g.order_id AND t.version = g.version
        LEFT JOIN LATERAL (
          SELECT min(read_at) AS read_at
            FROM promise_read
           WHERE order_id = g.order_id AND version = g.version AND through <> 'link') r ON true
        LEFT JOIN LATERAL (
          SELECT CASE kind WHEN 'delay-lapsed' THEN 'SILENT' ELSE 'TAKEN_BACK' END AS consent
            FROM order_event
           WHERE order_id = g.order_id AND body ->> 'offer' = g.body ->> 'offer' AND recorded_at < $4
             AND (kind = 'delay-taken-back' OR kind = 'delay-lapsed' AND (body ->> 'silent')::boolean)
           LIMIT 1) o ON g.body ? 'offer'
       WHERE g.order_id IN (SELECT w.order_id
                              FROM promise_given w
                             WHERE w.body ->> 'date' >= $1 AND w.body ->> 'date' <= $2
                               AND ($5::bigint IS NULL OR w.company_id = $5))
         AND g.recorded_at < $4\
      """;

  private static final String EXAMPLES =
      """
      SELECT o.id
        FROM order_head o
        JOIN example_company e ON e.company_id = o.company_id
       WHERE o.id = ANY($1)\
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

  /** By order, of those of which one of these days was ever named. */
  Map<Long, List<DueWord>> words(Queries queries, DueSpan span, Optional<CompanyId> company) {
    Map<Long, List<DueWord>> words = new HashMap<>();
    queries.find(
        "promises.words",
        WORDS,
        row ->
            words
                .computeIfAbsent(row.getLong("order_id"), any -> new ArrayList<>())
                .add(toWord(row)),
        span.first().toString(),
        span.last().toString(),
        span.zone().getId(),
        Sql.utc(span.known()),
        company.map(CompanyId::value).orElse(null));
    return words;
  }

  private static DueWord toWord(Row row) {
    return new DueWord(
        row.getLong("version"),
        Optional.ofNullable(row.getInteger("line")),
        row.getLocalDate("said"),
        Optional.ofNullable(row.getLocalDate("promised")),
        Optional.ofNullable(row.getLocalDate("told")),
        DueConsent.valueOf(row.getString("consent")),
        row.getBoolean("theirs"));
  }

  /** Which of these orders are an example's. */
  List<Long> examples(Queries queries, Collection<Long> orders) {
    return queries.find(
        "promises.examples",
        EXAMPLES,
        row -> row.getLong("id"),
        (Object) orders.toArray(Long[]::new));
  }

  Map<LineKey, OrderedPart> ordered(Queries queries, Collection<Long> orders) {
    Map<LineKey, OrderedPart> ordered = new HashMap<>();
    queries.find(
        "promises.ordered",
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
        "promises.came",
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
        "promises.names", NAMES, row -> names.put(row.getString("code"), row.getString("name")));
    return names;
  }
}
