package org.vitrine.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OrderSummary;
import org.vitrine.production.Outlook;
import org.vitrine.production.Risk;
import org.vitrine.tracking.OrderConcerns.ConcernDates;
import org.vitrine.tracking.OrderConcerns.ConcernPart;
import org.vitrine.tracking.OrderConcerns.ConcernRow;
import org.vitrine.tracking.OrderConcerns.ConcernedCompany;
import org.vitrine.tracking.OrderConcerns.FloorRow;
import org.vitrine.tracking.OrderConcerns.PointRow;

/** What of orders in flight wants looking after, in PostgreSQL: one small row an order. */
final class OrderConcernRepository {
  private static final String SAVE =
      """
      INSERT INTO order_concern AS o
        (order_id, company_id, promised_on, likely_on, late_from, likely_late_from, to_be_confirmed, risk_from, risks, points, floor)
      SELECT i.order_id, i.company_id, i.promised_on, i.likely_on, i.late_from, i.likely_late_from, i.to_be_confirmed,
             i.risk_from, i.risks::jsonb, i.points::jsonb, i.floor::jsonb
        FROM unnest($1::bigint[], $2::bigint[], $3::date[], $4::date[], $5::timestamptz[], $6::timestamptz[],
                    $7::integer[], $8::timestamptz[], $9::text[], $10::text[], $11::text[])
               AS i (order_id, company_id, promised_on, likely_on, late_from, likely_late_from, to_be_confirmed,
                     risk_from, risks, points, floor)
      ON CONFLICT (order_id) DO UPDATE
         SET promised_on = excluded.promised_on, likely_on = excluded.likely_on, late_from = excluded.late_from,
             likely_late_from = excluded.likely_late_from, to_be_confirmed = excluded.to_be_confirmed,
             risk_from = excluded.risk_from, risks = excluded.risks, points = excluded.points, floor = excluded.floor,
             company_id = excluded.company_id
       WHERE (o.promised_on, o.likely_on, o.late_from, o.likely_late_from, o.to_be_confirmed, o.risk_from, o.risks,
              o.points, o.floor, o.company_id)
             IS DISTINCT FROM
             (excluded.promised_on, excluded.likely_on, excluded.late_from, excluded.likely_late_from,
              excluded.to_be_confirmed, excluded.risk_from, excluded.risks, excluded.points, excluded.floor,
              excluded.company_id)
      RETURNING o.order_id\
      """;

  private static final String REMOVE =
      """
      DELETE FROM order_concern
       WHERE order_id = ANY($1)
      RETURNING order_id\
      """;

  private static final String ORDERS =
      """
      SELECT h.number, c.code, c.name, c.tier, o.promised_on, o.likely_on, o.late_from, o.likely_late_from,
             o.to_be_confirmed, o.risks::text AS risks, count(*) OVER () AS total
        FROM order_concern o
        JOIN order_head h ON h.id = o.order_id
        JOIN company_card c ON c.id = o.company_id
      """;

  private static final String OF_THESE =
      """
       WHERE o.company_id = ANY($3)
         AND\
      """;

  private static final String AT_RISK =
      """
          (o.late_from <= $1 OR o.risk_from <= $1)
       ORDER BY o.late_from <= $1 IS TRUE DESC, least(o.late_from, o.risk_from), o.order_id
       LIMIT $2\
      """;

  private static final String AT_RISK_OF_THESE = ORDERS + OF_THESE + AT_RISK;
  private static final String AT_RISK_OF_ALL = ORDERS + " WHERE" + AT_RISK;

  private static final String PROMISES =
      ORDERS
          + OF_THESE
          + """
             (o.late_from <= $1 OR o.likely_late_from <= $1 OR o.to_be_confirmed > 0 OR o.promised_on IS NULL)
          ORDER BY o.late_from <= $1 IS TRUE DESC, o.likely_late_from <= $1 IS TRUE DESC,
                   coalesce(o.late_from, o.likely_late_from), o.order_id
          LIMIT $2\
          """;

  private static final String POINTS =
      """
      SELECT h.number, c.code, c.name, c.tier, p.point::text AS point, count(*) OVER () AS total
        FROM order_concern o
       CROSS JOIN LATERAL jsonb_array_elements(o.points) AS p (point)
        JOIN order_head h ON h.id = o.order_id
        JOIN company_card c ON c.id = o.company_id
       WHERE o.points <> '[]'
       ORDER BY p.point ->> 'verdict', p.point ->> 'since', o.order_id, p.point ->> 'requirement'
       LIMIT $1\
      """;

  private static final String FLOOR =
      """
      SELECT f.stage, (array_agg(f.name::text ORDER BY o.order_id DESC))[1] AS name,
             count(*) FILTER (WHERE f.state IN ('running', 'failed', 'under-way')) AS running,
             count(*) FILTER (WHERE f.state = 'held') AS held,
             count(*) FILTER (WHERE f.state NOT IN ('running', 'failed', 'under-way', 'held')) AS waiting,
             min(f.since) FILTER (WHERE f.state NOT IN ('running', 'failed', 'under-way')) AS since,
             (array_agg(h.number ORDER BY f.since) FILTER (
               WHERE f.state NOT IN ('running', 'failed', 'under-way') AND f.since IS NOT NULL))[1] AS longest
        FROM order_concern o
       CROSS JOIN LATERAL jsonb_to_recordset(o.floor) AS f (stage text, name jsonb, state text, since timestamptz)
        JOIN order_head h ON h.id = o.order_id
       GROUP BY f.stage
       ORDER BY held DESC, running DESC, f.stage
       LIMIT $1\
      """;

