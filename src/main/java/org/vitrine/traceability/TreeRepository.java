package org.vitrine.traceability;

import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.Amount;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.database.Queries;
import org.vitrine.traceability.TraceTree.Depth;
import org.vitrine.traceability.TraceTree.MissingInput;
import org.vitrine.traceability.TraceTree.NodeLeft;
import org.vitrine.traceability.TraceTree.NodeMaking;
import org.vitrine.traceability.TraceTree.TreeEdge;
import org.vitrine.traceability.TraceTree.TreeExtent;
import org.vitrine.traceability.TraceTree.TreeNode;

/** Trees of lots and pieces as they are read, in PostgreSQL. */
final class TreeRepository {
  private static final String NEXT =
      """
      SELECT DISTINCT %1$s AS id
        FROM consumption
       WHERE %2$s = ANY($1) AND withdrawn_at IS NULL AND %1$s <> ALL($2)
       ORDER BY 1
       LIMIT $3\
      """;

  private static final String ABOVE = NEXT.formatted("input", "output");
  private static final String BELOW = NEXT.formatted("output", "input");

  private static final String EXTENT =
      """
      WITH RECURSIVE reached (id) AS (
        SELECT $1::bigint
        UNION
        SELECT next.%1$s
          FROM reached r
         CROSS JOIN LATERAL (
           SELECT c.%1$s FROM consumption c WHERE c.%2$s = r.id AND c.withdrawn_at IS NULL OFFSET 0) next)
      SELECT count(*) FILTER (WHERE n.kind = 'lot') AS lots,
             count(*) FILTER (WHERE n.kind = 'supplier-lot') AS supplier_lots,
             count(*) FILTER (WHERE n.kind = 'piece') AS pieces
        FROM reached r
        JOIN trace_node n ON n.id = r.id
       WHERE r.id <> $1\
      """;

  private static final String EXTENT_ABOVE = EXTENT.formatted("input", "output");
  private static final String EXTENT_BELOW = EXTENT.formatted("output", "input");

  private static final String NODES =
      """
      SELECT n.id, n.kind, n.code,
             coalesce(l.product, p.product, n.product)::text AS product,
             coalesce(l.revision, p.revision) AS revision, o.number AS order_number,
             CASE WHEN coalesce(l.order_id, p.order_id) IS NULL THEN made.line
                  ELSE coalesce(l.line, p.line) END AS line,
             coalesce(l.stage, p.stage, made.stage) AS stage, coalesce(l.station, p.station, made.station) AS station,
             coalesce(l.made_at, p.made_at, made.at) AS made_at, l.supplier, l.thousandths, l.unit,
             c.name AS company, s.number AS shipped_order, p.shipment, p.left_on, p.delivered_on
        FROM unnest($1::bigint[]) WITH ORDINALITY AS wanted (id, place)
        JOIN trace_node n ON n.id = wanted.id
        LEFT JOIN lot l ON l.node = n.id
        LEFT JOIN piece p ON p.node = n.id
        LEFT JOIN LATERAL (
          SELECT t.order_id, t.line, t.stage, t.station, t.at
            FROM trace_passage t
           WHERE t.node = n.id
           ORDER BY t.at DESC, t.version DESC
           LIMIT 1) made ON true
        LEFT JOIN order_head o ON o.id = coalesce(l.order_id, p.order_id, made.order_id)
        LEFT JOIN order_head s ON s.id = p.shipped_order
        LEFT JOIN company_card c ON c.id = p.company_id
       ORDER BY wanted.place\
      """;

  private static final String EDGES =
      """
      SELECT output, input,
             CASE WHEN count(*) = count(thousandths) AND count(DISTINCT coalesce(unit, '')) = 1
                  THEN sum(thousandths)::bigint END AS thousandths,
             min(unit) AS unit, min(stage) AS stage, min(station) AS station, min(at) AS at
        FROM consumption
       WHERE output = ANY($1) AND input = ANY($1) AND withdrawn_at IS NULL
       GROUP BY output, input
       ORDER BY min(id)
       LIMIT $2\
      """;

  /** What is above; who is made of the same product has what that has. */
  private static final String MISSING =
      """
      WITH RECURSIVE above (id) AS (
        SELECT $1::bigint
        UNION
        SELECT next.input
          FROM above a
         CROSS JOIN LATERAL (
           SELECT c.input FROM consumption c WHERE c.output = a.id AND c.withdrawn_at IS NULL OFFSET 0) next),
      origin AS MATERIALIZED (
        SELECT n.id, n.material
          FROM above a
          JOIN trace_node n ON n.id = a.id AND n.kind <> 'supplier-lot'
         WHERE NOT EXISTS (SELECT FROM consumption c
                             JOIN trace_node i ON i.id = c.input
                            WHERE c.output = n.id AND c.withdrawn_at IS NULL AND i.material = n.material))
      SELECT open.made, open.used, product_of(open.made)::text AS made_name, product_of(open.used)::text AS used_name,
             open.nodes
        FROM (SELECT o.material AS made, u.used, count(*) AS nodes
                FROM origin o
                JOIN (SELECT DISTINCT made, used FROM trace_use) u ON u.made = o.material AND u.used <> u.made
               WHERE NOT EXISTS (SELECT FROM consumption c
                                   JOIN trace_node i ON i.id = c.input
                                  WHERE c.output = o.id AND c.withdrawn_at IS NULL AND i.material = u.used)
               GROUP BY o.material, u.used
              UNION ALL
              SELECT o.material, NULL, count(*)
                FROM origin o
               WHERE NOT EXISTS (SELECT FROM trace_use u WHERE u.made = o.material AND u.used <> u.made)
                 AND NOT EXISTS (SELECT FROM consumption c WHERE c.output = o.id AND c.withdrawn_at IS NULL)
               GROUP BY o.material) AS open
       ORDER BY open.nodes DESC, open.made, open.used
       LIMIT 50\
      """;

