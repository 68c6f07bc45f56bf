package org.vitrine.tracking;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.changes.Changes;

/**
 * Keeps what lists are filtered by up to date, a moment after the fact: each order at most once in
 * half a second, however often it changes, and less often where that would keep the database from
 * taking reports. What a crash left behind is found again at start.
 */
public final class OrderSummaries implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OrderSummaries.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  /** It rests so much longer than it worked: a twentieth of its time is spent on filters. */
  private static final int REST = 19;

  private static final Duration LONGEST_REST = Duration.ofSeconds(5);
  private static final int AT_ONCE = 50;
  private static final int SWEPT_AT_ONCE = 500;
  private static final OrderId BEFORE_ALL = new OrderId(0);

  private final Tracking tracking;
  private final Backlog backlog = new Backlog();

  /** Not a virtual thread: reading histories computes a lot, and must not hold up requests. */
  private final Thread worker =
      Thread.ofPlatform().name("order summaries").daemon().unstarted(this::run);

  private volatile boolean closed;

  public OrderSummaries(Tracking tracking, Changes changes) {
    this.tracking = tracking;
    changes.onChange(changed -> backlog.add(OrderVersion.newest(changed).keySet()));
  }

  /** Finds what a crash left behind, before anybody asks for a list; then keeps up. */
  public void start() {
    sweep();
    worker.start();
  }

  /** In the order of their keys: what cannot be shown is passed, and not met again. */
  private void sweep() {
    OrderId last = BEFORE_ALL;
    List<OrderId> left;
    do {
      left = tracking.behind(last, SWEPT_AT_ONCE);
      tracking.refreshSummaries(left);
      last = left.isEmpty() ? last : left.getLast();
    } while (left.size() == SWEPT_AT_ONCE);
  }

  /** The orders whose summary is not written yet, those included that are being written. */
  public Set<OrderId> behind() {
    return backlog.all();
  }

  private void run() {
    while (!closed) {
      pause(PAUSE);
      try {
        refresh();
      } catch (RuntimeException e) {
        backlog.putBack();
        if (!closed) {
          LOG.warn("Filters are behind: {}", e.getMessage());
        }
      }
    }
  }

  private void refresh() {
    for (List<OrderId> some = backlog.take(AT_ONCE);
        !some.isEmpty() && !closed;
        some = backlog.take(AT_ONCE)) {
      long began = System.nanoTime();
      tracking.refreshSummaries(some);
      backlog.done();
      pause(restAfter(Duration.ofNanos(System.nanoTime() - began)));
    }
  }

  private static Duration restAfter(Duration work) {
    Duration rest = work.multipliedBy(REST);
    return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
  }

  private static void pause(Duration rest) {
    try {
      Thread.sleep(rest);
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
