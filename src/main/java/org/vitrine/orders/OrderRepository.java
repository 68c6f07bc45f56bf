package org.vitrine.orders;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.RoutingVersions.LineRouting;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** Orders with their lines and requirements in PostgreSQL. */
final class OrderRepository {
  private static final String CREATE =
      """
      INSERT INTO orders (company_id, number)
      VALUES ($1, $2)
      ON CONFLICT DO NOTHING\
      """;

  private static final String LOCK_BY_NUMBER =
      """
      SELECT id
        FROM orders
       WHERE id = order_numbered($1)
         FOR NO KEY UPDATE\
      """;

  private static final String ROUTINGS =
      """
      SELECT DISTINCT l.routing
        FROM orders o
        JOIN order_line l ON l.order_id = o.id
       WHERE o.id = order_numbered($1)\
      """;

  private static final String FIND =
      """
      SELECT o.id, o.company_id, o.number, o.customer_reference, o.placed_on, o.promised_on, o.cancel_reason::text, o.version,
             lines_of(o.id)::text AS lines
        FROM orders o
       WHERE o.id = $1\
      """;

  private static final String FIND_MEANT =
      """
      SELECT o.id, o.company_id, o.number, o.customer_reference, o.placed_on, o.promised_on, o.cancel_reason::text, o.version,
             lines_of(o.id)::text AS lines
        FROM orders o
       WHERE o.id = order_meant($1, $2)\
      """;

  private static final String FIND_BY_NUMBER =
      """
      SELECT o.id, o.company_id, o.number, o.customer_reference, o.placed_on, o.promised_on, o.cancel_reason::text, o.version,
             lines_of(o.id)::text AS lines
        FROM orders o
       WHERE o.id = order_numbered($1)\
      """;

  /** The newest word on each line's date, and on the order's. */
  private static final String CURRENT_PROMISES =
      """
      SELECT DISTINCT ON ((body ->> 'line')::integer) body::text AS word
        FROM event
       WHERE order_id = $1 AND kind IN ('promised', 'promise-revised')
       ORDER BY (body ->> 'line')::integer, version DESC\
      """;

  private static final String SAID_PROMISES =
      """
      SELECT DISTINCT ON ((body ->> 'line')::integer) body::text AS word, version, actor, happened_at
        FROM event
       WHERE order_id = $1 AND kind IN ('promised', 'promise-revised')
       ORDER BY (body ->> 'line')::integer, version DESC\
      """;

  private static final String REPORTED_WORK =
      """
      SELECT (body ->> 'line')::integer AS line, body ->> 'stage' AS stage,
             body ->> 'operation' AS operation, body ->> 'requirement' AS requirement,
             bool_or(mod((body ->> 'good')::numeric, 1) <> 0 OR mod((body ->> 'rejected')::numeric, 1) <> 0
                     OR mod((body ->> 'scrapped')::numeric, 1) <> 0) IS TRUE AS in_parts,
             bool_or(body ->> 'kind' NOT IN ('held', 'resumed', 'seen', 'withdrawn')
                     AND NOT EXISTS (SELECT FROM event c
                                      WHERE c.order_id = $1 AND c.body ->> 'corrects' = e.report_id)) AS begun
        FROM event e
       WHERE order_id = $1 AND kind = 'reported'
       GROUP BY 1, 2, 3, 4\
      """;

  private static final String UNITS =
      """
      SELECT CASE WHEN quantity IS NULL THEN unit ELSE coalesce(unit, 'pieces') END AS unit
        FROM order_line
       WHERE order_id = order_numbered($1)\
      """;

  private static final String NEWEST_LINE =
      """
      SELECT o.number AS order_number, l.number, lines_of(o.id)::text AS lines
        FROM order_line l
        JOIN orders o ON o.id = l.order_id
       WHERE l.product @> to_jsonb($1::text)
          OR l.product @> jsonb_build_object('en', $1::text)
          OR l.product @> jsonb_build_object('zh-CN', $1::text)
       ORDER BY l.order_id DESC, l.number
       LIMIT 1\
      """;

  private static final String PLAN_VERSIONS =
      """
      SELECT n.key, o.plan_version
        FROM unnest($1::text[]) AS n (key)
        JOIN orders o ON o.id = order_numbered(n.key)\
      """;

