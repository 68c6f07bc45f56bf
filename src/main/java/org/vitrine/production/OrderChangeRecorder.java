package org.vitrine.production;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;

/**
 * Tells what became of orders: holds where each stands now against what was told of it last, and
 * records the difference ({@link OrderChange}) in the transaction in which that becomes what was
 * told. However its history is cut into batches, each thing is told once.
 */
final class OrderChangeRecorder implements Subscriber {
  /** The histories of so many are in memory together. */
  private static final int ORDERS_AT_ONCE = 50;

  private final OrderSnapshots snapshots;
  private final Changes changes;
  private final ZoneId plantZone;
  private final ToldOrderRepository repository = new ToldOrderRepository();

  OrderChangeRecorder(OrderSnapshots snapshots, Changes changes, ZoneId plantZone) {
    this.snapshots = snapshots;
    this.changes = changes;
    this.plantZone = plantZone;
  }

  /** The migration V035 wrote down where it begins, by this name. */
  @Override
  public String name() {
    return "production.order-changes";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(OrderVersion.KIND);
  }

  /** However many reports come of an order, it is looked at once. */
  @Override
  public boolean hearsOnlyTheNewest() {
    return true;
  }

  @Override
  public void hear(Queries transaction, List<Change> events) {
    Map<OrderId, Long> versions = OrderVersion.newest(events);
    List<OrderId> orders = List.copyOf(versions.keySet());
    for (int from = 0; from < orders.size(); from += ORDERS_AT_ONCE) {
      int to = Math.min(from + ORDERS_AT_ONCE, orders.size());
      tell(transaction, orders.subList(from, to), versions);
    }
  }

  /** An order that is reported on is reported on again: it stays in memory, with what comes. */
  private void tell(Queries transaction, List<OrderId> orders, Map<OrderId, Long> versions) {
    List<OrderSummary> now =
        summaries(
            snapshots.atLeast(
                transaction, orders.stream().collect(Collectors.toMap(one -> one, versions::get))));
    Map<OrderId, ToldOrder> before = told(transaction, orders);
    List<Change> became = new ArrayList<>();
    for (OrderSummary one : now) {
      OrderId order = one.snapshot().order().id();
      OrderComparison.between(Optional.ofNullable(before.get(order)), one).stream()
          .map(change -> change.asChange(one.snapshot().order()))
          .forEach(became::add);
    }
    repository.save(transaction, now);
    changes.record(transaction, became);
  }

  private List<OrderSummary> summaries(List<OrderSnapshot> read) {
    return read.stream().map(snapshot -> OrderSummary.of(snapshot, plantZone)).toList();
  }

  private Map<OrderId, ToldOrder> told(Queries transaction, List<OrderId> orders) {
    Map<OrderId, ToldOrder> told = new HashMap<>();
    Map<OrderId, Long> inHistory = new HashMap<>();
    repository
        .find(transaction, orders)
        .forEach(
            (order, last) ->
                last.told()
                    .ifPresentOrElse(
                        known -> told.put(order, known),
                        () -> inHistory.put(order, last.version())));
    told.putAll(asHistorySays(transaction, inHistory));
    return told;
  }

  private Map<OrderId, ToldOrder> asHistorySays(Queries transaction, Map<OrderId, Long> versions) {
    return summaries(snapshots.asOf(transaction, versions)).stream()
        .collect(Collectors.toMap(one -> one.snapshot().order().id(), ToldOrder::of));
  }
}
