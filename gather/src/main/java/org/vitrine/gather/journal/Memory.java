package org.vitrine.gather.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What the mapping remembers: the last counts, states and orders, and which values were used. One
 * thread changes it; any may ask what stands under a key.
 */
public final class Memory {
  /** More than a broker may send again at once after a crash. */
  static final int SEEN_PER_TAG = 64;

  private final Map<String, String> state = new ConcurrentSkipListMap<>();
  private final Map<String, Deque<String>> seen = new TreeMap<>();

  /** What stands under the key; null where nothing does. */
  public String of(String key) {
    return state.get(key);
  }

  /** The keys that begin so. */
  public List<String> keysOf(String beginning) {
    return state.keySet().stream().filter(key -> key.startsWith(beginning)).toList();
  }

  public boolean wasSeen(String tag, String key) {
    Deque<String> keys = seen.get(tag);
    return keys != null && keys.contains(key);
  }

  public void apply(Entry entry) {
    entry.state().forEach(this::put);
    for (Entry.Seen one : entry.seen()) {
      see(one.tag(), one.key());
    }
  }

  private void put(String key, String value) {
    if (value.isEmpty()) {
      state.remove(key);
    } else {
      state.put(key, value);
    }
  }

  private void see(String tag, String key) {
    Deque<String> keys = seen.computeIfAbsent(tag, unknown -> new ArrayDeque<>());
    keys.addLast(key);
    if (keys.size() > SEEN_PER_TAG) {
      keys.removeFirst();
    }
  }

  void replaceBy(Map<String, String> otherState, Map<String, List<String>> otherSeen) {
    state.clear();
    seen.clear();
    state.putAll(otherState);
    otherSeen.forEach((tag, keys) -> seen.put(tag, new ArrayDeque<>(keys)));
  }

  Map<String, String> state() {
    return new LinkedHashMap<>(state);
  }

  Map<String, List<String>> seen() {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    seen.forEach((tag, keys) -> copy.put(tag, List.copyOf(keys)));
    return copy;
  }
}
