package org.vitrine.traceability;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What lots and pieces are found by, in PostgreSQL. */
final class TraceFindRepository {
  private static final String FIND =
      """
      SELECT n.kind, n.key, n.code, n.product::text AS product,
             coalesce(l.made_at, p.made_at, 'epoch'::timestamptz + n.id * interval '1 second') AS at
        FROM trace_node n
        LEFT JOIN lot l ON l.node = n.id
        LEFT JOIN piece p ON p.node = n.id
       WHERE n.kind = ANY($1) AND n.key = ANY($2)\
      """;

  private static final String AFTER =
      """
      SELECT DISTINCT key
        FROM trace_node
       WHERE kind = ANY($1) AND key > $2
       ORDER BY key
       LIMIT $3\
      """;

  /** A node as people look for it. */
  record FoundNode(
      NodeKind kind, String key, String code, Optional<LocalizedText> product, Instant at) {}

  List<FoundNode> find(Queries queries, Set<NodeKind> kinds, Collection<String> keys) {
    return queries.find(
        "trace.find_anything",
        FIND,
        TraceFindRepository::toNode,
        codes(kinds),
        keys.toArray(String[]::new));
  }

  private static Object codes(Set<NodeKind> kinds) {
    return Sql.column(kinds, NodeKind::code, String[]::new);
  }

  private static FoundNode toNode(Row row) {
    return new FoundNode(
        NodeKind.of(row.getString("kind")),
        row.getString("key"),
        row.getString("code"),
        Optional.ofNullable(LocalizedText.stored(row.getString("product"))),
        row.getOffsetDateTime("at").toInstant());
  }

  /** The keys of those after this one. */
  List<String> after(Queries queries, Set<NodeKind> kinds, String key, int limit) {
    return queries.find(
        "trace.find_after", AFTER, row -> row.getString("key"), codes(kinds), key, limit);
  }
}
