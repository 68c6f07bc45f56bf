package org.vitrine.epcis;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.vitrine.epcis.EventRepository.FollowedEntry;
import org.vitrine.epcis.NamedOrderRepository.NamedOrder;
import org.vitrine.epcis.OrderEvents.KnownFact;
import org.vitrine.orders.EventKind;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.OrderRoutings;
import org.vitrine.production.OrderSnapshots;

/**
 * Hears what happens to orders and records it as events, a moment later and once. What turned out
 * to be wrong is declared so; no event is ever taken away.
 */
final class OrderEventReader implements Subscriber {
  private final OrderSnapshots snapshots;
  private final Supplier<URI> house;
  private final ZoneId zone;
  private final Clock clock;
  private final NamedOrderRepository orders = new NamedOrderRepository();
  private final EventRepository events = new EventRepository();
  private final BusinessStepRepository steps = new BusinessStepRepository();

  OrderEventReader(OrderSnapshots snapshots, Supplier<URI> house, ZoneId zone, Clock clock) {
    this.snapshots = snapshots;
    this.house = house;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "epcis.orders";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(OrderVersion.KIND);
  }

  @Override
  public Set<String> passesOver() {
    return Set.of(
        EventKind.FORECAST_TOLD.code(),
        EventKind.CALENDAR_CHANGED.code(),
        EventKind.COMPANY_CHANGED.code(),
        EventKind.ROUTING_CHANGED.code(),
        EventKind.CARRIER_CHANGED.code());
  }

  /** Whoever begins to read has what was there before, too. */
  @Override
  public boolean hearsThePast() {
    return true;
  }

  @Override
  public void hear(Queries transaction, List<Change> heard) {
    List<HistoryFact> facts =
        orders.happened(
            transaction, heard.stream().filter(OrderVersion::isOne).map(OrderVersion::of).toList());
    List<HistoryFact> concerned =
        facts.stream()
            .filter(fact -> OrderMoment.of(fact).isPresent() || !fact.undone().isEmpty())
            .toList();
    if (!concerned.isEmpty()) {
      record(transaction, concerned);
    }
  }

  private void record(Queries transaction, List<HistoryFact> facts) {
    Set<OrderId> ids = Set.copyOf(facts.stream().map(HistoryFact::order).toList());
    Map<OrderId, NamedOrder> known = orders.byId(transaction, ids);
    Map<OrderId, OrderRoutings> routings = snapshots.routings(transaction, ids);
    OrderEvents made =
        new OrderEvents(house.get(), zone, new BusinessSteps(steps.all(transaction)));
    Instant now = events.recordTime(transaction, clock.instant());
    Map<HistoryFact, EpcisEvent> fresh = new LinkedHashMap<>();
    for (HistoryFact fact : facts) {
      NamedOrder order = known.get(fact.order());
      if (order != null) {
        made.of(new KnownFact(fact, order, routings.get(fact.order())))
            .ifPresent(event -> fresh.put(fact, event));
      }
    }
    events.add(transaction, fresh.values(), now, 0);
    declare(transaction, facts, fresh, now);
  }

  private void declare(
      Queries transaction,
      List<HistoryFact> facts,
      Map<HistoryFact, EpcisEvent> fresh,
      Instant now) {
    List<EpcisEvent> declared = new ArrayList<>();
    for (HistoryFact fact : facts) {
      if (fact.undone().isEmpty()) {
        continue;
      }
      List<String> corrective = fresh.containsKey(fact) ? List.of(fresh.get(fact).id()) : List.of();
      List<OrderId> same = fact.undone().stream().map(entry -> fact.order()).toList();
      for (FollowedEntry wrong : events.ofEntries(transaction, same, fact.undone())) {
        declared.add(
            OrderEvents.declared(
                wrong.id(), wrong.body(), wrong.owner(), now, !corrective.isEmpty(), corrective));
      }
    }
    if (!declared.isEmpty()) {
      events.add(transaction, declared, now, fresh.size());
    }
  }
}
