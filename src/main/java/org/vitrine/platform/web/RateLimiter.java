package org.vitrine.platform.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.vitrine.platform.Rejection;

/**
 * How often each may do something within a while, at this node: for what is cheap to refuse and
 * would cost the database something each time. For any thread.
 */
public final class RateLimiter {
  private static final int REMEMBERED_AT_MOST = 50_000;

  private final int most;
  private final Duration within;
  private final LoadingCache<String, AtomicInteger> counts;

  public RateLimiter(int most, Duration within) {
    this(most, within, Ticker.systemTicker());
  }

  RateLimiter(int most, Duration within, Ticker ticker) {
    this.most = most;
    this.within = within;
    this.counts =
        Caffeine.newBuilder()
            .expireAfterWrite(within)
            .maximumSize(REMEMBERED_AT_MOST)
            .ticker(ticker)
            .build(who -> new AtomicInteger());
  }

  /** Counts once more; throws {@link Rejection.TooMany} where that was too often. */
  public void admit(String who) {
    admit(who, 1);
  }

  /** The same for so many at once. */
  public void admit(String who, int times) {
    if (counts.get(who).addAndGet(times) > most) {
      throw new Rejection.TooMany("Too many requests; try again later", within);
    }
  }
}
