package org.vitrine.gather.sources;

import java.time.Instant;
import java.util.function.Predicate;

/**
 * What happened to a source, so that nothing is guessed over it.
 *
 * @param concerns which tags it is about
 * @param from the last moment before; null where that is not known
 * @param until when it went on; null where it does not yet
 * @param sentence for people
 */
public record Happening(
    Kind kind, Predicate<String> concerns, Instant from, Instant until, String sentence) {

  public enum Kind {
    /** It began anew: what it counts may have begun anew as well. */
    RESTARTED,
    /** Something may have been said that was not heard. */
    GAP,
    /** It said that it is gone. */
    GONE
  }

  public static Happening ofAll(Kind kind, Instant from, Instant until, String sentence) {
    return new Happening(kind, tag -> true, from, until, sentence);
  }
}
