package org.vitrine.traceability;

import java.util.Collection;
import java.util.List;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** How far something reaches in the graph, in PostgreSQL. */
final class GraphRepository {
  /**
   * Each node once, whatever merges and loops lead to it: a path a row would never end. What comes
   * next is looked up node by node ({@code OFFSET 0}), since PostgreSQL would read the whole table
   * again for each step.
   */
  private static final String DOWN =
      """
      WITH RECURSIVE reached (id) AS (
        SELECT unnest($1::bigint[])
        UNION
        SELECT next.output
          FROM reached r
         CROSS JOIN LATERAL (
           SELECT c.output FROM consumption c WHERE c.input = r.id AND c.withdrawn_at IS NULL OFFSET 0) next)
      SELECT id FROM reached\
      """;

  private static final String OF_THE_SAME =
      """
      WITH RECURSIVE reached (id, material) AS (
        SELECT n.id, n.material
          FROM unnest($1::bigint[]) AS wanted (id)
          JOIN trace_node n ON n.id = wanted.id
        UNION
        SELECT next.output, r.material
          FROM reached r
         CROSS JOIN LATERAL (
           SELECT c.output
             FROM consumption c
             JOIN trace_node n ON n.id = c.output AND n.material = r.material
            WHERE c.input = r.id AND c.withdrawn_at IS NULL AND r.material <> '' OFFSET 0) next)
      SELECT id FROM reached\
      """;

  /** Whichever record is missing: other things that went into a piece say nothing of its lot. */
  private static final String OF_NO_LOT =
      """
      WITH sought AS (
        SELECT DISTINCT n.material
          FROM unnest($1::bigint[]) AS wanted (id)
          JOIN trace_node n ON n.id = wanted.id AND n.kind = 'lot' AND n.material <> ''
         WHERE EXISTS (SELECT FROM trace_node i
                         JOIN consumption c ON c.input = i.id
                         JOIN trace_node o ON o.id = c.output AND o.kind = 'piece' AND o.material = n.material
                        WHERE i.kind = 'lot' AND i.material = n.material))
      SELECT n.id
        FROM sought s
        JOIN trace_node n ON n.material = s.material AND n.kind = 'piece'
       WHERE NOT EXISTS (SELECT FROM consumption c
                           JOIN trace_node i ON i.id = c.input AND i.material = n.material
                          WHERE c.output = n.id AND c.withdrawn_at IS NULL)\
      """;

  private static final String MATERIALS =
      """
      SELECT DISTINCT n.material, n.kind = 'supplier-lot' AS supplied
        FROM unnest($1::bigint[]) AS wanted (id)
        JOIN trace_node n ON n.id = wanted.id\
      """;

  /**
   * Of products that are known to be made of these, all of which nobody recorded it. Who is made of
   * the same product (a part of a lot, a piece of it, what was worked on again) has what that has;
   * where the product itself is sought, those are open of which no origin at all is recorded. Each
   * is looked up by itself ({@code OFFSET 0}), since how many there are is hard to foresee.
   */
  private static final String GAPS =
      """
      WITH RECURSIVE uses AS MATERIALIZED (
        SELECT row_number() OVER () AS use, made, used
          FROM (SELECT DISTINCT u.made, u.used
                  FROM unnest($1::text[], $2::boolean[]) AS sought (material, supplied)
                  JOIN trace_use u ON u.used = sought.material
                 WHERE u.made <> u.used OR u.supplied <= sought.supplied) AS known),
      outputs AS MATERIALIZED (
        SELECT used.material, c.output
          FROM (SELECT DISTINCT u.used AS material FROM uses u) AS used
         CROSS JOIN LATERAL (SELECT i.id FROM trace_node i WHERE i.material = used.material OFFSET 0) i
         CROSS JOIN LATERAL (
           SELECT c.output FROM consumption c WHERE c.input = i.id AND c.withdrawn_at IS NULL OFFSET 0) c),
      open AS MATERIALIZED (
        SELECT u.use, n.id
          FROM uses u
         CROSS JOIN LATERAL (
           SELECT n.id FROM trace_node n WHERE n.material = u.made AND n.kind <> 'supplier-lot' OFFSET 0) n
         WHERE u.made <> u.used
        EXCEPT
        SELECT u.use, o.output
          FROM uses u
          JOIN outputs o ON o.material = u.used),
      inherited AS MATERIALIZED (
        SELECT o.use, o.id, same.input
          FROM open o
         CROSS JOIN LATERAL (
           SELECT c.input
             FROM trace_node n
             JOIN consumption c ON c.output = n.id AND c.withdrawn_at IS NULL
             JOIN trace_node i ON i.id = c.input AND i.material = n.material
            WHERE n.id = o.id OFFSET 0) same),
      shown (use, id) AS (
        SELECT h.use, h.id
          FROM inherited h
          LEFT JOIN open o ON o.use = h.use AND o.id = h.input
         WHERE o.id IS NULL
        UNION
        SELECT h.use, h.id
          FROM shown s
          JOIN inherited h ON h.use = s.use AND h.input = s.id)
      SELECT id
        FROM (SELECT use, id FROM open EXCEPT SELECT use, id FROM shown) AS missing
      UNION
      SELECT n.id
        FROM uses u
       CROSS JOIN LATERAL (
         SELECT n.id FROM trace_node n WHERE n.material = u.made AND n.kind <> 'supplier-lot' OFFSET 0) n
       WHERE u.made = u.used
         AND NOT EXISTS (SELECT FROM consumption c WHERE c.output = n.id AND c.withdrawn_at IS NULL)\
      """;

  /** A product of which something is affected. */
  record SoughtMaterial(String material, boolean supplied) {}

  /** These, and everything that was made of them. */
  List<Long> down(Queries queries, Collection<Long> from) {
    return from.isEmpty()
        ? List.of()
        : queries.find(
            "trace.down", DOWN, row -> row.getLong("id"), (Object) from.toArray(Long[]::new));
  }

  /** These, and their parts and pieces, which are of the same product. */
  List<Long> ofTheSame(Queries queries, Collection<Long> from) {
    return from.isEmpty()
        ? List.of()
        : queries.find(
            "trace.of_the_same",
            OF_THE_SAME,
            row -> row.getLong("id"),
            (Object) from.toArray(Long[]::new));
  }

  /**
   * Pieces that may be of the lots among these: of a product whose pieces are of lots, and of none.
   */
  List<Long> ofNoLot(Queries queries, Collection<Long> sought) {
    return queries.find(
        "trace.of_no_lot",
        OF_NO_LOT,
        row -> row.getLong("id"),
        (Object) sought.toArray(Long[]::new));
  }

  List<SoughtMaterial> materials(Queries queries, Collection<Long> nodes) {
    return queries.find(
        "trace.materials",
        MATERIALS,
        row -> new SoughtMaterial(row.getString("material"), row.getBoolean("supplied")),
        (Object) nodes.toArray(Long[]::new));
  }

  /** What should be made of these and of which it is not recorded. */
  List<Long> gaps(Queries queries, Collection<SoughtMaterial> sought) {
    return queries.find(
        "trace.gaps",
        GAPS,
        row -> row.getLong("id"),
        Sql.column(sought, SoughtMaterial::material, String[]::new),
        Sql.column(sought, SoughtMaterial::supplied, Boolean[]::new));
  }
}
