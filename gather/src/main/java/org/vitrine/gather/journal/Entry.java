package org.vitrine.gather.journal;

import java.util.List;
import java.util.Map;

/**
 * What came of one batch of values: kept whole or not at all, so that the messages and what is
 * remembered of the values that led to them never part.
 *
 * @param state what is remembered from now on, by key; an empty text forgets
 * @param seen the values that were used, so that one which comes again is known
 */
public record Entry(List<Message> messages, Map<String, String> state, List<Seen> seen) {

  /** A value of a tag that was used. */
  public record Seen(String tag, String key) {}

  public static Entry remembering(Map<String, String> state) {
    return new Entry(List.of(), state, List.of());
  }

  public boolean saysNothing() {
    return messages.isEmpty() && state.isEmpty() && seen.isEmpty();
  }
}
