package org.vitrine.gather.sources;

import java.time.Instant;

/**
 * A value of a tag, or that there is none: what is bad, uncertain, stale or not to be understood
 * says that nothing is known of the tag until its next value.
 *
 * @param text as the source wrote it; null where nothing is known
 * @param at by the clock of the source
 * @param arrivedAt by ours
 * @param key the same whenever this value is given again, and of no other value of the tag
 * @param standing true where it says how things stand (at the beginning, after a gap) rather than
 *     that something happened
 */
public record Observed(
    String tag, String text, Instant at, Instant arrivedAt, String key, boolean standing) {

  public static Observed unknown(String tag, Instant at, Instant arrivedAt, String key) {
    return new Observed(tag, null, at, arrivedAt, key, false);
  }

  public boolean isKnown() {
    return text != null;
  }
}
