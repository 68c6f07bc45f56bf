package org.vitrine.tracking;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vitrine.orders.OrderId;

/**
 * Orders that wait to be worked on. Any thread adds, one works; whoever looks sees each order from
 * when it was added until it is done.
 */
final class Backlog {
  private final Set<OrderId> waiting = ConcurrentHashMap.newKeySet();
  private volatile List<OrderId> underWay = List.of();

  void add(Collection<OrderId> orders) {
    waiting.addAll(orders);
  }

  /** Begins with so many of them; they are under way before they wait no longer. */
  List<OrderId> take(int most) {
    underWay = waiting.stream().limit(most).toList();
    waiting.removeAll(Set.copyOf(underWay));
    return underWay;
  }

  /** What was taken is done; what was added again meanwhile waits. */
  void done() {
    underWay = List.of();
  }

  /** What was taken is not done after all; they wait again before they are no longer under way. */
  void putBack() {
    waiting.addAll(underWay);
    underWay = List.of();
  }

  /**
   * All that are not done. Orders move from waiting to under way, so these are read in this order:
   * the other way round, one that moves in between would be in neither.
   */
  Set<OrderId> all() {
    Set<OrderId> all = new HashSet<>(waiting);
    all.addAll(underWay);
    return all;
  }
}
