package org.vitrine.promises;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.function.ToIntFunction;
import org.vitrine.promises.DueWords.MovedDay;

/**
 * What would make promises look kept that were not: each is a row of its own, counted by the line.
 */
enum GamedKind {
  /** The first day was named when work on the line had begun. */
  PROMISED_AFTER_START(
      "promised-after-start", one -> 1, line -> line.isPromisedAfterStart() ? 1 : 0),
  /** The line was added, or its quantity changed, after the order was promised. */
  SPLIT_OR_MOVED("split-or-moved", one -> 1, line -> line.rewritten() ? 1 : 0),
  /** Days that were withdrawn, the first and every later one, of all that moved. */
  WITHDRAWN("withdrawn", KeptLine::moves, line -> line.moves(MovedDay::isWithdrawn)),
  /** Days that moved on the customer's side, of all that moved. */
  CUSTOMERS_SIDE("customers-side", KeptLine::moves, line -> line.moves(move -> move.to().theirs())),
  /** Days that moved on the day itself or later. */
  MOVED_LATE("moved-late", KeptLine::moves, line -> line.moves(MovedDay::isLate)),
  /** Days that moved without the customer knowing in time: they do not count as agreed. */
  UNTOLD("untold", KeptLine::moves, line -> line.moves(MovedDay::isUnknown)),
  /**
   * Offers that the customer accepted, be it by silence, once the day had passed, of all that they
   * accepted.
   */
  LATE_CONSENT(
      "late-consent",
      line -> line.moves(move -> move.to().consent().isGiven()),
      line -> line.moves(move -> move.to().consent().isGiven() && move.isAfter()));

  private final String code;
  private final ToIntFunction<KeptLine> all;
  private final ToIntFunction<KeptLine> hits;

  GamedKind(String code, ToIntFunction<KeptLine> all, ToIntFunction<KeptLine> hits) {
    this.code = code;
    this.all = all;
    this.hits = hits;
  }

  @JsonValue
  String code() {
    return code;
  }

  /** Of how many of a line it could have been so. */
  int all(KeptLine line) {
    return all.applyAsInt(line);
  }

  /** Of how many it was. */
  int hits(KeptLine line) {
    return hits.applyAsInt(line);
  }
}
