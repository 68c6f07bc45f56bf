package org.vitrine.live;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Until when pages that were read are not read again, however often they change meanwhile: what
 * many people type at is shown several times a second, and not once for each of their keys.
 */
final class TopicRests {
  private final Function<Topic, Duration> rest;
  private final Map<Topic, Long> untilNanos = new HashMap<>();

  /**
   * @param rest how long a page of each rests
   */
  TopicRests(Function<Topic, Duration> rest) {
    this.rest = rest;
  }

  /** These were read at this moment. */
  void begin(Collection<Topic> topics, long nowNanos) {
    for (Topic topic : topics) {
      long nanos = rest.apply(topic).toNanos();
      if (nanos > 0) {
        untilNanos.put(topic, nowNanos + nanos);
      }
    }
  }

  boolean isOver(Topic topic, long nowNanos) {
    Long until = untilNanos.get(topic);
    return until == null || nowNanos - until >= 0;
  }

  void retain(Set<Topic> topics) {
    untilNanos.keySet().retainAll(topics);
  }
}