  private static final String LINES_THAT_LEFT =
      """
      SELECT i.line, bool_or(i.quantity <> trunc(i.quantity)) AS in_parts
        FROM shipment_item i
        JOIN shipment s ON s.order_id = i.order_id AND s.number_key = i.shipment
       WHERE i.order_id = $1 AND s.withdrawn IS NULL
       GROUP BY i.line
       ORDER BY i.line\
      """;

  private static final String CHANGE =
      """
      UPDATE orders
         SET company_id = $2, customer_reference = $3, placed_on = $4, promised_on = $5, cancel_reason = $6::text::jsonb
       WHERE id = $1\
      """;

  private static final String REMOVE_LINES =
      """
      DELETE FROM order_line
       WHERE order_id = $1
      RETURNING number, routing, routing_version\
      """;

  /** A line that stays with its routing stays with the version of it that it had. */
  private static final String ADD_LINES =
      """
      INSERT INTO order_line
        (company_id, order_id, number, product, description, quantity, unit, routing, routing_version, cancel_reason,
         closed_short)
      SELECT $1, $2, l.number, l.product, l.description, l.quantity, l.unit, l.routing, k.version, l.cancelled,
             l."closedShort"
        FROM json_to_recordset($3::text::json)
          AS l (number integer, product jsonb, description jsonb, quantity numeric, unit text, routing text, cancelled jsonb,
                "closedShort" jsonb)
        LEFT JOIN unnest($4::integer[], $5::text[], $6::integer[]) AS k (number, routing, version)
               ON k.number = l.number AND k.routing = l.routing\
      """;

  private static final String ADD_REQUIREMENTS =
      """
      INSERT INTO requirement
        (company_id, order_id, line, position, code, stage, name, specification, unit, minimum, maximum, mandatory, sample,
         photo, waiver)
      SELECT $1, $2, l.number, r.position, q.code, q.stage, q.name, q.ordered, q.unit, q.minimum, q.maximum,
             q.mandatory, q.sample, q.photo, q.waiver
        FROM json_to_recordset($3::text::json) AS l (number integer, requirements json),
             json_array_elements(l.requirements) WITH ORDINALITY AS r (value, position),
             json_to_record(r.value)
               AS q (code text, stage text, name jsonb, ordered jsonb, unit text, minimum numeric, maximum numeric,
                     mandatory boolean, sample integer, photo boolean, waiver jsonb)\
      """;

  /** Returns false where the number is taken. */
  boolean create(Queries transaction, CompanyId company, OrderNumber number) {
    return transaction.execute("order.create", CREATE, company.value(), number.value()) > 0;
  }

  Optional<Order> lock(Queries transaction, OrderNumber number) {
    return transaction
        .findOne(
            "order.lock_by_number",
            LOCK_BY_NUMBER,
            row -> new OrderId(row.getLong("id")),
            number.value())
        .map(id -> find(transaction, id));
  }

  /**
   * The order of this number as it is now; throws {@link Rejection.NotFound} where there is none.
   */
  Order require(Queries queries, OrderNumber number) {
    return queries
        .findOne("order.find_by_number", FIND_BY_NUMBER, OrderRepository::toOrder, number.value())
        .orElseThrow(() -> new Rejection.NotFound("There is no such order"));
  }

  Optional<Order> meant(Queries queries, OrderNumber number, boolean ofWork) {
    return queries.findOne(
        "order.find_meant", FIND_MEANT, OrderRepository::toOrder, number.value(), ofWork);
  }

  /** The routings by which an order is made, if there is one; it is not held. */
  List<String> routings(Queries queries, OrderNumber number) {
    return queries.find(
        "order.routings", ROUTINGS, row -> row.getString("routing"), number.value());
  }

  private Order find(Queries queries, OrderId id) {
    return queries.findOne("order.find", FIND, OrderRepository::toOrder, id.value()).orElseThrow();
  }

  /** What was last said of dates, by the line; {@link PromiseRevisions#ORDER} for the order's. */
  Map<Integer, PromiseWord> currentPromises(Queries queries, OrderId order) {
    return queries
        .find(
            "order.current_promises",
            CURRENT_PROMISES,
            row -> Json.read(row.getString("word"), PromiseWord.class),
            order.value())
        .stream()
        .collect(
            Collectors.toMap(
                word -> word.line() == null ? PromiseRevisions.ORDER : word.line(), word -> word));
  }

