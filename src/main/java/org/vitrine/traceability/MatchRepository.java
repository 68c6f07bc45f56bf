package org.vitrine.traceability;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.traceability.Criteria.AtStation;
import org.vitrine.traceability.Criteria.OfProduct;
import org.vitrine.traceability.Criteria.SerialRange;

/** What is of a range, of a station or of a product, and what may be, in PostgreSQL. */
final class MatchRepository {
  private static final String IN_RANGE =
      """
      SELECT id, true AS surely
        FROM trace_node
       WHERE kind = 'piece'
         AND (key = $1 OR key = $2
              OR series = $3 AND number BETWEEN $4::text::numeric AND $5::text::numeric)\
      """;

  /**
   * Surely what was there in that time. Maybe what was there nobody knows when, and what lacks a
   * station in a stage in which others of its product were there; who is of a lot has been where
   * that was.
   */
  private static final String AT_STATION =
      """
      WITH seen AS MATERIALIZED (
        SELECT node, stage, at FROM trace_passage WHERE station = $1
        UNION ALL
        SELECT node, stage, made_at FROM lot WHERE station = $1
        UNION ALL
        SELECT node, stage, made_at FROM piece WHERE station = $1
        UNION ALL
        SELECT output, stage, at FROM consumption WHERE station = $1 AND withdrawn_at IS NULL),
      surely AS (
        SELECT DISTINCT node
          FROM seen
         WHERE $2::timestamptz IS NULL AND $3::timestamptz IS NULL
            OR at >= coalesce($2, '-infinity') AND at < coalesce($3, 'infinity')),
      usual AS (
        SELECT DISTINCT n.material, s.stage
          FROM seen s
          JOIN trace_node n ON n.id = s.node
         WHERE n.material <> '')
      SELECT node AS id, true AS surely FROM surely
      UNION ALL
      (SELECT node, false FROM seen WHERE at IS NULL
       UNION
       SELECT n.id, false
         FROM usual u
         JOIN trace_node n ON n.material = u.material AND n.kind <> 'supplier-lot'
        WHERE NOT EXISTS (SELECT FROM trace_passage p
                           WHERE p.node = n.id AND p.station IS NOT NULL AND p.stage IS NOT DISTINCT FROM u.stage)
          AND NOT EXISTS (SELECT FROM lot l
                           WHERE l.node = n.id AND l.station IS NOT NULL AND l.stage IS NOT DISTINCT FROM u.stage)
          AND NOT EXISTS (SELECT FROM piece p
                           WHERE p.node = n.id AND p.station IS NOT NULL AND p.stage IS NOT DISTINCT FROM u.stage)
          AND NOT EXISTS (SELECT FROM consumption c
                            JOIN trace_node i ON i.id = c.input
                           WHERE c.output = n.id AND c.withdrawn_at IS NULL
                             AND (c.station IS NOT NULL AND c.stage IS NOT DISTINCT FROM u.stage
                                  OR i.material = n.material))
       EXCEPT
       SELECT node, false FROM surely)\
      """;

  /**
   * A piece of a lot is of the revision of that, where nothing else is said of it. Of several lots
   * it may be of each of theirs.
   */
  private static final String OF_PRODUCT =
      """
      WITH revised AS (
        SELECT n.id, folded_number(coalesce(l.revision, p.revision, of_lot.revision)) AS revision
          FROM trace_node n
          LEFT JOIN lot l ON l.node = n.id
          LEFT JOIN piece p ON p.node = n.id
          LEFT JOIN LATERAL (
            SELECT coalesce(il.revision, ip.revision) AS revision
              FROM consumption c
              JOIN trace_node i ON i.id = c.input AND i.material = n.material AND i.kind <> 'supplier-lot'
              LEFT JOIN lot il ON il.node = i.id
              LEFT JOIN piece ip ON ip.node = i.id
             WHERE c.output = n.id AND c.withdrawn_at IS NULL) of_lot ON coalesce(l.revision, p.revision) IS NULL
         WHERE n.material = $1 AND n.kind <> 'supplier-lot')
      SELECT id, bool_and($2::text IS NULL OR coalesce(revision = folded_number($2), false)) AS surely
        FROM revised
       GROUP BY id
      HAVING bool_or($2 IS NULL OR coalesce(revision = folded_number($2), true))\
      """;

  /**
   * A node that fits.
   *
   * @param surely or else nobody can say that it does not
   */
  record Match(long node, boolean surely) {}

  List<Match> inRange(Queries queries, SerialRange range) {
    SerialSeries first = SerialSeries.of(range.first()).orElse(null);
    SerialSeries last = SerialSeries.of(range.last()).orElse(null);
    return queries.find(
        "trace.in_range",
        IN_RANGE,
        MatchRepository::toMatch,
        range.first().key(),
        range.last().key(),
        first == null ? null : first.series(),
        first == null ? null : first.digits(),
        last == null ? null : last.digits());
  }

  List<Match> atStation(Queries queries, AtStation station) {
    return queries.find(
        "trace.at_station",
        AT_STATION,
        MatchRepository::toMatch,
        station.name(),
        moment(station.from()),
        moment(station.until()));
  }

  private static OffsetDateTime moment(Instant moment) {
    return moment == null ? null : Sql.utc(moment);
  }

  List<Match> ofProduct(Queries queries, OfProduct product) {
    return queries.find(
        "trace.of_product",
        OF_PRODUCT,
        MatchRepository::toMatch,
        Material.of(product.name()),
        product.revision());
  }

  private static Match toMatch(Row row) {
    return new Match(row.getLong("id"), row.getBoolean("surely"));
  }
}
