package org.vitrine.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.vitrine.orders.OrderId;

/** Everything that somebody watches, or did until a moment ago. The projector's own. */
final class TopicStates {
  private static final long UNWATCHED_KEPT_MILLIS = 60_000;

  private final Map<Topic, TopicState> all = new HashMap<>();
  private final Map<Topic, TopicState> lists = new HashMap<>();
  private final Map<OrderId, List<TopicState>> pages = new HashMap<>();

  void put(TopicState state) {
    all.put(state.topic(), state);
    switch (state.topic()) {
      case Topic.OrderPage page ->
          pages.computeIfAbsent(page.order(), order -> new ArrayList<>(2)).add(state);
      case Topic.Rows list -> lists.put(list, state);
    }
  }

  /** Null where nobody watches it. */
  TopicState get(Topic topic) {
    return all.get(topic);
  }

  boolean holds(Topic topic) {
    return all.containsKey(topic);
  }

  /** The pages of one order, for each audience that watches it. */
  List<TopicState> pagesOf(OrderId order) {
    return pages.getOrDefault(order, List.of());
  }

  Set<OrderId> ordersOfPages() {
    return pages.keySet();
  }

  Collection<TopicState> lists() {
    return lists.values();
  }

  /** Forgets what nobody has watched for a while. */
  void dropUnwatched(Predicate<Topic> isWatched, long nowMillis) {
    List<TopicState> left =
        all.values().stream()
            .filter(state -> isLeft(state, isWatched.test(state.topic()), nowMillis))
            .toList();
    for (TopicState state : left) {
      all.remove(state.topic());
      lists.remove(state.topic());
      if (state.topic() instanceof Topic.OrderPage page) {
        pages.computeIfPresent(
            page.order(),
            (order, states) -> {
              states.remove(state);
              return states.isEmpty() ? null : states;
            });
      }
    }
  }

  private static boolean isLeft(TopicState state, boolean watched, long nowMillis) {
    long since = state.unwatchedSince(watched, nowMillis);
    return since != 0 && since < nowMillis - UNWATCHED_KEPT_MILLIS;
  }
}
