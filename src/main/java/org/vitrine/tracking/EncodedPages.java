package org.vitrine.tracking;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.SingleFlightCache;
import org.vitrine.platform.web.CachedReply;

/**
 * Status pages as they are sent, kept within a budget of bytes: encoded once per change, and read
 * once however many ask at the same time. What is kept for one company is never found for another.
 */
final class EncodedPages {
  private static final long BYTES_KEPT = 64L << 20;
  private static final int NUMBERS_KEPT = 200_000;
  private static final int EDITIONS_KEPT = 8;

  /**
   * @param edition of what companies see
   */
  private record PageKey(OrderId order, Audience audience, String edition) {}

  private record NumberKey(OrderNumber number, Optional<CompanyId> company) {}

  private final Set<String> used = ConcurrentHashMap.newKeySet();
  private final SingleFlightCache<PageKey, CachedReply> pages =
      new SingleFlightCache<>(
          Caffeine.newBuilder()
              .maximumWeight(BYTES_KEPT)
              .weigher((PageKey key, CachedReply page) -> page.bytes()));
  private final SingleFlightCache<NumberKey, OrderId> orders =
      new SingleFlightCache<>(Caffeine.newBuilder().maximumSize(NUMBERS_KEPT));

  /**
   * The order of a number; a number comes to mean another order only where the whole history is
   * another one, or an order was taken away, so what was found stays until all is forgotten.
   */
  OrderId order(OrderNumber number, Optional<CompanyId> company, Supplier<OrderId> find) {
    return orders.of(new NumberKey(number, company), find);
  }

  /** The order of a number, if it was found before. */
  Optional<OrderId> knownOrder(OrderNumber number, Optional<CompanyId> company) {
    return orders.known(new NumberKey(number, company));
  }

  CachedReply page(OrderId order, Audience audience, String edition, Supplier<CachedReply> read) {
    use(edition);
    return pages.of(new PageKey(order, audience, edition), read);
  }

  /** Of long ago there is nothing that anybody asks for. */
  private void use(String edition) {
    if (!used.contains(edition)) {
      if (used.size() >= EDITIONS_KEPT) {
        pages.forgetAll();
        used.clear();
      }
      used.add(edition);
    }
  }

  /** The page if it is in memory: fit for an event loop. */
  Optional<CachedReply> inMemory(
      OrderNumber number, Audience audience, String edition, Optional<CompanyId> company) {
    return knownOrder(number, company)
        .flatMap(order -> pages.known(new PageKey(order, audience, edition)));
  }

  /** Nothing that lies in memory can be relied on any longer. */
  void forgetAll() {
    orders.forgetAll();
    pages.forgetAll();
  }

  /** These orders are there no longer: their numbers may come to mean others. */
  void forgetRemoved(Collection<OrderId> removed) {
    if (!removed.isEmpty()) {
      forget(removed);
      orders.forgetAll();
    }
  }

  /** These orders have changed. */
  void forget(Collection<OrderId> changed) {
    for (OrderId order : changed) {
      pages.forget(new PageKey(order, Audience.STAFF, ""));
      used.forEach(edition -> pages.forget(new PageKey(order, Audience.CUSTOMER, edition)));
    }
  }
}
