package org.vitrine.production;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.RoutingVersions.MadeLine;
import org.vitrine.platform.database.Queries;

/** The lines that are not finished, of orders that are not over, by their routing. */
final class OpenLines {
  /** The histories of so many are in memory together. */
  private static final int ORDERS_AT_ONCE = 50;

  private final OpenLineRepository repository = new OpenLineRepository();
  private final OrderSnapshotRepository snapshots;

  OpenLines(OrderSnapshotRepository snapshots) {
    this.snapshots = snapshots;
  }

  /**
   * One of them.
   *
   * @param kept absent where it follows the newest version
   * @param begun whether the plant has reported of it
   */
  record OpenLine(OrderId order, int line, Optional<Integer> kept, boolean begun) {

    /** Whether it is made by whatever is the newest version, also after the next change. */
    boolean follows() {
      return !begun && kept.isEmpty();
    }

    MadeLine place() {
      return new MadeLine(order, line);
    }
  }

  /** A line of an order that was not told to be over. */
  record MaybeOpenLine(OpenLine line, boolean certain) {}

  /** What was told of an order may be a moment old: then it is derived anew. */
  List<OpenLine> of(Queries queries, String routing) {
    List<MaybeOpenLine> found = repository.find(queries, routing);
    Set<MadeLine> finished =
        finished(
            queries,
            found.stream()
                .filter(one -> !one.certain())
                .map(one -> one.line().order())
                .distinct()
                .toList());
    return found.stream()
        .map(MaybeOpenLine::line)
        .filter(line -> !finished.contains(line.place()))
        .toList();
  }

  private Set<MadeLine> finished(Queries queries, List<OrderId> orders) {
    Set<MadeLine> finished = new HashSet<>();
    for (int from = 0; from < orders.size(); from += ORDERS_AT_ONCE) {
      int to = Math.min(from + ORDERS_AT_ONCE, orders.size());
      snapshots
          .read(queries, Optional.empty(), orders.subList(from, to), Map.of())
          .forEach(
              one -> {
                boolean over = !OrderState.of(one.order(), one.progress().values()).inFlight();
                one.progress()
                    .forEach(
                        (line, progress) -> {
                          if (over || !progress.state().isOpen()) {
                            finished.add(new MadeLine(one.order().id(), line));
                          }
                        });
              });
    }
    return finished;
  }
}
