package org.vitrine.nonconformances;

import java.util.Optional;
import org.vitrine.live.Topic;
import org.vitrine.orders.OrderId;

/** What staff watch of nonconformances; nobody else does. */
sealed interface NonconformanceTopic extends Topic {
  @Override
  default Optional<Long> company() {
    return Optional.empty();
  }

  /** All of them. */
  record AllNonconformances() implements NonconformanceTopic {
    @Override
    public String name() {
      return NonconformanceTopics.ALL;
    }
  }

  /** One of them. */
  record OneNonconformance(NonconformanceNumber number) implements NonconformanceTopic {
    @Override
    public String name() {
      return NonconformanceTopics.ONE + number;
    }

    @Override
    public Optional<String> subject() {
      return Optional.of(number.toString());
    }
  }

  /**
   * Those that concern an order now.
   *
   * @param name as whoever watches writes it
   */
  record OrderNonconformances(String name, OrderId order) implements NonconformanceTopic {}
}
