package org.vitrine.orders;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Rung after a commit that changed orders, before the change is acknowledged. */
public final class Bell {
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /** Whoever keeps something that follows from orders. */
  public interface Listener {
    /**
     * These orders have changed, each to this version; none named means that any may have. Called
     * by the thread that made the change: be quick.
     */
    void changed(Map<OrderId, Long> versions);
  }

  public void onRing(Listener listener) {
    listeners.add(listener);
  }

  public void ring(Map<OrderId, Long> versions) {
    if (!versions.isEmpty()) {
      listeners.forEach(listener -> listener.changed(versions));
    }
  }

  /** So many orders changed that they were not listed. */
  public void ringForAll() {
    listeners.forEach(listener -> listener.changed(Map.of()));
  }
}
