package org.vitrine.traceability;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** By which reports lots and pieces were made, and what follows of them, in PostgreSQL. */
final class PassageRepository {
  private static final String ADD =
      """
      INSERT INTO trace_passage (order_id, version, node, line, stage, station, at)
      SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::integer[], $5::text[], $6::text[],
                           $7::timestamptz[])
      ON CONFLICT DO NOTHING\
      """;

  private static final String REMOVE =
      """
      DELETE FROM trace_passage p
       USING unnest($1::bigint[], $2::bigint[]) AS said (order_id, version)
       WHERE p.order_id = said.order_id AND p.version = said.version
      RETURNING p.node\
      """;

  private static final String FORGET_ORDER =
      """
      DELETE FROM trace_passage
       WHERE order_id = $1
      RETURNING node\
      """;

  /** What somebody said directly stands; what reports said first as well. */
  private static final String KNOW_LOTS =
      """
      INSERT INTO lot AS known (node, product, revision, directly)
      SELECT node, product::jsonb, revision, false
        FROM unnest($1::bigint[], $2::text[], $3::text[]) AS said (node, product, revision)
      ON CONFLICT (node) DO UPDATE
         SET product = coalesce(known.product, excluded.product),
             revision = coalesce(known.revision, excluded.revision)
       WHERE NOT known.directly\
      """;

  private static final String KNOW_PIECES =
      """
      INSERT INTO piece AS known (node, serial, serial_key, product, revision, directly)
      SELECT n.id, n.code, n.key, said.product::jsonb, said.revision, false
        FROM unnest($1::bigint[], $2::text[], $3::text[]) AS said (node, product, revision)
        JOIN trace_node n ON n.id = said.node
       WHERE said.product IS NOT NULL
      ON CONFLICT (node) DO UPDATE
         SET revision = coalesce(known.revision, excluded.revision)
       WHERE NOT known.directly\
      """;

  private static final String SETTLE =
      """
      UPDATE %1$s known
         SET order_id = newest.order_id, line = newest.line, made_at = newest.at
        FROM (SELECT DISTINCT ON (p.node) p.node, o.id AS order_id, p.line, p.at
                FROM trace_passage p
                LEFT JOIN order_head o ON o.id = p.order_id
               WHERE p.node = ANY($1)
               ORDER BY p.node, p.at DESC, p.version DESC) newest
       WHERE known.node = newest.node AND NOT known.directly\
      """;

  private static final String SETTLE_LOTS = SETTLE.formatted("lot");
  private static final String SETTLE_PIECES = SETTLE.formatted("piece");

  private static final String DROP_LOTS =
      """
      DELETE FROM lot l
       WHERE l.node = ANY($1) AND NOT l.directly
         AND NOT EXISTS (SELECT FROM trace_passage p WHERE p.node = l.node)\
      """;

  private static final String DROP_PIECES =
      """
      DELETE FROM piece k
       WHERE k.node = ANY($1) AND NOT k.directly AND k.company_id IS NULL
         AND NOT EXISTS (SELECT FROM trace_passage p WHERE p.node = k.node)\
      """;

  private static final String NAMES =
      """
      SELECT n.kind, n.code, p.company_id
        FROM trace_node n
        LEFT JOIN piece p ON p.node = n.id
       WHERE n.id = ANY($1)
       ORDER BY n.kind, n.key\
      """;

  /** That a lot or a piece was made, or worked on, by a report. */
  record Passage(OrderVersion report, long node, int line, Spot spot) {}

  /** What is known of a lot or a piece by a report. */
  record SaidOf(long node, Optional<LocalizedText> product, Optional<String> revision) {}

  void add(Queries transaction, List<Passage> passages) {
    if (passages.isEmpty()) {
      return;
    }
    transaction.execute(
        "trace.add_passages",
        ADD,
        Sql.column(passages, one -> one.report().order().value(), Long[]::new),
        Sql.column(passages, one -> one.report().version(), Long[]::new),
        Sql.column(passages, Passage::node, Long[]::new),
        Sql.column(passages, Passage::line, Integer[]::new),
        Sql.column(passages, one -> one.spot().stage().orElse(null), String[]::new),
        Sql.column(passages, one -> one.spot().station().orElse(null), String[]::new),
        Sql.column(passages, one -> Sql.utc(one.spot().at().orElseThrow()), OffsetDateTime[]::new));
  }

  /** Returns what these reports said was made. */
  List<Long> remove(Queries transaction, Collection<OrderVersion> reports) {
    return transaction.find(
        "trace.remove_passages",
        REMOVE,
        row -> row.getLong("node"),
        Sql.column(reports, event -> event.order().value(), Long[]::new),
        Sql.column(reports, OrderVersion::version, Long[]::new));
  }

  List<Long> forget(Queries transaction, OrderId order) {
    return transaction.find(
        "trace.forget_passages", FORGET_ORDER, row -> row.getLong("node"), order.value());
  }

  /** Each node once. */
  void know(Queries transaction, NodeKind kind, List<SaidOf> said) {
    if (!said.isEmpty()) {
      boolean lots = kind == NodeKind.LOT;
      transaction.execute(
          lots ? "trace.know_lots" : "trace.know_pieces",
          lots ? KNOW_LOTS : KNOW_PIECES,
          Sql.column(said, SaidOf::node, Long[]::new),
          Sql.column(said, one -> one.product().map(Json::text).orElse(null), String[]::new),
          Sql.column(said, one -> one.revision().orElse(null), String[]::new));
    }
  }

  /** What follows of these from the reports that are left; what none says any more is gone. */
  void settle(Queries transaction, Collection<Long> nodes) {
    Object ids = nodes.toArray(Long[]::new);
    transaction.execute("trace.drop_lots", DROP_LOTS, ids);
    transaction.execute("trace.drop_pieces", DROP_PIECES, ids);
    transaction.execute("trace.settle_lots", SETTLE_LOTS, ids);
    transaction.execute("trace.settle_pieces", SETTLE_PIECES, ids);
  }

  /** A node by name, and whose it is. */
  record OwnedNode(NodeName name, Optional<Long> company) {}

  List<OwnedNode> named(Queries queries, Collection<Long> nodes) {
    return queries.find(
        "trace.names",
        NAMES,
        row ->
            new OwnedNode(
                new NodeName(
                    NodeKind.of(row.getString("kind")), new TraceCode(row.getString("code"))),
                Optional.ofNullable(row.getLong("company_id"))),
        (Object) nodes.toArray(Long[]::new));
  }
}
