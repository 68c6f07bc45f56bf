package org.vitrine.delays;

import java.util.List;
import java.util.Set;
import org.vitrine.forecasting.Forecasting;
import org.vitrine.orders.DelayChange;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;
import org.vitrine.tracking.OrderConcerns;

/**
 * Looks at the lines of orders whose dates have come to be otherwise, that were told anew when they
 * are likely ready, or whose customer has said something to an offer, a moment after that.
 */
final class RiskSubscriber implements Subscriber {
  private final OfferedOrders orders;
  private final RiskDesk risks;

  RiskSubscriber(OfferedOrders orders, RiskDesk risks) {
    this.orders = orders;
    this.risks = risks;
  }

  @Override
  public String name() {
    return "delays.risks";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(OrderConcerns.CHANGED, DelayChange.OFFER, Forecasting.TOLD);
  }

  @Override
  public boolean hearsOnlyTheNewest() {
    return true;
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    List<OrderId> concerned = changes.stream().map(RiskSubscriber::order).distinct().toList();
    risks.look(transaction, orders.read(transaction, concerned));
  }

  private static OrderId order(Change change) {
    return change.kind().equals(DelayChange.OFFER)
        ? DelayChange.of(change).order()
        : new OrderId(Long.parseLong(change.key()));
  }
}