  /** Returns those that are not what they were. */
  Set<OrderId> save(Queries transaction, Collection<OrderSummary> inFlight) {
    List<OrderConcern> concerns = inFlight.stream().map(OrderConcern::of).toList();
    return new HashSet<>(
        transaction.find(
            "order_concern.save",
            SAVE,
            OrderConcernRepository::order,
            Sql.column(inFlight, one -> one.snapshot().order().id().value(), Long[]::new),
            Sql.column(inFlight, one -> one.snapshot().company().id().value(), Long[]::new),
            Sql.column(inFlight, one -> one.due().next().orElse(null), LocalDate[]::new),
            Sql.column(
                inFlight,
                one -> one.forecast().map(Outlook.Dates::likely).orElse(null),
                LocalDate[]::new),
            moments(inFlight, one -> one.outlook().lateFrom()),
            moments(inFlight, one -> one.due().likelyLateFrom()),
            Sql.column(inFlight, one -> one.due().toBeConfirmed(), Integer[]::new),
            moments(inFlight, one -> one.outlook().riskFrom()),
            Sql.column(inFlight, one -> Json.text(one.outlook().risks()), String[]::new),
            Sql.column(concerns, one -> Json.text(one.points()), String[]::new),
            Sql.column(concerns, one -> Json.text(one.floor()), String[]::new)));
  }

  private static OffsetDateTime[] moments(
      Collection<OrderSummary> summaries, Function<OrderSummary, Optional<Instant>> of) {
    return Sql.column(
        summaries, one -> of.apply(one).map(Sql::utc).orElse(null), OffsetDateTime[]::new);
  }

  /** Returns those that were there. */
  List<OrderId> remove(Queries transaction, Collection<OrderId> ended) {
    return transaction.find(
        "order_concern.remove",
        REMOVE,
        OrderConcernRepository::order,
        (Object) Sql.column(ended, OrderId::value, Long[]::new));
  }

  private static OrderId order(Row row) {
    return new OrderId(row.getLong("order_id"));
  }

  ConcernPart<ConcernRow> atRisk(
      Queries queries, Collection<CompanyId> companies, Instant now, int most) {
    return orders(
        queries, "order_concern.at_risk", AT_RISK_OF_THESE, Sql.utc(now), most, ids(companies));
  }

  ConcernPart<ConcernRow> atRisk(Queries queries, Instant now, int most) {
    return orders(queries, "order_concern.all_at_risk", AT_RISK_OF_ALL, Sql.utc(now), most);
  }

  ConcernPart<ConcernRow> promises(
      Queries queries, Collection<CompanyId> companies, Instant now, int most) {
    return orders(queries, "order_concern.promises", PROMISES, Sql.utc(now), most, ids(companies));
  }

  private static Long[] ids(Collection<CompanyId> companies) {
    return Sql.column(companies, CompanyId::value, Long[]::new);
  }

  private static ConcernPart<ConcernRow> orders(
      Queries queries, String name, String sql, Object... values) {
    return part(
        queries.find(
            name, sql, row -> new Counted<>(toConcern(row), row.getLong("total")), values));
  }

  /** A row, and how many there are. */
  private record Counted<T>(T row, long total) {}

  private static <T> ConcernPart<T> part(List<Counted<T>> rows) {
    return new ConcernPart<>(
        rows.stream().map(Counted::row).toList(), rows.isEmpty() ? 0 : rows.getFirst().total());
  }

  private static ConcernRow toConcern(Row row) {
    return new ConcernRow(
        row.getString("number"),
        company(row),
        new ConcernDates(
            Optional.ofNullable(row.getLocalDate("promised_on")),
            Optional.ofNullable(row.getLocalDate("likely_on")),
            moment(row, "late_from"),
            moment(row, "likely_late_from")),
        row.getInteger("to_be_confirmed"),
        List.of(Json.read(row.getString("risks"), Risk[].class)));
  }

  private static ConcernedCompany company(Row row) {
    return new ConcernedCompany(
        row.getString("code"), row.getString("name"), row.getString("tier"));
  }

  private static Optional<Instant> moment(Row row, String column) {
    return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
  }

  ConcernPart<PointRow> points(Queries queries, int most) {
    return part(
        queries.find(
            "order_concern.points",
            POINTS,
            row ->
                new Counted<>(
                    new PointRow(
                        row.getString("number"),
                        company(row),
                        Json.read(row.getString("point"), OrderConcern.OpenPoint.class)),
                    row.getLong("total")),
            most));
  }

  List<FloorRow> floor(Queries queries, int most) {
    return queries.find(
        "order_concern.floor",
        FLOOR,
        row ->
            new FloorRow(
                row.getString("stage"),
                Json.read(row.getString("name"), JsonNode.class),
                row.getLong("running"),
                row.getLong("held"),
                row.getLong("waiting"),
                moment(row, "since"),
                Optional.ofNullable(row.getString("longest"))),
        most);
  }
}
