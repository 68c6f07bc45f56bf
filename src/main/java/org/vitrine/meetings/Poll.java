package org.vitrine.meetings;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question to the table, and how it stands. Each company has one vote.
 *
 * @param item about which it is
 * @param voted how many companies have voted; whoever passes votes too
 * @param result by name from the first vote on, in secret once it is closed
 */
record Poll(
    long id,
    MeetingNumber meeting,
    Optional<Long> item,
    AskedPoll asked,
    int voted,
    Instant openedAt,
    Optional<Instant> closedAt,
    Optional<JsonNode> result) {

  /** What is asked, and what can be answered. */
  record AskedPoll(String question, List<String> choices, boolean secret) {}

  /**
   * What a company said.
   *
   * @param choice from 0 on; absent where they passed
   */
  record CastVote(Optional<Integer> choice) {}
}
