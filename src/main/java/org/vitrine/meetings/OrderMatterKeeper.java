package org.vitrine.meetings;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vitrine.meetings.OrderMatterRepository.DueLook;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.production.OrderSummary;

/**
 * Looks at the orders that are marked, each as a whole, and keeps what agendas are made of. Where
 * it is done twice, by two nodes, the same is written twice.
 */
final class OrderMatterKeeper {
  private static final int AT_ONCE = 50;

  private final Database database;
  private final OrderSnapshots snapshots;
  private final ZoneId zone;
  private final Clock clock;
  private final OrderMatterRepository repository = new OrderMatterRepository();
  private final MatterRepository matters = new MatterRepository();

  /**
   * @param zone where the plant is
   */
  OrderMatterKeeper(Database database, OrderSnapshots snapshots, ZoneId zone, Clock clock) {
    this.database = database;
    this.snapshots = snapshots;
    this.zone = zone;
    this.clock = clock;
  }

  /** Looks at all that are marked by now. */
  void look() {
    repository.markMoved(database, clock.instant());
    List<DueLook> due = repository.due(database, AT_ONCE);
    while (!due.isEmpty()) {
      look(due);
      List<DueLook> next = repository.due(database, AT_ONCE);
      due = next.equals(due) ? List.of() : next;
    }
  }

  private void look(List<DueLook> due) {
    Map<OrderId, List<DueLook>> byOrder =
        due.stream().collect(Collectors.groupingBy(DueLook::order));
    Map<OrderId, OrderSummary> summaries =
        snapshots.newest(byOrder.keySet()).stream()
            .collect(Collectors.toMap(one -> one.order().id(), one -> OrderSummary.of(one, zone)));
    byOrder.forEach(
        (order, marks) ->
            database.inTransaction(
                transaction -> {
                  if (summaries.containsKey(order)) {
                    keep(transaction, summaries.get(order), marks);
                  }
                  repository.done(transaction, order, newest(marks));
                  return null;
                }));
  }

  private static Instant newest(List<DueLook> marks) {
    return marks.stream().map(DueLook::markedAt).max(Instant::compareTo).orElseThrow();
  }

  private void keep(Queries transaction, OrderSummary summary, List<DueLook> marks) {
    Instant now = clock.instant();
    OrderId order = summary.snapshot().order().id();
    OrderMatters found = OrderMatters.of(summary, marks, zone);
    found.matters().forEach(matter -> matters.keep(transaction, matter, now));
    repository.solveOthers(
        transaction,
        order,
        found.matters().stream().filter(Matter::open).map(Matter::key).toList(),
        now);
    repository.lookedAt(transaction, order, summary.snapshot().order().version());
    found.yields().forEach(one -> repository.keep(transaction, order, one));
    found
        .kept()
        .ifPresent(
            kept -> repository.keep(transaction, order, found.endedOn().orElseThrow(), kept));
  }
}