  /** A word on a date, who said it and when, and the order's version that it led to. */
  record SaidPromise(PromiseWord word, long version, String actor, Instant at) {}

  /** The same, with who said it. */
  List<SaidPromise> saidPromises(Queries queries, OrderId order) {
    return queries.find(
        "order.said_promises",
        SAID_PROMISES,
        row ->
            new SaidPromise(
                Json.read(row.getString("word"), PromiseWord.class),
                row.getLong("version"),
                row.getString("actor"),
                row.getOffsetDateTime("happened_at").toInstant()),
        order.value());
  }

  /** In what the one line of this order is counted, where it says. */
  Optional<Unit> unit(Queries queries, OrderNumber number) {
    List<Optional<Unit>> units =
        queries.find(
            "order.units",
            UNITS,
            row -> Optional.ofNullable(row.getString("unit")).map(Unit::new),
            number.value());
    return units.size() == 1 ? units.getFirst() : Optional.empty();
  }

  /** As this product was ordered last. */
  Optional<OrderedLine> newestLine(Queries queries, String product) {
    return queries.findOne(
        "order.newest_line", NEWEST_LINE, OrderRepository::toOrderedLine, product);
  }

  private static OrderedLine toOrderedLine(Row row) {
    int number = row.getInteger("number");
    return Stream.of(Json.read(row.getString("lines"), Line[].class))
        .filter(line -> line.number() == number)
        .findFirst()
        .map(line -> OrderedLine.of(new OrderNumber(row.getString("order_number")), line))
        .orElseThrow();
  }

  Map<String, Long> planVersions(Queries queries, Collection<OrderNumber> numbers) {
    return queries
        .find(
            "order.plan_versions",
            PLAN_VERSIONS,
            row -> Map.entry(row.getString("key"), row.getLong("plan_version")),
            (Object) Sql.column(numbers, OrderNumber::key, String[]::new))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What the plant has reported of the lines of an order, each once. */
  List<ReportedWork> reportedWork(Queries queries, OrderId order) {
    return queries.find(
        "order.reported_work",
        REPORTED_WORK,
        row ->
            new ReportedWork(
                row.getInteger("line"),
                row.getString("stage"),
                row.getString("operation"),
                row.getString("requirement"),
                row.getBoolean("in_parts"),
                row.getBoolean("begun")),
        order.value());
  }

  /**
   * A line of which something left.
   *
   * @param inParts whether anything but a whole number of its unit did
   */
  record LineThatLeft(int line, boolean inParts) {}

  List<LineThatLeft> linesThatLeft(Queries queries, OrderId order) {
    return queries.find(
        "order.lines_that_left",
        LINES_THAT_LEFT,
        row -> new LineThatLeft(row.getInteger("line"), row.getBoolean("in_parts")),
        order.value());
  }

  void change(
      Queries transaction, OrderId id, CompanyId company, PlaceOrder to, LocalDate promisedOn) {
    transaction.execute(
        "order.change",
        CHANGE,
        id.value(),
        company.value(),
        to.customerReference(),
        to.placedOn(),
        promisedOn,
        to.cancelled() == null ? null : Json.text(to.cancelled()));
  }

  void replaceLines(Queries transaction, OrderId id, CompanyId company, List<Line> lines) {
    String json = Json.text(lines);
    List<LineRouting> before =
        transaction.find(
            "order.remove_lines",
            REMOVE_LINES,
            RoutingVersionRepository::toLineRouting,
            id.value());
    transaction.execute(
        "order.add_lines",
        ADD_LINES,
        company.value(),
        id.value(),
        json,
        Sql.column(before, LineRouting::line, Integer[]::new),
        Sql.column(before, LineRouting::routing, String[]::new),
        Sql.column(before, one -> one.kept().orElse(null), Integer[]::new));
    transaction.execute(
        "order.add_requirements", ADD_REQUIREMENTS, company.value(), id.value(), json);
  }

  private static Order toOrder(Row row) {
    return new Order(
        new OrderId(row.getLong("id")),
        new CompanyId(row.getLong("company_id")),
        new OrderNumber(row.getString("number")),
        row.getString("customer_reference"),
        row.getLocalDate("placed_on"),
        row.getLocalDate("promised_on"),
        LocalizedText.stored(row.getString("cancel_reason")),
        row.getLong("version"),
        List.of(Json.read(row.getString("lines"), Line[].class)));
  }
}
