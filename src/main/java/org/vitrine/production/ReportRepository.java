package org.vitrine.production;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
      SELECT wanted.number AS wanted, wanted.of_work, o.id, o.company_id, o.number, o.plan_version,
             lines_of(o.id)::text AS lines,
             routings_of(o.id)::text AS routings
        FROM unnest($1::text[], $2::boolean[]) AS wanted (number, of_work)
        JOIN order_head o ON o.id = order_meant(wanted.number, wanted.of_work)\
      """;

  /**
   * Whether the report {@code said} is what the event {@code e} holds, whoever said it; a line that
   * it leaves out is the one that was filled in. What the server itself said of its device and its
   * evidence is not compared: that device may be calibrated by now.
   */
  private static final String SAME =
      """
      (jsonb_build_object('line', e.body -> 'line') || said.body::jsonb) - '{overdue, pictured}'::text[]
                 = e.body - '{overdue, pictured}'::text[]
               AND e.happened_at = said.happened_at AND e.source = said.source\
      """;

  private static final String KNOWN =
      """
      WITH incoming AS MATERIALIZED (
        SELECT i.*, o.id AS order_id, o.number
          FROM unnest($1::text[], $2::boolean[], $3::text[], $4::timestamptz[], $5::text[], $6::text[])
                 WITH ORDINALITY AS i (called, of_work, report_id, happened_at, source, body, position)
          JOIN order_head o ON o.id = order_meant(i.called, i.of_work))
      SELECT said.position, said.number, e.version
        FROM incoming said
        JOIN order_event e ON e.order_id = said.order_id AND e.report_id = said.report_id
       WHERE %s\
      """
          .formatted(SAME);

  /** An order that nobody can read any more, nor keep in memory, helps nobody. */
  private static final int MOST_EVENTS = 100_000;

  /**
   * One statement: locks the orders in key order, numbers what is new, appends it, says what became
   * of each. What was checked against a plan that has changed since, or against that of an order
   * which now has another number, or to which the work order that was named no longer leads, is
   * neither written nor said.
   *
   * <p>Reports that are known are looked for by their order and id together: joined to the orders
   * in the same step, PostgreSQL would go through the whole history of each.
   */
  private static final String TAKE =
      """
      WITH incoming AS (
        SELECT *
          FROM unnest($1::bigint[], $2::text[], $3::text[], $4::timestamptz[], $5::text[], $6::text[],
                      $7::text[], $8::text[], $9::bigint[], $11::text[], $12::boolean[], $13::text[])
                 WITH ORDINALITY AS i (order_id, number, report_id, happened_at, source, actor,
                                       sender, body, plan_version, called, of_work, codes, position)),
      locked AS MATERIALIZED (
        SELECT id, number, company_id, version, plan_version
          FROM orders
         WHERE id = ANY($1)
         ORDER BY id
           FOR NO KEY UPDATE),
      meant AS MATERIALIZED (
        SELECT i.*, l.company_id, l.version AS last, l.plan_version = i.plan_version AS checked
          FROM incoming i
          JOIN locked l ON l.id = i.order_id AND l.number = i.number),
      known AS (
        SELECT said.position, e.version,
               %s AS same
          FROM meant said
          JOIN event e ON e.order_id = said.order_id AND e.report_id = said.report_id),
      held AS MATERIALIZED (
        SELECT m.position, min(h.key) AS code
          FROM meant m
         CROSS JOIN LATERAL string_to_table(m.codes, E'\\n') AS named (key)
          JOIN held_code h ON h.key = named.key
         WHERE m.checked
         GROUP BY m.position),
      numbered AS MATERIALIZED (
        SELECT m.*,
               m.last + row_number() OVER (PARTITION BY m.order_id ORDER BY m.position) AS version
          FROM meant m
         WHERE m.checked
           AND m.position NOT IN (SELECT position FROM known)
           AND m.position NOT IN (SELECT position FROM held)
           AND (m.called IS NULL OR order_meant(m.called, m.of_work) = m.order_id)),
      fresh AS (
        SELECT * FROM numbered WHERE version <= %d),
      raised AS (
        UPDATE orders o
           SET version = f.version
          FROM (SELECT order_id, max(version) AS version FROM fresh GROUP BY order_id) f
         WHERE o.id = f.order_id),
      appended AS (
        INSERT INTO event
          (company_id, order_id, version, kind, report_id, happened_at, recorded_at, source, actor, sender, body)
        SELECT company_id, order_id, version, 'reported', report_id, happened_at, $10, source, actor,
               sender::jsonb, body::jsonb
          FROM fresh)
      SELECT position, version, 'taken' AS outcome, NULL AS code FROM fresh
      UNION ALL
      SELECT position, version, CASE WHEN same THEN 'known' ELSE 'other' END, NULL FROM known
      UNION ALL
      SELECT position, 0, 'held', code FROM held WHERE position NOT IN (SELECT position FROM known)
      UNION ALL
      SELECT position, version, 'full', NULL FROM numbered WHERE version > %d\
      """
          .formatted(SAME, MOST_EVENTS, MOST_EVENTS);

  /** The same, which waits for nobody: of orders that somebody else has locked it says nothing. */
  private static final String TAKE_UNLOCKED =
      TAKE.replace("FOR NO KEY UPDATE", "FOR NO KEY UPDATE SKIP LOCKED");

  private final ParsedRoutings routings;

  ReportRepository(ParsedRoutings routings) {
    this.routings = routings;
  }

  /** A report that was taken before, by its position in what was asked, counted from 0. */
  record KnownReport(int position, String order, long version) {}

  /** Which of these reports were taken before, in the same words. */
  List<KnownReport> known(Queries queries, List<Report> reports) {
    return queries.find(
        "report.known",
        KNOWN,
        row ->
            new KnownReport(
                row.getLong("position").intValue() - 1,
                row.getString("number"),
                row.getLong("version")),
        column(reports, report -> OrderName.of(report).text(), String[]::new),
        column(reports, report -> OrderName.of(report).isWorkOrder(), Boolean[]::new),
        column(reports, Report::id, String[]::new),
        column(reports, report -> Sql.utc(report.happenedAt()), OffsetDateTime[]::new),
        column(reports, report -> report.origin().source().code(), String[]::new),
        column(reports, OrderSnapshot::bodyOf, String[]::new));
  }

  /** What became of a report that was to be written. */
  enum WriteOutcome {
    TAKEN,
    /** Taken before, in the same words. */
    KNOWN,
    /** Its id was used for something else. */
    OTHER,
    /** It names something that is held. */
    HELD,
    /** The order has reached its limit of events. */
    FULL
  }

  /**
   * What became of the report at a position of the batch, counted from 0.
   *
   * @param held the key of what is held, where that is why it was not written
   */
  record WrittenReport(int position, long version, WriteOutcome fate, Optional<String> held) {}

  /** By what was asked for, which may be written otherwise than the order's own number. */
  Map<OrderName, Plan> plans(Queries queries, Collection<OrderName> names) {
    List<OrderName> wanted = List.copyOf(names);
    Map<OrderName, Plan> plans = new HashMap<>();
    queries.find(
        "report.plans",
        PLANS,
        row ->
            plans.put(
                new OrderName(row.getString("wanted"), row.getBoolean("of_work")), toPlan(row)),
        column(wanted, OrderName::text, String[]::new),
        column(wanted, OrderName::isWorkOrder, Boolean[]::new));
    return plans;
  }

  /**
   * A report that was checked against a plan, and who sent it.
   *
   * @param called what it calls the order, where that is not the order's number
   */
  record Checked(Report report, Sender sender, Plan plan, Optional<OrderName> called) {}

  /** Writes reports. */
  @FunctionalInterface
  interface Take {
    List<WrittenReport> take(Queries queries, List<Checked> reports, Instant now);
  }

  List<WrittenReport> take(Queries queries, List<Checked> reports, Instant now) {
    return take("report.take", TAKE, queries, reports, now);
  }

  List<WrittenReport> takeUnlocked(Queries queries, List<Checked> reports, Instant now) {
    return take("report.take_unlocked", TAKE_UNLOCKED, queries, reports, now);
  }

  private static List<WrittenReport> take(
      String name, String sql, Queries queries, List<Checked> checked, Instant now) {
    List<Report> reports = checked.stream().map(Checked::report).toList();
    return queries.find(
        name,
        sql,
        row ->
            new WrittenReport(
                row.getLong("position").intValue() - 1,
                row.getLong("version"),
                WriteOutcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("code"))),
        column(checked, one -> one.plan().order().value(), Long[]::new),
        column(reports, Report::order, String[]::new),
        column(reports, Report::id, String[]::new),
        column(reports, report -> Sql.utc(report.happenedAt()), OffsetDateTime[]::new),
        column(reports, report -> report.origin().source().code(), String[]::new),
        column(reports, report -> report.origin().actor(), String[]::new),
        column(checked, one -> Json.text(one.sender()), String[]::new),
        column(reports, OrderSnapshot::bodyOf, String[]::new),
        column(checked, one -> one.plan().version(), Long[]::new),
        Sql.utc(now),
        column(checked, one -> one.called().map(OrderName::text).orElse(null), String[]::new),
        column(
            checked, one -> one.called().map(OrderName::isWorkOrder).orElse(null), Boolean[]::new),
        column(reports, ReportRepository::codes, String[]::new));
  }

  /** The keys of what a report names, a line each; null where it names nothing. */
  private static String codes(Report report) {
    List<String> named = HeldCode.keysNamedBy(report);
    return named.isEmpty() ? null : String.join("\n", named);
  }

  private Plan toPlan(Row row) {
    return Plan.of(
        new OrderId(row.getLong("id")),
        new CompanyId(row.getLong("company_id")),
        row.getString("number"),
        row.getLong("plan_version"),
        List.of(Json.read(row.getString("lines"), Line[].class)),
        routings.of(row.getString("routings")));
  }

  private static <S, T> T[] column(List<S> of, Function<S, T> value, IntFunction<T[]> array) {
    return of.stream().map(value).toArray(array);
  }
}
