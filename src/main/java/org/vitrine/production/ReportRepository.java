package org.vitrine.production;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.Line;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Reports in PostgreSQL: checked against plans, then appended to the histories of their orders. */
final class ReportRepository {
  private static final String PLANS =
      """
      SELECT o.id, o.company_id, o.number, o.plan_version,
             lines_of(o.id)::text AS lines,
             routings_of(o.id)::text AS routings
        FROM orders o
       WHERE o.number = ANY($1)""";

  /**
   * Whether the report i says what the event e holds, whoever said it; a line that it leaves out is
   * the one that was filled in.
   */
  private static final String SAME =
      """
      jsonb_build_object('line', e.body -> 'line') || i.body::jsonb = e.body
               AND e.happened_at = i.happened_at AND e.source = i.source""";

  private static final String KNOWN =
      """
      SELECT i.position, e.version
        FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::text[])
               WITH ORDINALITY AS i (number, report_id, happened_at, source, body, position)
        JOIN orders o ON o.number = i.number
        JOIN event e ON e.order_id = o.id AND e.report_id = i.report_id
       WHERE %s"""
          .formatted(SAME);

  /**
   * One statement: locks the orders in key order, numbers what is new, appends it, says what became
   * of each. What was checked against a plan that has changed since is neither written nor said.
   */
  private static final String TAKE =
      """
      WITH incoming AS (
        SELECT *
          FROM unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[],
                      $7::bigint[])
                 WITH ORDINALITY AS i (order_id, report_id, happened_at, source, actor, body, plan_version, position)),
      locked AS MATERIALIZED (
        SELECT id, company_id, version, plan_version
          FROM orders
         WHERE id = ANY($1)
         ORDER BY id
           FOR NO KEY UPDATE),
      known AS (
        SELECT i.position, e.version,
               %s AS same
          FROM incoming i
          JOIN event e ON e.order_id = i.order_id AND e.report_id = i.report_id),
      fresh AS MATERIALIZED (
        SELECT i.*, l.company_id,
               l.version + row_number() OVER (PARTITION BY i.order_id ORDER BY i.position) AS version
          FROM incoming i
          JOIN locked l ON l.id = i.order_id AND l.plan_version = i.plan_version
         WHERE i.position NOT IN (SELECT position FROM known)),
      raised AS (
        UPDATE orders o
           SET version = f.version
          FROM (SELECT order_id, max(version) AS version FROM fresh GROUP BY order_id) f
         WHERE o.id = f.order_id),
      appended AS (
        INSERT INTO event
          (company_id, order_id, version, kind, report_id, happened_at, recorded_at, source, actor, body)
        SELECT company_id, order_id, version, 'reported', report_id, happened_at, $8, source, actor, body::jsonb
          FROM fresh)
      SELECT position, version, true AS taken, true AS same FROM fresh
      UNION ALL
      SELECT position, version, false, same FROM known"""
          .formatted(SAME);

  /** The same, which waits for nobody: of orders that somebody else has locked it says nothing. */
  private static final String TAKE_UNLOCKED =
      TAKE.replace("FOR NO KEY UPDATE", "FOR NO KEY UPDATE SKIP LOCKED");

  private final Cache<String, Map<String, Routing>> routings =
      Caffeine.newBuilder().maximumSize(1_000).build();

  /** A report that was taken before, by its position in what was asked, counted from 0. */
  record KnownReport(int position, long version) {}

  /** Which of these reports were taken before, in the same words. */
  List<KnownReport> known(Queries queries, List<Report> reports) {
    return queries.find(
        "report.known",
        KNOWN,
        row -> new KnownReport(row.getLong("position").intValue() - 1, row.getLong("version")),
        column(reports, Report::order, String[]::new),
        column(reports, Report::id, String[]::new),
        column(reports, report -> Sql.utc(report.happenedAt()), OffsetDateTime[]::new),
        column(reports, report -> report.source().code(), String[]::new),
        column(reports, OrderSnapshot::bodyOf, String[]::new));
  }

  /** What became of the report at a position of the batch, counted from 0. */
  record WrittenReport(int position, long version, boolean taken, boolean same) {}

  Map<String, Plan> plans(Queries queries, Collection<String> numbers) {
    Map<String, Plan> plans = new HashMap<>();
    queries.find(
        "report.plans",
        PLANS,
        row -> plans.put(row.getString("number"), toPlan(row)),
        (Object) numbers.toArray(String[]::new));
    return plans;
  }

  /** Writes reports that were each checked against a plan. */
  @FunctionalInterface
  interface Take {
    List<WrittenReport> take(Queries queries, List<Plan> plans, List<Report> reports, Instant now);
  }

  List<WrittenReport> take(Queries queries, List<Plan> plans, List<Report> reports, Instant now) {
    return take("report.take", TAKE, queries, plans, reports, now);
  }

  List<WrittenReport> takeUnlocked(
      Queries queries, List<Plan> plans, List<Report> reports, Instant now) {
    return take("report.take_unlocked", TAKE_UNLOCKED, queries, plans, reports, now);
  }

  private static List<WrittenReport> take(
      String name,
      String sql,
      Queries queries,
      List<Plan> plans,
      List<Report> reports,
      Instant now) {
    return queries.find(
        name,
        sql,
        row ->
            new WrittenReport(
                row.getLong("position").intValue() - 1,
                row.getLong("version"),
                row.getBoolean("taken"),
                row.getBoolean("same")),
        column(plans, plan -> plan.order().value(), Long[]::new),
        column(reports, Report::id, String[]::new),
        column(reports, report -> Sql.utc(report.happenedAt()), OffsetDateTime[]::new),
        column(reports, report -> report.source().code(), String[]::new),
        column(reports, Report::actor, String[]::new),
        column(reports, OrderSnapshot::bodyOf, String[]::new),
        column(plans, Plan::version, Long[]::new),
        Sql.utc(now));
  }

  private Plan toPlan(Row row) {
    return new Plan(
        new OrderId(row.getLong("id")),
        new CompanyId(row.getLong("company_id")),
        row.getLong("plan_version"),
        List.of(Json.read(row.getString("lines"), Line[].class)),
        routings.get(row.getString("routings"), RoutingRepository::byCode));
  }

  private static <S, T> T[] column(List<S> of, Function<S, T> value, IntFunction<T[]> array) {
    return of.stream().map(value).toArray(array);
  }
}
