package org.vitrine.scorecard;

import java.util.HashMap;
import java.util.Map;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.scorecard.ScorecardFigure.FigureBase;

/** What happened in a month, as the rooms below offer it, in PostgreSQL. */
final class HouseFactRepository {
  /** What another report replaced does not count, nor what was worked on again. */
  private static final String FIRST_PASS =
      """
      SELECT coalesce(sum((e.body ->> 'good')::numeric), 0)::bigint AS good,
             coalesce(sum(coalesce((e.body ->> 'good')::numeric, 0) + coalesce((e.body ->> 'rejected')::numeric, 0)
                          + coalesce((e.body ->> 'scrapped')::numeric, 0)), 0)::bigint AS pieces,
             count(DISTINCT e.company_id) AS companies
        FROM order_event e
        JOIN line_ordered l ON l.order_id = e.order_id AND l.line = (e.body ->> 'line')::integer
       WHERE e.kind = 'reported' AND e.happened_at >= $1 AND e.happened_at < $2 AND e.recorded_at < $3
         AND e.body ->> 'kind' IN ('started', 'progressed', 'finished')
         AND e.body ->> 'rework' IS DISTINCT FROM 'true' AND e.body ->> 'setup' IS DISTINCT FROM 'true'
         AND (l.unit IS NULL OR l.unit IN ('pieces', 'sets'))
         AND NOT EXISTS (SELECT FROM order_event c
                          WHERE c.order_id = e.order_id AND c.body ->> 'corrects' = e.report_id AND c.recorded_at < $3)
         AND NOT EXISTS (SELECT FROM example_company x WHERE x.company_id = e.company_id)\
      """;

  private static final String COMPLAINTS =
      """
      SELECT count(*) AS complaints
        FROM voice_matter v
       WHERE v.kind = 'complaint' AND v.said_at >= $1 AND v.said_at < $2
         AND NOT EXISTS (SELECT FROM example_company x WHERE x.company_id = v.company_id)\
      """;

  private static final String SERVED =
      """
      SELECT count(DISTINCT o.company_id) AS companies
        FROM order_day o
       WHERE NOT o.cancelled AND coalesce(o.placed_on, (o.heard_at AT TIME ZONE $3)::date) BETWEEN $1 AND $2
         AND NOT EXISTS (SELECT FROM example_company x WHERE x.company_id = o.company_id)\
      """;

  private static final String BY_CLOCK =
      """
      SELECT commitment, count(DISTINCT company_id) AS companies
        FROM commitment_settled
       WHERE decided_at >= $1 AND decided_at < $2
       GROUP BY commitment\
      """;

  /** Done, and not opened again by when it is counted: because customers said so. */
  private static final String IMPROVEMENTS =
      """
      SELECT count(DISTINCT d.action) AS actions
        FROM action_happened d
       WHERE d.kind = 'done' AND d.at >= $1 AND d.at < $2
         AND (d.for_customers OR d.source_kind IN ('meeting', 'voice', 'visit', 'survey', 'review'))
         AND NOT EXISTS (SELECT FROM action_happened r
                          WHERE r.action = d.action AND r.kind = 'reopened' AND r.sequence > d.sequence AND r.at < $3)\
      """;

  private static final String WORKED =
      """
      SELECT count(DISTINCT w.action) AS actions
        FROM action_happened w
       WHERE w.kind = 'worked' AND w.at >= $1 AND w.at < $2
         AND (w.for_customers OR w.source_kind IN ('meeting', 'voice', 'visit', 'survey', 'review'))
         AND NOT EXISTS (SELECT FROM action_happened r
                          WHERE r.action = w.action AND r.kind = 'reopened' AND r.sequence > w.sequence AND r.at < $3)\
      """;

  /**
   * Pieces that came through an operation well the first time.
   *
   * @param base all that did, well or not
   */
  record FirstPass(long good, FigureBase base) {}

  FirstPass firstPass(Queries queries, ScorecardMonth month) {
    return queries
        .findOne(
            "scorecard.first_pass",
            FIRST_PASS,
            row ->
                new FirstPass(
                    row.getLong("good"),
                    new FigureBase(row.getLong("pieces"), row.getLong("companies"))),
            Sql.utc(month.begins()),
            Sql.utc(month.ends()),
            Sql.utc(month.known()))
        .orElseThrow();
  }

  long complaints(Queries queries, ScorecardMonth month) {
    return queries
        .findOne(
            "scorecard.complaints",
            COMPLAINTS,
            row -> row.getLong("complaints"),
            Sql.utc(month.begins()),
            Sql.utc(month.ends()))
        .orElseThrow();
  }

  /** How many companies ordered within the twelve months until then. */
  long served(Queries queries, ScorecardMonth month) {
    return queries
        .findOne(
            "scorecard.served",
            SERVED,
            row -> row.getLong("companies"),
            month.last().minusYears(1),
            month.last(),
            month.zone().getId())
        .orElseThrow();
  }

  Map<String, Long> companiesByClock(Queries queries, ScorecardMonth month) {
    Map<String, Long> companies = new HashMap<>();
    queries.find(
        "scorecard.by_clock",
        BY_CLOCK,
        row -> companies.put(row.getString("commitment"), row.getLong("companies")),
        Sql.utc(month.begins()),
        Sql.utc(month.ends()));
    return companies;
  }

  long improvements(Queries queries, ScorecardMonth month) {
    return actions(queries, "scorecard.improvements", IMPROVEMENTS, month);
  }

  long worked(Queries queries, ScorecardMonth month) {
    return actions(queries, "scorecard.worked", WORKED, month);
  }

  private static long actions(Queries queries, String name, String sql, ScorecardMonth month) {
    return queries
        .findOne(
            name,
            sql,
            row -> row.getLong("actions"),
            Sql.utc(month.begins()),
            Sql.utc(month.ends()),
            Sql.utc(month.known()))
        .orElseThrow();
  }
}
