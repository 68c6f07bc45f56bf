package org.vitrine.gather.sources;

import java.time.Instant;

/**
 * A good value of a tag. Values of bad or uncertain quality are none.
 *
 * @param text as the source wrote it
 * @param at by the clock of the source
 * @param arrivedAt by ours
 * @param key the same whenever this value is given again, and of no other value of the tag
 * @param standing true where it says how things stand (at the beginning, after a gap) rather than
 *     that something happened
 */
public record Observed(
    String tag, String text, Instant at, Instant arrivedAt, String key, boolean standing) {}
