package org.vitrine.platform.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many each has of something, so that nobody has more than their part. For any thread. */
public final class Counts<K> {
  private final Map<K, Integer> counts = new ConcurrentHashMap<>();
  private final int most;

  /**
   * @param most how many one may have
   */
  public Counts(int most) {
    this.most = most;
  }

  /** Counts one more; false where this one has as many as one may. */
  public boolean add(K who) {
    return add(who, most);
  }

  /** The same where another limit holds for them. */
  public boolean add(K who, int most) {
    boolean[] added = {false};
    counts.compute(
        who,
        (same, count) -> {
          int before = count == null ? 0 : count;
          added[0] = before < most;
          return added[0] ? Integer.valueOf(before + 1) : count;
        });
    return added[0];
  }

  public void remove(K who) {
    counts.computeIfPresent(who, (same, count) -> count > 1 ? count - 1 : null);
  }

  /** How many have any. */
  int size() {
    return counts.size();
  }
}
