package org.vitrine.production;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Routings, and what they are worked by, by the text that the database has them in, so that the
 * same few are not parsed again for each order. Another text is another key: nothing in here can be
 * out of date.
 */
final class ParsedRoutings {
  private static final int TEXTS_KEPT = 1_000;

  private final Cache<String, OrderRoutings> byText =
      Caffeine.newBuilder().maximumSize(TEXTS_KEPT).build();

  private final Cache<String, WorkingTimes> timesByText =
      Caffeine.newBuilder().maximumSize(TEXTS_KEPT).build();

  /** The routings of an order, from what {@code routings_of} writes. */
  OrderRoutings of(String json) {
    return byText.get(json, RoutingRepository::ofOrder);
  }

  /** What an order is worked by, from what {@code working_times_of} writes; it may be nothing. */
  WorkingTimes timesOf(String json) {
    return json == null ? WorkingTimes.AROUND_THE_CLOCK : timesByText.get(json, WorkingTimes::read);
  }
}
