package org.vitrine.promises;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.database.Queries;
import org.vitrine.promises.DueLines.LineKey;

/** What lines are called, when work on them began and how they were ordered, in PostgreSQL. */
final class KeptLineRepository {
  private static final String NAMED =
      """
      SELECT h.id AS order_id, l.number AS line, h.number AS called, l.product::text AS product
        FROM order_head h
        JOIN line_card l ON l.order_id = h.id
       WHERE h.id = ANY($1)\
      """;

  private static final String BEGUN =
      """
      SELECT order_id, coalesce((body ->> 'line')::integer, 1) AS line, min(version) AS version
        FROM order_event
       WHERE order_id = ANY($1) AND kind = 'reported'
       GROUP BY 1, 2\
      """;

  private static final String WRITTEN =
      """
      SELECT e.order_id, (l ->> 'number')::integer AS line, e.version, coalesce(l ->> 'quantity', '') AS quantity
        FROM order_event e
       CROSS JOIN LATERAL jsonb_array_elements(e.body -> 'lines') AS l
       WHERE e.order_id = ANY($1) AND e.kind IN ('placed', 'changed')
       ORDER BY e.order_id, e.version\
      """;

  /** What a line is called. */
  record LineName(String order, LocalizedText product) {}

  /** With which quantity a line was ordered, from a version of its order on. */
  record LineAsOrdered(long version, String quantity) {}

  Map<LineKey, LineName> names(Queries queries, Collection<Long> orders) {
    Map<LineKey, LineName> names = new HashMap<>();
    queries.find(
        "promises.line_names",
        NAMED,
        row ->
            names.put(
                key(row),
                new LineName(
                    row.getString("called"), LocalizedText.stored(row.getString("product")))),
        (Object) orders.toArray(Long[]::new));
    return names;
  }

  Map<LineKey, Long> begun(Queries queries, Collection<Long> orders) {
    Map<LineKey, Long> begun = new HashMap<>();
    queries.find(
        "promises.begun",
        BEGUN,
        row -> begun.put(key(row), row.getLong("version")),
        (Object) orders.toArray(Long[]::new));
    return begun;
  }

  /** In their order. */
  Map<LineKey, List<LineAsOrdered>> written(Queries queries, Collection<Long> orders) {
    Map<LineKey, List<LineAsOrdered>> written = new HashMap<>();
    queries.find(
        "promises.written",
        WRITTEN,
        row ->
            written
                .computeIfAbsent(key(row), any -> new ArrayList<>())
                .add(new LineAsOrdered(row.getLong("version"), row.getString("quantity"))),
        (Object) orders.toArray(Long[]::new));
    return written;
  }

  private static LineKey key(Row row) {
    return new LineKey(row.getLong("order_id"), row.getInteger("line"));
  }
}
