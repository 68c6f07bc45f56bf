package org.vitrine.orders;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Tells listeners which orders a commit changed, after the commit and before the change is
 * acknowledged.
 */
public final class OrderChanges {
  private final List<OrderListener> listeners = new CopyOnWriteArrayList<>();

  /** Whoever keeps something that follows from orders. */
  public interface OrderListener {
    /**
     * These orders have changed, each to this version; none named means that any may have. Called
     * by the thread that made the change: be quick.
     */
    void changed(Map<OrderId, Long> versions);
  }

  public void subscribe(OrderListener listener) {
    listeners.add(listener);
  }

  public void publish(Map<OrderId, Long> versions) {
    if (!versions.isEmpty()) {
      listeners.forEach(listener -> listener.changed(versions));
    }
  }

  /** So many orders changed that they were not listed. */
  public void publishAll() {
    listeners.forEach(listener -> listener.changed(Map.of()));
  }
}
