package org.vitrine.traceability;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Which pieces and lots left, in PostgreSQL. */
final class ShippingRepository {
  private static final String CONCERNED =
      """
      SELECT DISTINCT e.order_id
        FROM unnest($1::bigint[], $2::bigint[]) AS told (order_id, version)
        JOIN order_event e ON e.order_id = told.order_id AND e.version = told.version
       WHERE e.kind IN ('shipped', 'shipment-changed', 'shipment-withdrawn', 'delivered', 'taken-back')
         AND (EXISTS (SELECT FROM shipped_unit u WHERE u.order_id = e.order_id)
              OR EXISTS (SELECT FROM piece p WHERE p.shipped_order = e.order_id)
              OR EXISTS (SELECT FROM shipped_lot s WHERE s.order_id = e.order_id))
       ORDER BY 1\
      """;

  private static final String LEFT =
      """
      SELECT u.order_id, u.line, u.company_id, u.shipment, u.quantity, u.serials, u.lots, u.left_on, u.delivered_on
        FROM shipped_unit u
       WHERE u.order_id = ANY($1)
       ORDER BY u.left_on, u.order_id, u.shipment, u.line\
      """;

  /** What was known until now to have left with these orders. */
  private static final String SHIPPED_WITH =
      """
      SELECT node
        FROM piece
       WHERE shipped_order = ANY($1)\
      """;

  /** Of all orders: what several shipments name by mistake left with the newest that stands. */
  private static final String NEWEST =
      """
      SELECT DISTINCT ON (n.id)
             n.id, u.order_id, u.line, u.company_id, u.shipment, u.quantity, u.serials, u.lots, u.left_on,
             u.delivered_on
        FROM trace_node n
        JOIN shipped_unit u ON u.serials IS NOT NULL AND folded_numbers(u.serials) @> ARRAY[n.key]
       WHERE n.id = ANY($1) AND n.kind = 'piece'
       ORDER BY n.id, u.left_on DESC, u.order_id DESC, u.shipment DESC, u.line DESC\
      """;

  private static final String KNOW =
      """
      INSERT INTO piece (node, serial, serial_key, product, directly)
      SELECT n.id, n.code, n.key, l.product, false
        FROM unnest($1::bigint[], $2::bigint[], $3::integer[]) AS said (node, order_id, line)
        JOIN trace_node n ON n.id = said.node
        JOIN line_card l ON l.order_id = said.order_id AND l.number = said.line
      ON CONFLICT (node) DO NOTHING\
      """;

  /** What was handed over since is its new owner's, until it is sold with another order. */
  private static final String SHIP =
      """
      UPDATE piece p
         SET company_id = CASE WHEN p.handed_order = said.order_id AND p.handed_from = said.company_id
                               THEN p.handed_to ELSE said.company_id END,
             handed_from = CASE WHEN p.handed_order = said.order_id THEN p.handed_from END,
             handed_to = CASE WHEN p.handed_order = said.order_id THEN p.handed_to END,
             handed_order = CASE WHEN p.handed_order = said.order_id THEN p.handed_order END,
             shipped_order = said.order_id, shipped_line = said.line,
             shipment = said.shipment, left_on = said.left_on, delivered_on = said.delivered_on
        FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::integer[], $5::text[], $6::date[], $7::date[])
          AS said (node, company_id, order_id, line, shipment, left_on, delivered_on)
       WHERE p.node = said.node
         AND (p.company_id, p.shipped_order, p.shipped_line, p.shipment, p.left_on, p.delivered_on)
             IS DISTINCT FROM
             (CASE WHEN p.handed_order = said.order_id AND p.handed_from = said.company_id
                   THEN p.handed_to ELSE said.company_id END,
              said.order_id, said.line, said.shipment, said.left_on, said.delivered_on)
      RETURNING p.node\
      """;

  private static final String BRING_BACK =
      """
      UPDATE piece
         SET company_id = NULL, shipped_order = NULL, shipped_line = NULL, shipment = NULL, left_on = NULL,
             delivered_on = NULL
       WHERE shipped_order = ANY($1) AND node <> ALL($2)
      RETURNING node\
      """;

  private static final String SHIPPED_LOTS =
      """
      DELETE FROM shipped_lot
       WHERE order_id = ANY($1)
      RETURNING node\
      """;

  private static final String SHIP_LOTS =
      """
      INSERT INTO shipped_lot (node, company_id, order_id, line, shipment, left_on, delivered_on, thousandths)
      SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::integer[], $5::text[], $6::date[], $7::date[],
                           $8::bigint[])\
      """;

  /** What left of one line with one shipment, where it is said which. */
  record LeftUnits(
      OrderId order,
      int line,
      long company,
      String shipment,
      BigDecimal quantity,
      LeftDays days,
      List<String> serials,
      List<String> lots) {}

