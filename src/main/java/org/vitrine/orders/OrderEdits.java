package org.vitrine.orders;

import java.util.Objects;
import java.util.Optional;
import org.vitrine.companies.Companies;
import org.vitrine.orders.OrderEditRepository.OrderEdit;
import org.vitrine.orders.PlaceOrder.GivenPromise;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;

/** What whoever edits an order begins with, and whether that is still what is there. */
final class OrderEdits {
  /** What an edit starts from that means to place an order: there was none. */
  private static final long NONE = 0;

  private static final int LOOKED_BACK = 50;
  private static final int LOOKED_AHEAD = 1_000;

  private final Companies companies;
  private final OrderRepository orders = new OrderRepository();
  private final OrderEditRepository repository = new OrderEditRepository();

  OrderEdits(Companies companies) {
    this.companies = companies;
  }

  OrderAsPlaced current(Queries queries, Order order) {
    return asPlaced(queries, order, repository.newest(queries, order.id()));
  }

  /**
   * What follows in the series that most of the newest numbers belong to, if any can be counted on.
   */
  Optional<OrderNumber> nextNumber(Queries queries) {
    return NumberSeries.ofMost(repository.newestNumbers(queries, LOOKED_BACK))
        .flatMap(
            series ->
                repository.firstFree(
                    queries, series.following().limit(LOOKED_AHEAD).toArray(String[]::new)))
        .filter(OrderNumber::fits)
        .map(OrderNumber::new);
  }

  private OrderAsPlaced asPlaced(Queries queries, Order order, OrderEdit newest) {
    return OrderAsPlaced.of(
        order,
        companies.require(queries, order.company()).code(),
        orders.currentPromises(queries, order.id()),
        newest.version());
  }

  /**
   * An edit that says what is there anyway is taken, whatever it started from.
   *
   * @param before the order as it is, held by this transaction; absent where there was none
   */
  void requireUnchanged(
      Queries transaction, Optional<Order> before, PlaceOrder wanted, long startedFrom) {
    if (before.isEmpty()) {
      if (startedFrom != NONE) {
        throw new Rejection.NotFound("There is no such order");
      }
      return;
    }
    OrderEdit newest = repository.newest(transaction, before.get().id());
    if (newest.version() == startedFrom) {
      return;
    }
    OrderAsPlaced current = asPlaced(transaction, before.get(), newest);
    if (!saysTheSame(before.get(), current.order(), wanted)) {
      throw new Rejection.ChangedMeanwhile(current, newest.by(), newest.at());
    }
  }

  private static boolean saysTheSame(Order before, PlaceOrder current, PlaceOrder wanted) {
    return current.company().equals(wanted.company())
        && Objects.equals(current.cancelled(), wanted.cancelled())
        && !OrderEntries.isAnother(before, wanted.inUnitsOf(before))
        && isPromised(wanted.promise(), current.promise())
        && wanted.lines().stream()
            .allMatch(line -> isPromised(line.promise(), ofLine(current, line)));
  }

  private static GivenPromise ofLine(PlaceOrder current, Line line) {
    return current.lines().stream()
        .filter(one -> one.number().equals(line.number()))
        .map(Line::promise)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(current.promise());
  }

  /** Who says nothing of a date leaves it. */
  private static boolean isPromised(GivenPromise wanted, GivenPromise current) {
    return wanted == null || current != null && Objects.equals(wanted.date(), current.date());
  }
}
