package org.vitrine.orders;

import java.util.Optional;

/**
 * How an order is placed.
 *
 * @param startedFrom the version that an edit began with; absent where it says nothing of that
 * @param word whose it is
 */
record Placing(Optional<Long> startedFrom, WordOf word, String source, String actor) {

  static Placing by(String source, String actor) {
    return new Placing(Optional.empty(), WordOf.HOUSE, source, actor);
  }

  /** Whose word an order is. */
  enum WordOf {
    /** What people decide here stays until a program changes its mind. */
    HOUSE,
    /** Whoever sends the whole order again and again: repeating undoes nothing. */
    PROGRAM,
    /** Nobody says anything new: what was taken back is as it was. */
    NOBODY
  }
}