  /** On which days where the plant is. */
  record LeftDays(LocalDate left, Optional<LocalDate> delivered) {}

  /** One node that left with these. */
  record LeftNode(long node, LeftUnits units) {
    /** How much of a lot, where it is the only one. */
    private Long thousandths() {
      return units.lots().size() == 1 && units.serials().isEmpty()
          ? units.quantity().movePointRight(3).longValue()
          : null;
    }
  }

  /** Those orders of which, by these entries, something left or did not, where it is said what. */
  List<OrderId> concerned(Queries queries, Collection<OrderVersion> events) {
    return queries.find(
        "trace.shipped_orders",
        CONCERNED,
        row -> new OrderId(row.getLong("order_id")),
        Sql.column(events, event -> event.order().value(), Long[]::new),
        Sql.column(events, OrderVersion::version, Long[]::new));
  }

  List<LeftUnits> left(Queries queries, Collection<OrderId> orders) {
    return queries.find("trace.left", LEFT, ShippingRepository::toUnits, ids(orders));
  }

  private static LeftUnits toUnits(Row row) {
    return new LeftUnits(
        new OrderId(row.getLong("order_id")),
        row.getInteger("line"),
        row.getLong("company_id"),
        row.getString("shipment"),
        row.getBigDecimal("quantity"),
        new LeftDays(
            row.getLocalDate("left_on"), Optional.ofNullable(row.getLocalDate("delivered_on"))),
        texts(row.getArrayOfStrings("serials")),
        texts(row.getArrayOfStrings("lots")));
  }

  private static List<String> texts(String[] stored) {
    return stored == null ? List.of() : List.of(stored);
  }

  private static Object ids(Collection<OrderId> orders) {
    return Sql.column(orders, OrderId::value, Long[]::new);
  }

  List<Long> shippedWith(Queries queries, Collection<OrderId> orders) {
    return queries.find(
        "trace.shipped_with", SHIPPED_WITH, row -> row.getLong("node"), ids(orders));
  }

  /** With what each of these pieces left last; nothing of one that did not leave. */
  List<LeftNode> newest(Queries queries, Collection<Long> pieces) {
    return queries.find(
        "trace.newest_left",
        NEWEST,
        row -> new LeftNode(row.getLong("id"), toUnits(row)),
        (Object) pieces.toArray(Long[]::new));
  }

  /** Pieces of which nobody said anything before are of the product of their line. */
  void know(Queries transaction, List<LeftNode> pieces) {
    transaction.execute(
        "trace.know_shipped",
        KNOW,
        Sql.column(pieces, LeftNode::node, Long[]::new),
        Sql.column(pieces, one -> one.units().order().value(), Long[]::new),
        Sql.column(pieces, one -> one.units().line(), Integer[]::new));
  }

  /** Returns those of which that is new. */
  List<Long> ship(Queries transaction, List<LeftNode> pieces) {
    return transaction.find(
        "trace.ship", SHIP, row -> row.getLong("node"), columns(pieces).toArray());
  }

  private static Stream<Object> columns(List<LeftNode> nodes) {
    return Stream.of(
        Sql.column(nodes, LeftNode::node, Long[]::new),
        Sql.column(nodes, one -> one.units().company(), Long[]::new),
        Sql.column(nodes, one -> one.units().order().value(), Long[]::new),
        Sql.column(nodes, one -> one.units().line(), Integer[]::new),
        Sql.column(nodes, one -> one.units().shipment(), String[]::new),
        Sql.column(nodes, one -> one.units().days().left(), LocalDate[]::new),
        Sql.column(nodes, one -> one.units().days().delivered().orElse(null), LocalDate[]::new));
  }

  /** What left with these orders, as far as was said, and did not; returns those. */
  List<Long> bringBack(Queries transaction, Collection<OrderId> orders, Collection<Long> left) {
    return transaction.find(
        "trace.bring_back",
        BRING_BACK,
        row -> row.getLong("node"),
        ids(orders),
        left.toArray(Long[]::new));
  }

  /** In the place of what was said of these orders before; returns all lots that it concerns. */
  List<Long> shipLots(Queries transaction, Collection<OrderId> orders, List<LeftNode> lots) {
    List<Long> before =
        transaction.find(
            "trace.shipped_lots", SHIPPED_LOTS, row -> row.getLong("node"), ids(orders));
    if (!lots.isEmpty()) {
      transaction.execute(
          "trace.ship_lots",
          SHIP_LOTS,
          Stream.concat(
                  columns(lots),
                  Stream.of((Object) Sql.column(lots, LeftNode::thousandths, Long[]::new)))
              .toArray());
    }
    return Stream.concat(before.stream(), lots.stream().map(LeftNode::node)).distinct().toList();
  }
}
