package org.vitrine.tracking;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.vitrine.accounts.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.web.ReadyReply;

/**
 * Status pages as they are sent, kept within a budget of bytes: encoded once per change, and read
 * once however many ask at the same time. What is kept for one company is never found for another.
 */
final class EncodedPages {
  private static final long BYTES_KEPT = 64L << 20;
  private static final int NUMBERS_KEPT = 200_000;

  private record PageKey(OrderId order, Audience audience) {}

  private record NumberKey(OrderNumber number, Optional<CompanyId> company) {}

  private final AsyncCache<PageKey, ReadyReply> pages =
      Caffeine.newBuilder()
          .maximumWeight(BYTES_KEPT)
          .weigher((PageKey key, ReadyReply page) -> page.bytes())
          .buildAsync();
  private final Map<NumberKey, OrderId> orders =
      Caffeine.newBuilder().maximumSize(NUMBERS_KEPT).<NumberKey, OrderId>build().asMap();

  /** The order of a number; a number never comes to mean another order, so what was found stays. */
  OrderId order(OrderNumber number, Optional<CompanyId> company, Supplier<OrderId> find) {
    NumberKey key = new NumberKey(number, company);
    OrderId known = orders.get(key);
    if (known == null) {
      known = find.get();
      orders.put(key, known);
    }
    return known;
  }

  /** The order of a number, if it was found before. */
  Optional<OrderId> knownOrder(OrderNumber number, Optional<CompanyId> company) {
    return Optional.ofNullable(orders.get(new NumberKey(number, company)));
  }

  ReadyReply page(OrderId order, Audience audience, Supplier<ReadyReply> read) {
    PageKey key = new PageKey(order, audience);
    try {
      return pages
          .get(
              key,
              (missing, executor) ->
                  CompletableFuture.supplyAsync(read, Thread::startVirtualThread))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** The page if it is in memory: fit for an event loop. */
  Optional<ReadyReply> inMemory(
      OrderNumber number, Audience audience, Optional<CompanyId> company) {
    return knownOrder(number, company)
        .map(order -> pages.getIfPresent(new PageKey(order, audience)))
        .filter(page -> page.isDone() && !page.isCompletedExceptionally())
        .map(CompletableFuture::join);
  }

  /** These orders have changed; all may have, where none is named. */
  void forget(Collection<OrderId> changed) {
    if (changed.isEmpty()) {
      pages.asMap().clear();
    }
    for (OrderId order : changed) {
      pages.asMap().remove(new PageKey(order, Audience.STAFF));
      pages.asMap().remove(new PageKey(order, Audience.CUSTOMER));
    }
  }
}
