package org.vitrine.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.Event;
import org.vitrine.orders.EventKind;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OrderState;
import org.vitrine.production.OrderSummary;
import org.vitrine.production.Outlook;
import org.vitrine.production.Progress;
import org.vitrine.production.Sender;
import org.vitrine.production.Stage;
import org.vitrine.production.StageProgress;

/** Which orders there are to look at, and where each stands, in PostgreSQL. */
final class TrackingRepository {
  private static final String FIND =
      """
      SELECT wanted.number AS wanted, o.id
        FROM (SELECT number, order_numbered(number) AS id FROM unnest($1::text[]) AS asked (number) OFFSET 0) AS wanted
        JOIN order_head o ON o.id = wanted.id
       WHERE $2::bigint IS NULL OR o.company_id = $2\
      """;

  private static final String NUMBERS =
      """
      SELECT number
        FROM order_head
       WHERE id = ANY($1) AND ($2::bigint IS NULL OR company_id = $2)\
      """;

  private static final String IN_FLIGHT =
      """
      SELECT order_id
        FROM order_summary
       WHERE state IN ('waiting', 'in-production')
       ORDER BY order_id DESC
       LIMIT $1\
      """;

  private static final String NEWEST =
      """
      SELECT order_id
        FROM order_summary
       WHERE $1::bigint IS NULL OR company_id = $1
       ORDER BY state IN ('waiting', 'in-production') DESC, order_id DESC
       LIMIT $2\
      """;

  private static final String SEARCH =
      """
      SELECT o.id
        FROM order_head o
        JOIN order_summary s ON s.order_id = o.id
        JOIN company_card c ON c.id = o.company_id
       WHERE ($1::bigint IS NULL OR o.company_id = $1)
         AND ($2::bigint IS NULL OR o.id < $2)
         AND ($3::text IS NULL OR o.number ILIKE $3 OR o.number_key LIKE folded_number($3)
              OR o.customer_reference ILIKE $3
              OR $1::bigint IS NULL
                 AND o.id IN (SELECT order_id FROM work_order_head
                               WHERE number ILIKE $3 OR number_key LIKE folded_number($3)))
         AND ($4::text IS NULL OR s.state = $4)
         AND ($5::text IS NULL OR s.stage = $5)
         AND ($6::text IS NULL OR c.code = $6)
         AND ($7::timestamptz IS NULL OR s.late_from <= $7)
       ORDER BY o.id DESC
       LIMIT $8\
      """;

  private static final String EVENTS =
      """
      SELECT e.version, e.kind, e.report_id, e.happened_at, e.recorded_at, e.source, e.actor,
             e.sender::text AS sender, e.body::text AS body,
             c.version AS corrected_in, c.recorded_at AS corrected_at, c.actor AS corrected_by
        FROM order_event e
        LEFT JOIN LATERAL (
          SELECT version, recorded_at, actor
            FROM order_event
           WHERE order_id = e.order_id AND body ->> 'corrects' = e.report_id AND kind = 'reported'
           ORDER BY version DESC
           LIMIT 1) c ON e.report_id IS NOT NULL
       WHERE e.order_id = $1 AND e.version > $2 AND ($4::bigint IS NULL OR e.company_id = $4)
       ORDER BY e.version
       LIMIT $3\
      """;

  private static final String SAVE_SUMMARIES =
      """
      INSERT INTO order_summary
        (company_id, order_id, version, state, stage, promised_on, likely_on, heard_at, late_from, plant_zone)
      SELECT i.*, $10
        FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::date[], $7::date[],
                    $8::timestamptz[], $9::timestamptz[]) AS i
      ON CONFLICT (order_id) DO UPDATE
         SET version = excluded.version, state = excluded.state, stage = excluded.stage,
             promised_on = excluded.promised_on, likely_on = excluded.likely_on, heard_at = excluded.heard_at,
             late_from = excluded.late_from, plant_zone = excluded.plant_zone
       WHERE order_summary.version < excluded.version
          OR order_summary.version = excluded.version AND order_summary.plant_zone IS DISTINCT FROM excluded.plant_zone
      RETURNING order_id\
      """;

  private static final String BEHIND =
      """
      SELECT o.id
        FROM order_head o
        LEFT JOIN order_summary s ON s.order_id = o.id
       WHERE o.id > $1
         AND (s.version IS NULL OR s.version < o.version
              OR s.state IN ('waiting', 'in-production') AND s.plant_zone IS DISTINCT FROM $3)
       ORDER BY o.id
       LIMIT $2\
      """;

  /** What a search asks for; absent means any. */
  record OrderSearch(
      Optional<CompanyId> company,
      Optional<Long> before,
      Optional<String> text,
      Optional<OrderState> state,
      Optional<String> stage,
      Optional<String> companyCode,
      Optional<Instant> lateAt,
      int limit) {}

  Map<OrderNumber, OrderId> find(
      Queries queries, Set<OrderNumber> numbers, Optional<CompanyId> company) {
    Map<OrderNumber, OrderId> found = new HashMap<>();
    queries.find(
        "tracking.find",
        FIND,
        row -> found.put(new OrderNumber(row.getString("wanted")), new OrderId(row.getLong("id"))),
        numbers.stream().map(OrderNumber::value).toArray(String[]::new),
        company.map(CompanyId::value).orElse(null));
    return found;
  }

