package org.vitrine.orders;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Queries;

/**
 * Appends to orders' histories, raising their versions by one per event, inside the caller's
 * transaction. When that has committed, whoever keeps something of these orders hears it.
 */
public final class History {
  private final Changes changes;
  private final HistoryRepository repository = new HistoryRepository();

  public History(Changes changes) {
    this.changes = changes;
  }

  /** Something to append to one order; the order must be locked by this transaction. */
  public record NewEvent(
      EventKind kind, Instant happenedAt, String source, String actor, Object body) {}

  void append(Queries transaction, OrderId order, List<NewEvent> entries, Instant now) {
    tell(transaction, repository.append(transaction, order, entries, now));
  }

  /** Tells the history of these orders that they are made in another way from now on. */
  void routingChanged(
      Queries transaction, Collection<OrderId> orders, RoutingVersions.RoutingChange change) {
    tell(transaction, repository.routingChanged(transaction, orders, change));
  }

  /**
   * Tells the history of these orders that a calendar changed by which they are worked on; returns
   * how many there are.
   */
  public int calendarChanged(
      Queries transaction, List<OrderId> concerned, String calendar, String actor, Instant now) {
    List<Change> orders = repository.calendarChanged(transaction, concerned, calendar, actor, now);
    tell(transaction, orders);
    return orders.size();
  }

  /** Tells the history of these orders when they are likely finished, each its own. */
  public void forecastsTold(Queries transaction, Map<OrderId, Object> told, Instant now) {
    tell(transaction, repository.forecastsTold(transaction, told, now));
  }

  /** Tells the history of every order of this company that its name or tier changed. */
  void companyChanged(Queries transaction, CompanyId company, Instant now) {
    tell(transaction, repository.companyChanged(transaction, company, now));
  }

  /** Tells the history of these orders that they are another company's now. */
  void ordersMoved(Queries transaction, List<OrderId> orders, Instant now) {
    tell(transaction, repository.ordersMoved(transaction, orders, now));
  }

  /** Tells the history of every order that this carrier took goods of; returns how many. */
  int carrierChanged(Queries transaction, Carrier carrier, String actor, Instant now) {
    List<Change> orders = repository.carrierChanged(transaction, carrier, actor, now);
    tell(transaction, orders);
    return orders.size();
  }

  /** Tells the history of each order what is doubted of it, or no longer. */
  void doubted(Queries transaction, List<Doubts.SaidDoubt> said, String actor, Instant now) {
    tell(transaction, repository.doubted(transaction, said, actor, now));
  }

  private void tell(Queries transaction, List<Change> orders) {
    transaction.afterCommit(() -> changes.committed(orders));
  }
}
