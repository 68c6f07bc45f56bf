package org.vitrine.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a file of measured values says of its parts and their characteristics. Characteristics are
 * counted through the whole file; they belong to the part that was told of last when they came up.
 */
final class DfqHeader {
  private static final int FIRST_OF_CHARACTERISTICS = 2000;
  private static final int ALL = 0;
  private static final int ONLY = 1;

  private final Map<Integer, Map<Integer, String>> parts = new HashMap<>();
  private final Map<Integer, Map<Integer, String>> characteristics = new HashMap<>();
  private final Map<Integer, Integer> partOf = new HashMap<>();
  private int lastPart = ONLY;

  /**
   * @param field its number, from 100 on
   * @param index of what; 0 for all, absent where there is one
   */
  void say(int field, Optional<Integer> index, String said) {
    if (field >= FIRST_OF_CHARACTERISTICS) {
      int which = index.orElse(ONLY);
      of(characteristics, which).put(field, said);
      partOf.putIfAbsent(which, lastPart);
    } else {
      int which = index.orElse(ONLY);
      of(parts, which).put(field, said);
      lastPart = which == ALL ? lastPart : which;
    }
  }

  Map<Integer, String> characteristic(int index) {
    return merged(characteristics, index);
  }

  /** The part that this characteristic is of. */
  Map<Integer, String> part(int index) {
    return merged(parts, partOf.getOrDefault(index, lastPart));
  }

  private static Map<Integer, String> merged(Map<Integer, Map<Integer, String>> all, int index) {
    Map<Integer, String> merged = new HashMap<>(all.getOrDefault(ALL, Map.of()));
    merged.putAll(all.getOrDefault(index, Map.of()));
    return merged;
  }

  private static Map<Integer, String> of(Map<Integer, Map<Integer, String>> all, int index) {
    return all.computeIfAbsent(index, fresh -> new HashMap<>());
  }
}
