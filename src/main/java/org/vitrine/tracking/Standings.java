package org.vitrine.tracking;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.orders.OrderId;

/**
 * Keeps what lists are filtered by up to date, a moment after the fact: each order at most once in
 * half a second, however often it changes. What a crash left behind is found again at start.
 */
public final class Standings implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Standings.class);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int AT_ONCE = 500;

  private final Tracking tracking;
  private final Set<OrderId> behind = ConcurrentHashMap.newKeySet();
  private final Thread worker = Thread.ofVirtual().name("standings").unstarted(this::run);
  private volatile boolean closed;

  public Standings(Tracking tracking) {
    this.tracking = tracking;
  }

  public void start() {
    worker.start();
  }

  /** These orders have changed. */
  public void changed(Collection<OrderId> orders) {
    behind.addAll(orders);
  }

  /** The orders whose standing is not written yet. */
  public Set<OrderId> behind() {
    return Set.copyOf(behind);
  }

  private void run() {
    boolean swept = false;
    while (!closed) {
      try {
        if (!swept) {
          List<OrderId> left = tracking.behind(AT_ONCE);
          tracking.refreshStandings(left);
          swept = left.size() < AT_ONCE;
        } else {
          refresh();
        }
        Thread.sleep(swept ? PAUSE : Duration.ZERO);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (!closed) {
          LOG.warn("Filters lag behind: {}", e.getMessage());
          pause();
        }
      }
    }
  }

  private void refresh() {
    while (!behind.isEmpty() && !closed) {
      List<OrderId> batch = behind.stream().limit(AT_ONCE).toList();
      behind.removeAll(batch);
      try {
        tracking.refreshStandings(batch);
      } catch (RuntimeException e) {
        behind.addAll(batch);
        throw e;
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    worker.interrupt();
  }
}
