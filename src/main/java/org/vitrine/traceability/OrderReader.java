package org.vitrine.traceability;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.EventKind;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderRemoved;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;
import org.vitrine.traceability.MadeRepository.MadeReport;

/**
 * Hears from the histories of orders what was made and what left, a moment after it was said, so
 * that a report which says nothing of it costs nothing.
 */
final class OrderReader implements Subscriber {
  private final Changes changes;
  private final Clock clock;
  private final MadeRepository reports = new MadeRepository();
  private final MadeWriter made = new MadeWriter();
  private final ShippingWriter shipping = new ShippingWriter();
  private final ShippingRepository shippings = new ShippingRepository();
  private final PassageRepository passages = new PassageRepository();
  private final ConsumptionRepository consumptions = new ConsumptionRepository();
  private final NodeRepository nodes = new NodeRepository();

  OrderReader(Changes changes, Clock clock) {
    this.changes = changes;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "traceability.orders";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(OrderVersion.KIND, OrderRemoved.KIND);
  }

  @Override
  public Set<String> passesOver() {
    return Set.of(EventKind.FORECAST_TOLD.code());
  }

  @Override
  public void hear(Queries transaction, List<Change> heard) {
    List<OrderVersion> events =
        heard.stream().filter(OrderVersion::isOne).map(OrderVersion::of).toList();
    Set<Long> touched = new TreeSet<>();
    if (!events.isEmpty()) {
      List<MadeReport> concerned = reports.concerned(transaction, events);
      if (!concerned.isEmpty()) {
        touched.addAll(made.write(transaction, concerned, clock.instant()));
      }
      List<OrderId> shipped = shippings.concerned(transaction, events);
      if (!shipped.isEmpty()) {
        touched.addAll(shipping.write(transaction, shipped));
      }
    }
    for (OrderId gone : OrderRemoved.among(heard)) {
      forget(transaction, gone);
    }
    tell(transaction, touched);
  }

  /** As if it had never been: what nothing else names goes too. */
  private void forget(Queries transaction, OrderId order) {
    Set<Long> touched = new TreeSet<>(passages.forget(transaction, order));
    consumptions
        .forget(transaction, order)
        .forEach(
            ends -> {
              touched.add(ends.output());
              touched.add(ends.input());
            });
    touched.addAll(shippings.bringBack(transaction, Set.of(order), Set.of()));
    passages.settle(transaction, touched);
    tell(transaction, touched);
    nodes.forget(transaction, touched);
  }

  private void tell(Queries transaction, Collection<Long> touched) {
    if (!touched.isEmpty()) {
      changes.record(
          transaction,
          passages.named(transaction, touched).stream()
              .map(node -> TraceChange.of(node.name(), node.company().map(CompanyId::new)))
              .toList());
    }
  }
}