  List<String> numbers(Queries queries, Optional<CompanyId> company, Collection<OrderId> orders) {
    return queries.find(
        "tracking.numbers",
        NUMBERS,
        row -> row.getString("number"),
        orders.stream().map(OrderId::value).toArray(Long[]::new),
        company.map(CompanyId::value).orElse(null));
  }

  List<OrderId> inFlight(Queries queries, int limit) {
    return queries.find("tracking.in_flight", IN_FLIGHT, TrackingRepository::orderId, limit);
  }

  List<OrderId> newest(Queries queries, Optional<CompanyId> company, int limit) {
    return queries.find(
        "tracking.newest",
        NEWEST,
        TrackingRepository::orderId,
        company.map(CompanyId::value).orElse(null),
        limit);
  }

  List<OrderId> search(Queries queries, OrderSearch search) {
    return queries.find(
        "tracking.search",
        SEARCH,
        row -> new OrderId(row.getLong("id")),
        search.company().map(CompanyId::value).orElse(null),
        search.before().orElse(null),
        search.text().map(Sql::containing).orElse(null),
        search.state().map(OrderState::code).orElse(null),
        search.stage().orElse(null),
        search.companyCode().orElse(null),
        search.lateAt().map(Sql::utc).orElse(null),
        search.limit());
  }

  /** An event with who sent it, where that is known. */
  record SentEvent(Event event, Optional<Sender> sender, Optional<SentCorrection> correction) {}

  /** The newest report that corrects one. */
  record SentCorrection(long version, Instant at, String by) {}

  List<SentEvent> events(
      Queries queries, Optional<CompanyId> company, OrderId order, long after, int limit) {
    return queries.find(
        "tracking.events",
        EVENTS,
        row ->
            new SentEvent(
                toEvent(row),
                Optional.ofNullable(row.getString("sender"))
                    .map(sender -> Json.read(sender, Sender.class)),
                correction(row)),
        order.value(),
        after,
        limit,
        company.map(CompanyId::value).orElse(null));
  }

  private static Optional<SentCorrection> correction(Row row) {
    return Optional.ofNullable(row.getLong("corrected_in"))
        .map(
            version ->
                new SentCorrection(
                    version,
                    row.getOffsetDateTime("corrected_at").toInstant(),
                    row.getString("corrected_by")));
  }

  private static Event toEvent(Row row) {
    return new Event(
        row.getLong("version"),
        EventKind.of(row.getString("kind")),
        row.getString("report_id"),
        row.getOffsetDateTime("happened_at").toInstant(),
        row.getOffsetDateTime("recorded_at").toInstant(),
        row.getString("source"),
        row.getString("actor"),
        Json.read(row.getString("body"), JsonNode.class));
  }

  List<OrderId> behind(Queries queries, OrderId after, int limit, ZoneId plantZone) {
    return queries.find(
        "tracking.behind",
        BEHIND,
        row -> new OrderId(row.getLong("id")),
        after.value(),
        limit,
        plantZone.getId());
  }

  /** Returns those that were newer than what was kept. */
  List<OrderId> saveSummaries(
      Queries queries, Collection<OrderSummary> standings, ZoneId plantZone) {
    return queries.find(
        "tracking.save_summaries",
        SAVE_SUMMARIES,
        TrackingRepository::orderId,
        column(standings, one -> one.snapshot().company().id().value(), Long[]::new),
        column(standings, one -> one.snapshot().order().id().value(), Long[]::new),
        column(standings, one -> one.snapshot().order().version(), Long[]::new),
        column(standings, one -> one.state().code(), String[]::new),
        column(standings, TrackingRepository::stage, String[]::new),
        column(standings, one -> one.due().next().orElse(null), LocalDate[]::new),
        column(
            standings,
            one -> one.forecast().map(Outlook.Dates::likely).orElse(null),
            LocalDate[]::new),
        column(standings, one -> one.heardAt().map(Sql::utc).orElse(null), OffsetDateTime[]::new),
        column(
            standings,
            one -> one.outlook().lateFrom().map(Sql::utc).orElse(null),
            OffsetDateTime[]::new),
        plantZone.getId());
  }

  /** Where the line is that has come least far. */
  private static String stage(OrderSummary summary) {
    return summary.lines().values().stream()
        .filter(line -> line.stage().isPresent())
        .min(Comparator.comparingInt(TrackingRepository::stagesPassed))
        .flatMap(Progress::stage)
        .map(Stage::code)
        .orElse(null);
  }

  private static int stagesPassed(Progress line) {
    return line.stages().stream()
        .map(StageProgress::stage)
        .toList()
        .indexOf(line.stage().orElseThrow());
  }

  private static OrderId orderId(Row row) {
    return new OrderId(row.getLong("order_id"));
  }

  private static <T> T[] column(
      Collection<OrderSummary> standings, Function<OrderSummary, T> of, IntFunction<T[]> array) {
    return standings.stream().map(of).toArray(array);
  }
}
