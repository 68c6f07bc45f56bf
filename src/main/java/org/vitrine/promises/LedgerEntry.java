package org.vitrine.promises;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that was said of a date, or asked and answered about one.
 *
 * @param kind of the event in the history of the order
 * @param move what the word did to the date; absent where it is no word on one
 * @param by who said so, for staff
 * @param body what the history keeps of it, as far as the reader may know
 * @param rests what the word rested on: the range that was shown then, where that is known
 */
record LedgerEntry(
    String kind,
    Instant at,
    Optional<DateMove> move,
    Optional<String> by,
    JsonNode body,
    @JsonUnwrapped WordMarks marks,
    Optional<JsonNode> rests) {

  /**
   * How the customer heard of a word.
   *
   * @param told when the first of their people was told by a notice
   * @param read when the first of their people read it while it held
   * @param readThroughLink when somebody first read it through a glass link, whoever that was
   * @param toldUnknown true of what was said before anybody kept who was told
   */
  record WordMarks(
      Optional<WordMark> told,
      Optional<WordMark> read,
      Optional<Instant> readThroughLink,
      Optional<Boolean> toldUnknown) {
    static final WordMarks NONE =
        new WordMarks(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    WordMarks beforeTellingWasKept() {
      return new WordMarks(told, read, readThroughLink, Optional.of(true));
    }
  }

  /**
   * @param by absent where that person is no longer known
   */
  record WordMark(Instant at, Optional<String> by) {}
}
