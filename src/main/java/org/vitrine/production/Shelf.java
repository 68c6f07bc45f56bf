package org.vitrine.production;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import org.vitrine.orders.OrderId;
import org.vitrine.production.Dossier.Heard;

/**
 * Orders of which somebody wants to know whatever comes next. What is said of one is added to it,
 * so that its history is not read again with each report. An order lies here at some version that
 * was committed, not always at the newest: versions are dense, so a gap shows.
 */
final class Shelf {
  private static final int REPORTS_KEPT = 100_000;
  private static final int AS_MANY_AS_REPORTS = 10;
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Cache<OrderId, Dossier> dossiers =
      Caffeine.newBuilder()
          .maximumWeight(REPORTS_KEPT)
          .weigher((OrderId order, Dossier kept) -> AS_MANY_AS_REPORTS + kept.heard().size())
          .expireAfterAccess(KEPT)
          .build();

  Optional<Dossier> find(OrderId order) {
    return Optional.ofNullable(dossiers.getIfPresent(order));
  }

  /** Keeps the newer one of this and what is there. */
  void put(Dossier read) {
    dossiers
        .asMap()
        .merge(
            read.order().id(),
            read,
            (kept, other) -> kept.order().version() > other.order().version() ? kept : other);
  }

  /** Adds reports that were committed, each with the version that it led to. */
  void hear(OrderId order, SortedMap<Long, Report> reports, Instant recordedAt) {
    dossiers
        .asMap()
        .computeIfPresent(
            order,
            (id, kept) ->
                kept.order().version() + 1 == reports.firstKey()
                    ? kept.hearing(
                        reports.lastKey(),
                        reports.values().stream()
                            .map(report -> Heard.asRead(report, recordedAt))
                            .toList())
                    : kept);
  }

  void forget(OrderId order) {
    dossiers.invalidate(order);
  }

  void forgetAll() {
    dossiers.invalidateAll();
  }
}
