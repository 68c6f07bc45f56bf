package org.vitrine.production;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.vitrine.orders.OrderId;
import org.vitrine.production.Dossier.Heard;

/**
 * Orders of which somebody wants to know whatever comes next. What is said of one is noted beside
 * it, so that its history is not read again with each report. An order lies here at some version
 * that was committed, not always at the newest: versions are dense, so a gap shows.
 */
final class Shelf {
  /** About a kilobyte each: a report, a requirement, a revision of the promise. */
  private static final int THINGS_KEPT = 60_000;

  private static final int NOTED_AT_MOST = 1_000;
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final Cache<OrderId, Kept> all =
      Caffeine.newBuilder()
          .maximumWeight(THINGS_KEPT)
          .weigher((OrderId order, Kept kept) -> kept.things())
          .expireAfterAccess(KEPT)
          .build();

  /**
   * An order, and what was said since and not yet put in its place.
   *
   * @param version what the last of it led to
   */
  private record Kept(Dossier dossier, long version, List<Heard> noted) {
    private static Kept of(Dossier dossier) {
      return new Kept(dossier, dossier.order().version(), List.of());
    }

    private Kept noting(SortedMap<Long, Heard> reports) {
      List<Heard> more = new ArrayList<>(noted);
      more.addAll(reports.values());
      return new Kept(dossier, reports.lastKey(), more);
    }

    private Kept settled() {
      return Kept.of(dossier.hearing(version, noted));
    }

    private int things() {
      return 2
          + dossier.heard().size()
          + noted.size()
          + dossier.promise().map(promise -> promise.revisions().size()).orElse(0)
          + dossier.order().lines().stream().mapToInt(line -> 1 + line.requirements().size()).sum();
    }
  }

  Optional<Dossier> find(OrderId order) {
    Kept kept = all.getIfPresent(order);
    if (kept != null && !kept.noted().isEmpty()) {
      kept = all.asMap().computeIfPresent(order, (id, found) -> found.settled());
    }
    return Optional.ofNullable(kept).map(Kept::dossier);
  }

  /** The version at which an order lies here. */
  Optional<Long> version(OrderId order) {
    return Optional.ofNullable(all.getIfPresent(order)).map(Kept::version);
  }

  /** Keeps the newer one of this and what is there. */
  void put(Dossier read) {
    all.asMap()
        .merge(
            read.order().id(),
            Kept.of(read),
            (kept, other) -> kept.version() > other.version() ? kept : other);
  }

  /** Notes reports that were committed, each with the version that it led to. */
  void hear(OrderId order, SortedMap<Long, Heard> reports) {
    all.asMap()
        .computeIfPresent(
            order,
            (id, kept) -> {
              if (kept.version() + 1 != reports.firstKey()) {
                return kept;
              }
              // Nobody has looked for so long: it is read again when somebody does.
              return kept.noted().size() > NOTED_AT_MOST ? null : kept.noting(reports);
            });
  }

  void forget(OrderId order) {
    all.invalidate(order);
  }

  void forgetAll() {
    all.invalidateAll();
  }
}
