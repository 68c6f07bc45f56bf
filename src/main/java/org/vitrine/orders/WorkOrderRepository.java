package org.vitrine.orders;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** Under which numbers the plant makes the lines of orders, in PostgreSQL. */
final class WorkOrderRepository {
  private static final String REMOVE =
      """
      DELETE FROM work_order
       WHERE order_id = $1\
      """;

  /**
   * Of those that stand elsewhere it says nothing; in one order, so that no two wait for each
   * other.
   */
  private static final String ADD =
      """
      INSERT INTO work_order (company_id, order_id, line, position, number, stands)
      SELECT $1, $2, w.line, w.position, w.number, w.stands
        FROM unnest($3::integer[], $4::integer[], $5::text[], $6::boolean[]) AS w (line, position, number, stands)
       ORDER BY folded_number(w.number)
      ON CONFLICT (number_key) WHERE stands DO NOTHING\
      """;

  private static final String TAKEN =
      """
      SELECT w.place, o.number, t.line
        FROM unnest($1::text[]) WITH ORDINALITY AS w (number, place)
        JOIN work_order t ON t.number_key = folded_number(w.number) AND t.stands AND t.order_id <> $2
        JOIN orders o ON o.id = t.order_id
       ORDER BY w.place
       LIMIT 1\
      """;

  private static final String ORDER_OF_WORK =
      """
      SELECT o.id, o.number, o.version
        FROM orders o
       WHERE o.id = order_of_work($1)\
      """;

  /** One number, and the place of its line in the order as it was sent. */
  private record WorkOrderRow(int at, Line line, int position, boolean stands) {
    private String number() {
      return line.workOrders().get(position).value();
    }
  }

  /**
   * Gives the order's lines these numbers; throws {@link Rejection.Invalid} naming the line that
   * has one of them already. Those of what is cancelled are free for others.
   */
  void replace(Queries transaction, OrderId order, CompanyId company, PlaceOrder wanted) {
    transaction.execute("work_order.remove", REMOVE, order.value());
    List<WorkOrderRow> rows = rows(wanted);
    if (rows.isEmpty()) {
      return;
    }
    int added =
        transaction.execute(
            "work_order.add",
            ADD,
            company.value(),
            order.value(),
            Sql.column(rows, row -> row.line().number(), Integer[]::new),
            Sql.column(rows, WorkOrderRow::position, Integer[]::new),
            Sql.column(rows, WorkOrderRow::number, String[]::new),
            Sql.column(rows, WorkOrderRow::stands, Boolean[]::new));
    if (added < rows.size()) {
      throw taken(transaction, order, rows.stream().filter(WorkOrderRow::stands).toList());
    }
  }

  private static List<WorkOrderRow> rows(PlaceOrder wanted) {
    return IntStream.range(0, wanted.lines().size())
        .boxed()
        .flatMap(at -> rows(at, wanted.lines().get(at), wanted.cancelled() == null))
        .toList();
  }

  private static Stream<WorkOrderRow> rows(int at, Line line, boolean orderStands) {
    boolean stands = orderStands && line.cancelled() == null;
    return IntStream.range(0, line.workOrders().size())
        .mapToObj(position -> new WorkOrderRow(at, line, position, stands));
  }

  private static Rejection taken(Queries transaction, OrderId order, List<WorkOrderRow> rows) {
    return transaction
        .findOne(
            "work_order.taken",
            TAKEN,
            row -> {
              WorkOrderRow one = rows.get(row.getLong("place").intValue() - 1);
              return (Rejection)
                  new Rejection.Invalid(
                      "lines[%d].workOrders".formatted(one.at()),
                      "“%s” is a work order of line %d of order %s"
                          .formatted(
                              one.number(), row.getInteger("line"), row.getString("number")));
            },
            Sql.column(rows, WorkOrderRow::number, String[]::new),
            order.value())
        .orElseGet(
            () -> new Rejection.Conflict("Two lines were given the same work order; try again"));
  }

  /** The order that has this work order, as it is now, if there is one. */
  Optional<Orders.PlacedOrder> orderOf(Queries queries, OrderNumber workOrder) {
    return queries.findOne(
        "work_order.order",
        ORDER_OF_WORK,
        row ->
            Orders.PlacedOrder.unchanged(
                new OrderId(row.getLong("id")),
                new OrderNumber(row.getString("number")),
                row.getLong("version")),
        workOrder.value());
  }
}