  private static final String COUNT =
      """
      SELECT count(*) FILTER (WHERE n.kind = 'lot') AS lots, 0::bigint AS supplier_lots,
             count(*) FILTER (WHERE n.kind = 'piece') AS pieces
        FROM unnest($1::bigint[]) AS wanted (id)
        JOIN trace_node n ON n.id = wanted.id\
      """;

  /** The next ones that went into these, or were made of them; no more than so many. */
  List<Long> next(
      Queries queries, boolean above, Collection<Long> of, Collection<Long> known, int most) {
    return queries.find(
        above ? "trace.above" : "trace.below",
        above ? ABOVE : BELOW,
        row -> row.getLong("id"),
        of.toArray(Long[]::new),
        known.toArray(Long[]::new),
        most);
  }

  TreeExtent extent(Queries queries, boolean above, long of, long shown) {
    return queries
        .findOne(
            above ? "trace.extent_above" : "trace.extent_below",
            above ? EXTENT_ABOVE : EXTENT_BELOW,
            row -> toExtent(row, shown),
            of)
        .orElseThrow();
  }

  /** How many lots and pieces these are. */
  TreeExtent count(Queries queries, Collection<Long> nodes) {
    return queries
        .findOne("trace.count", COUNT, row -> toExtent(row, 0), (Object) nodes.toArray(Long[]::new))
        .orElseThrow();
  }

  private static TreeExtent toExtent(Row row, long shown) {
    return new TreeExtent(
        row.getLong("lots"), row.getLong("supplier_lots"), row.getLong("pieces"), shown);
  }

  List<TreeNode> nodes(Queries queries, Collection<Long> wanted) {
    return queries.find(
        "trace.tree_nodes", NODES, TreeRepository::toNode, (Object) wanted.toArray(Long[]::new));
  }

  private static TreeNode toNode(Row row) {
    return new TreeNode(
        row.getLong("id"),
        NodeKind.of(row.getString("kind")),
        row.getString("code"),
        Optional.ofNullable(LocalizedText.stored(row.getString("product"))),
        Optional.ofNullable(row.getString("revision")),
        Optional.of(toMaking(row)).filter(NodeMaking::isKnown),
        Optional.ofNullable(row.getString("company")).map(company -> toLeft(row, company)),
        Depth.UNKNOWN);
  }

  private static NodeMaking toMaking(Row row) {
    return new NodeMaking(
        Optional.ofNullable(row.getString("order_number")),
        Optional.ofNullable(row.getInteger("line")),
        Optional.ofNullable(row.getString("stage")),
        Optional.ofNullable(row.getString("station")),
        Optional.ofNullable(row.getOffsetDateTime("made_at")).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getString("supplier")),
        Optional.ofNullable(row.getLong("thousandths")).map(Amount::ofThousandths),
        Optional.ofNullable(row.getString("unit")));
  }

  private static NodeLeft toLeft(Row row, String company) {
    return new NodeLeft(
        company,
        row.getString("shipped_order"),
        row.getString("shipment"),
        row.getLocalDate("left_on"),
        Optional.ofNullable(row.getLocalDate("delivered_on")));
  }

  List<TreeEdge> edges(Queries queries, Collection<Long> among, int most) {
    return queries.find(
        "trace.tree_edges",
        EDGES,
        row ->
            new TreeEdge(
                row.getLong("output"),
                row.getLong("input"),
                Optional.ofNullable(row.getLong("thousandths")).map(Amount::ofThousandths),
                Optional.ofNullable(row.getString("unit")),
                Optional.ofNullable(row.getString("stage")),
                Optional.ofNullable(row.getString("station")),
                Optional.ofNullable(row.getOffsetDateTime("at")).map(OffsetDateTime::toInstant)),
        among.toArray(Long[]::new),
        most);
  }

  /** What usually goes into this and what is above it, and is not recorded there. */
  List<MissingInput> missing(Queries queries, long node) {
    return queries.find(
        "trace.missing",
        MISSING,
        row ->
            new MissingInput(
                Optional.ofNullable(LocalizedText.stored(row.getString("made_name"))),
                Optional.ofNullable(LocalizedText.stored(row.getString("used_name"))),
                row.getString("used") != null,
                row.getLong("nodes")),
        node);
  }
}
