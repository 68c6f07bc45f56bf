package org.vitrine.production;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.vitrine.orders.OrderId;
import org.vitrine.production.OrderSnapshot.RecordedReport;

/**
 * Keeps orders that are read again and again in memory. New reports of a cached order are appended
 * to it, so that its history is not read again with each report. A cached order may lag behind the
 * newest version; versions are dense, so a gap is noticed and the order is read again.
 */
final class OrderCache {
  /**
   * About 600 bytes each: a report, a requirement, a revision of the promise, a shipment. One order
   * with all the events that it can have finds room.
   */
  private static final int MOST_WEIGHT = 110_000;

  private static final int PENDING_AT_MOST = 1_000;
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Cache<OrderId, CachedOrder> orders =
      Caffeine.newBuilder()
          .maximumWeight(MOST_WEIGHT)
          .weigher((OrderId order, CachedOrder cached) -> cached.weight())
          .expireAfterAccess(KEPT)
          .build();

  /**
   * A cached order, and the reports since that are not merged into it yet.
   *
   * @param version the version that the last of these reports led to
   */
  private record CachedOrder(OrderSnapshot snapshot, long version, List<RecordedReport> pending) {
    private static CachedOrder of(OrderSnapshot snapshot) {
      return new CachedOrder(snapshot, snapshot.order().version(), List.of());
    }

    private CachedOrder appending(SortedMap<Long, RecordedReport> reports) {
      List<RecordedReport> more = new ArrayList<>(pending);
      more.addAll(reports.values());
      return new CachedOrder(snapshot, reports.lastKey(), more);
    }

    private CachedOrder withPending() {
      return CachedOrder.of(snapshot.withReports(version, pending));
    }

    private int weight() {
      return 2
          + snapshot.reports()
          + pending.size()
          + snapshot.shipments().size()
          + snapshot.promises().words()
          + snapshot.order().lines().stream()
              .mapToInt(line -> 1 + line.requirements().size())
              .sum();
    }
  }

  Optional<OrderSnapshot> find(OrderId order) {
    CachedOrder cached = orders.getIfPresent(order);
    if (cached != null && !cached.pending().isEmpty()) {
      cached = orders.asMap().computeIfPresent(order, (id, found) -> found.withPending());
    }
    return Optional.ofNullable(cached).map(CachedOrder::snapshot);
  }

  /** The version at which an order is cached. */
  Optional<Long> version(OrderId order) {
    return Optional.ofNullable(orders.getIfPresent(order)).map(CachedOrder::version);
  }

  /** Keeps the newer one of this and what is there. */
  void put(OrderSnapshot read) {
    orders
        .asMap()
        .merge(
            read.order().id(),
            CachedOrder.of(read),
            (cached, other) -> cached.version() > other.version() ? cached : other);
  }

  /** Appends reports that were committed, each with the version that it led to. */
  void append(OrderId order, SortedMap<Long, RecordedReport> reports) {
    orders
        .asMap()
        .computeIfPresent(
            order,
            (id, cached) -> {
              if (cached.version() + 1 != reports.firstKey()) {
                return cached;
              }
              // Nobody has looked for so long: it is read again when somebody does.
              return cached.pending().size() > PENDING_AT_MOST ? null : cached.appending(reports);
            });
  }

  void forget(OrderId order) {
    orders.invalidate(order);
  }

  void forgetAll() {
    orders.invalidateAll();
  }
}
