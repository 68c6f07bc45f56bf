package org.vitrine.gather.mapping;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** How often a machine says something: as set, else the median of its last 20 intervals. */
final class Rhythm {
  private static final int INTERVALS = 20;
  private static final int LEAST = 5;

  /** What comes closer together is one word of the machine. */
  private static final Duration TOGETHER = Duration.ofMillis(500);

  private final Duration set;
  private final Deque<Duration> intervals = new ArrayDeque<>();
  private Duration learned;
  private Instant lastAt;

  /**
   * @param set null where it is to be learned
   * @param learned what was learned before; null where nothing was
   */
  Rhythm(Duration set, Duration learned) {
    this.set = set;
    this.learned = learned;
  }

  void heard(Instant at) {
    if (lastAt == null) {
      lastAt = at;
      return;
    }
    Duration interval = Duration.between(lastAt, at);
    if (interval.compareTo(TOGETHER) < 0) {
      return;
    }
    lastAt = at;
    intervals.addLast(interval);
    if (intervals.size() > INTERVALS) {
      intervals.removeFirst();
    }
    if (intervals.size() >= LEAST) {
      learned = median();
    }
  }

  private Duration median() {
    List<Duration> sorted = intervals.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /** Null as long as it is not known. */
  Duration known() {
    return set != null ? set : learned;
  }
}
