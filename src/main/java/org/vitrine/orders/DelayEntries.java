package org.vitrine.orders;

import java.time.Clock;
import java.util.List;
import org.vitrine.orders.OrderActs.ActingOne;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * The door by which what is offered and answered about dates comes into the history of an order, in
 * the transaction of whoever keeps it beside.
 */
public final class DelayEntries {
  private final Clock clock;
  private final History history;
  private final OrderRepository repository = new OrderRepository();

  public DelayEntries(Changes changes, Clock clock) {
    this.clock = clock;
    this.history = new History(changes);
  }

  /** The order as it stands, which nobody else changes until the transaction ends. */
  public Order lock(Queries transaction, OrderNumber number) {
    return repository
        .lock(transaction, number)
        .orElseThrow(() -> new Rejection.NotFound("There is no such order"));
  }

  /** What was last said of its dates. */
  public PromisedDates promised(Queries queries, OrderId order) {
    return PromisedDates.of(repository.saidPromises(queries, order));
  }

  /** Appends to an order that this transaction has locked. */
  public void say(Queries transaction, OrderId order, DelayEntry entry, ActingOne by) {
    var now = Json.asRead(clock.instant());
    history.append(
        transaction,
        order,
        List.of(new History.NewEvent(entry.kind(), now, by.source(), by.actor(), entry.body())),
        now);
  }
}
