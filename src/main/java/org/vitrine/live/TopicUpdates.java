package org.vitrine.live;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What becomes of topics by some changes.
 *
 * @param stale those of which only reading their page anew can tell
 */
public record TopicUpdates<T extends Topic>(
    Map<T, ? extends TopicUpdate> updates, Collection<T> stale) {

  public static <T extends Topic> TopicUpdates<T> of(Map<T, ? extends TopicUpdate> updates) {
    return new TopicUpdates<>(updates, List.of());
  }

  public static <T extends Topic> TopicUpdates<T> stale(Collection<T> topics) {
    return new TopicUpdates<>(Map.of(), topics);
  }
}
