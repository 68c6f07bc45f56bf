package org.vitrine.meetings;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.OrderChange;

/**
 * Marks the orders to which something happened that agendas are made of; {@link OrderMatterKeeper}
 * looks at each a moment later, as a whole.
 */
final class OrderMatterReader implements Subscriber {
  private static final int WHOLE = 0;

  private final Clock clock;
  private final OrderMatterRepository repository = new OrderMatterRepository();

  OrderMatterReader(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "meetings.orders";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(
        OrderChange.kind(OrderChange.RequirementFailed.class),
        OrderChange.kind(OrderChange.PromiseRevised.class),
        OrderChange.kind(OrderChange.StageFinished.class),
        OrderChange.kind(OrderChange.Completed.class),
        OrderChange.kind(OrderChange.Cancelled.class),
        OrderChange.kind(OrderChange.Reinstated.class));
  }

  @Override
  public boolean hearsThePast() {
    return true;
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    Instant now = clock.instant();
    for (Change change : changes) {
      OrderId order = OrderVersion.of(change).order();
      switch (OrderChange.of(change)) {
        case OrderChange.RequirementFailed failed ->
            repository.mark(
                transaction, order, failed.line(), failed.requirement(), failed.at(), now);
        default -> repository.mark(transaction, order, WHOLE, "", now, now);
      }
    }
  }
}
