package org.vitrine.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/**
 * Polls in PostgreSQL. Who voted and what was said in secret stand in two tables that have nothing
 * in common but the poll.
 */
final class PollRepository {
  private static final String OPEN =
      """
      INSERT INTO poll (id, meeting, item, question, choices, secret, opened_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)""";

  private static final String VOTE =
      """
      INSERT INTO poll_voter (company_id, meeting, poll, voted, choice)
      VALUES ($1, $2, $3, true, $4)
      ON CONFLICT (company_id, poll) DO NOTHING""";

  private static final String CAST =
      """
      INSERT INTO poll_ballot (meeting, poll, choice)
      VALUES ($1, $2, $3)""";

  /** A question to the table, and what can be answered. */
  record AskedPoll(String question, List<String> choices, boolean secret) {}

  /** Returns the key by which it is known. */
  long open(
      Queries transaction,
      MeetingNumber meeting,
      Optional<Long> item,
      AskedPoll asked,
      Instant now) {
    long id = ItemKeys.draw();
    transaction.execute(
        "poll.open",
        OPEN,
        id,
        meeting.value(),
        item.orElse(null),
        asked.question(),
        asked.choices().toArray(String[]::new),
        asked.secret(),
        Sql.utc(now));
    return id;
  }

  /**
   * A company's one vote; false where it has voted.
   *
   * @param choice what it said, where the vote is by name
   */
  boolean vote(
      Queries transaction,
      CompanyId company,
      MeetingNumber meeting,
      long poll,
      Optional<Integer> choice) {
    return transaction.execute(
            "poll.vote", VOTE, company.value(), meeting.value(), poll, choice.orElse(null))
        > 0;
  }

  /**
   * What was said in secret.
   *
   * @param choice absent where they passed
   */
  void cast(Queries transaction, MeetingNumber meeting, long poll, Optional<Integer> choice) {
    transaction.execute("poll.cast", CAST, meeting.value(), poll, choice.orElse(null));
  }
}
