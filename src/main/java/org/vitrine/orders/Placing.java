package org.vitrine.orders;

import java.util.Optional;

/**
 * How an order is placed.
 *
 * @param startedFrom the version of {@link OrderAsPlaced} that an edit began with, 0 where there
 *     was no such order; absent for programs, which send what they know
 * @param word whose it is
 * @param mayWaive whether it may let go what is demanded and was not let go before
 * @param offer which the customer accepts by the dates that it says; absent for any other word
 */
public record Placing(
    Optional<Long> startedFrom,
    WordOf word,
    boolean mayWaive,
    String source,
    String actor,
    Optional<String> offer) {

  /** Who sends whole orders again and again. */
  private static final String PROGRAM = "import";

  static Placing by(String source, String actor) {
    return new Placing(Optional.empty(), WordOf.HOUSE, true, source, actor, Optional.empty());
  }

  /** By whoever sends the order whole. */
  public static Placing whole(
      Optional<Long> startedFrom, boolean mayWaive, String source, String actor) {
    WordOf word = source.equals(PROGRAM) ? WordOf.PROGRAM : WordOf.HOUSE;
    return new Placing(startedFrom, word, mayWaive, source, actor, Optional.empty());
  }

  /** As it was, before somebody said otherwise. */
  static Placing unsaid(String source, String actor) {
    return new Placing(Optional.empty(), WordOf.NOBODY, true, source, actor, Optional.empty());
  }

  Placing accepting(String accepted) {
    return new Placing(startedFrom, word, mayWaive, source, actor, Optional.of(accepted));
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
