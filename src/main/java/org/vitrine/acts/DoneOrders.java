package org.vitrine.acts;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.vitrine.acts.DoneOrderRepository.DoneOrder;
import org.vitrine.acts.SeveralOrders.OrderOutcome;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.web.Idempotency.SentOnce;

/**
 * Does something with an order once for each key, however often its request is sent: also where the
 * first one ended before all orders were through, and so has no answer that could be repeated.
 */
final class DoneOrders {
  private static final Duration KEPT = Duration.ofDays(30);

  private final Database database;
  private final Clock clock;
  private final DoneOrderRepository repository = new DoneOrderRepository();

  DoneOrders(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  void forgetOld() {
    repository.forgetBefore(database, clock.instant().minus(KEPT));
  }

  /** In one transaction: it is remembered if and only if it is done. */
  OrderOutcome once(
      Optional<SentOnce> sent, OrderNumber order, Function<Queries, OrderOutcome> act) {
    return database.inTransaction(
        transaction ->
            sent.isPresent() ? once(transaction, sent.get(), order, act) : act.apply(transaction));
  }

  private OrderOutcome once(
      Queries transaction, SentOnce sent, OrderNumber order, Function<Queries, OrderOutcome> act) {
    if (!repository.begin(transaction, sent, order, clock.instant())) {
      return known(transaction, sent, order).orElseThrow();
    }
    OrderOutcome outcome = act.apply(transaction);
    repository.done(transaction, sent, order, Json.text(outcome));
    return outcome;
  }

  /**
   * For what writes in a transaction of its own and changes nothing where it is so already: whoever
   * ends between the two does it again, which is no more than that.
   */
  OrderOutcome onceAround(Optional<SentOnce> sent, OrderNumber order, Supplier<OrderOutcome> act) {
    if (sent.isEmpty()) {
      return act.get();
    }
    return known(database, sent.get(), order)
        .orElseGet(
            () -> {
              OrderOutcome outcome = act.get();
              return once(sent, order, transaction -> outcome);
            });
  }

  private Optional<OrderOutcome> known(Queries queries, SentOnce sent, OrderNumber order) {
    Optional<DoneOrder> done = repository.find(queries, sent, order);
    if (done.isPresent() && !done.get().request().equals(sent.request())) {
      throw new Rejection.Conflict(
          "Under this Idempotency-Key something else has already been done with it");
    }
    return done.map(one -> Json.read(one.outcome(), OrderOutcome.class));
  }
}
