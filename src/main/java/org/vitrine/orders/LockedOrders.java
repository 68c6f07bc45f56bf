package org.vitrine.orders;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.vitrine.companies.Companies;
import org.vitrine.orders.Orders.PlacedOrder;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;

/** Orders that are held while somebody acts on them, and placed again as the act leaves them. */
final class LockedOrders {
  private final Companies companies;
  private final Orders orders;
  private final OrderRepository repository;

  LockedOrders(Companies companies, Orders orders, OrderRepository repository) {
    this.companies = companies;
    this.orders = orders;
    this.repository = repository;
  }

  /** What an act makes of an order that is locked. */
  @FunctionalInterface
  interface OrderAct {
    UnaryOperator<PlaceOrder> on(Queries transaction, Order order);
  }

  PlacedOrder act(Queries transaction, OrderNumber number, Placing by, OrderAct act) {
    Set<String> held = holdRoutings(transaction, number);
    Order order = lock(transaction, number);
    String company = companies.require(transaction, order.company()).code();
    PlaceOrder wanted = act.on(transaction, order).apply(order.asPlaced(company));
    Orders.requireUndisturbed(held.containsAll(wanted.routings()));
    return place(transaction, order.number(), wanted, by);
  }

  /** Comes before the order is locked, see {@link Orders}. */
  Set<String> holdRoutings(Queries transaction, OrderNumber number) {
    return orders.holdRoutings(transaction, number);
  }

  Order lock(Queries transaction, OrderNumber number) {
    return repository
        .lock(transaction, number)
        .orElseThrow(() -> new Rejection.NotFound("There is no order “%s”".formatted(number)));
  }

  /** An act has few fields: what is wrong with the whole order is said at the act's own. */
  private PlacedOrder place(
      Queries transaction, OrderNumber number, PlaceOrder wanted, Placing by) {
    try {
      return orders.place(transaction, number, wanted, by);
    } catch (Rejection.Invalid invalid) {
      String field = invalid.field();
      throw new Rejection.Invalid(
          field.substring(field.lastIndexOf('.') + 1), invalid.getMessage());
    }
  }
}
