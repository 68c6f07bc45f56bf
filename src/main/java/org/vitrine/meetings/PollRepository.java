package org.vitrine.meetings;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.meetings.Poll.AskedPoll;
import org.vitrine.meetings.Poll.CastVote;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/**
 * Polls in PostgreSQL. Who voted and what was said in secret stand in two tables that have nothing
 * in common but the poll.
 */
final class PollRepository {
  private static final String COLUMNS =
      """
      SELECT p.id, p.meeting, p.item, p.question, p.choices, p.secret, p.voted, p.opened_at, p.closed_at,
             p.result::text AS result
        FROM poll p""";

  private static final String SHOWN =
      COLUMNS
          + """

             LEFT JOIN agenda_item i ON i.id = p.item
            WHERE p.meeting = ANY($2::bigint[])
              AND ($3 OR p.item IS NULL OR i.opened
                   OR p.item IN (SELECT s.item
                                   FROM item_source s
                                  WHERE s.company_id IS NOT NULL AND ($1::bigint IS NULL OR s.company_id = $1)
                                    AND $1 IS NOT NULL))
            ORDER BY p.meeting, p.opened_at, p.id""";

  private static final String OPEN_ONES =
      """
      SELECT p.id
        FROM poll p
       WHERE p.meeting = $1 AND p.state = 'open'""";

  private static final String COUNT =
      """
      SELECT count(*) AS polls
        FROM poll p
       WHERE p.meeting = $1""";

  private static final String VOTES =
      """
      SELECT v.poll, v.company_id, v.choice
        FROM poll_voter v
       WHERE v.meeting = ANY($2::bigint[]) AND ($1::bigint IS NULL OR v.company_id = $1) AND v.voted""";

  private static final String OPEN =
      """
      INSERT INTO poll (id, meeting, item, question, choices, secret, opened_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)""";

  private static final String VOTE =
      """
      INSERT INTO poll_voter (company_id, meeting, poll, voted, choice)
      VALUES ($1, $2, $3, true, $4)
      ON CONFLICT (company_id, poll) DO NOTHING""";

  private static final String VOTE_OTHERWISE =
      """
      INSERT INTO poll_voter (company_id, meeting, poll, voted, choice)
      VALUES ($1, $2, $3, true, $4)
      ON CONFLICT (company_id, poll) DO UPDATE SET choice = excluded.choice""";

  private static final String CAST =
      """
      INSERT INTO poll_ballot (meeting, poll, choice)
      VALUES ($1, $2, $3)""";

  private static final String FREEZE =
      """
      INSERT INTO poll_voter (company_id, meeting, poll, voted)
      SELECT c.company_id, c.meeting, $2, false
        FROM meeting_company c
       WHERE c.meeting = $1 AND c.company_id IN (SELECT a.company_id FROM attendance a WHERE a.meeting = $1)
       ORDER BY c.company_id
      ON CONFLICT (company_id, poll) DO NOTHING""";

  private static final String SHUFFLE_BALLOTS =
      """
      WITH before AS (DELETE FROM poll_ballot WHERE poll = $1 RETURNING meeting, poll, choice)
      INSERT INTO poll_ballot (meeting, poll, choice)
      SELECT meeting, poll, choice FROM before ORDER BY choice NULLS LAST""";

  private static final String CLOSE =
      """
      UPDATE poll
         SET state = 'closed', closed_at = $2,
             result = poll_tally(id) || jsonb_build_object(
                        'electorate', (SELECT count(*) FROM poll_voter v WHERE v.poll = poll.id))
       WHERE id = $1""";

  /** A company's vote by name, or that it has voted. */
  record StoredVote(long poll, CompanyId company, CastVote cast) {}

  /** Those of these meetings that the audience may see, in the order in which they were opened. */
  List<Poll> shown(Queries queries, MeetingAudience audience, Collection<MeetingNumber> meetings) {
    return queries.find(
        "poll.shown",
        SHOWN,
        PollRepository::toPoll,
        MeetingRepository.key(audience.company()),
        MeetingRepository.keys(meetings),
        audience.seesAll());
  }

  /** The keys of those that are open. */
  List<Long> open(Queries queries, MeetingNumber meeting) {
    return queries.find("poll.open_ones", OPEN_ONES, row -> row.getLong("id"), meeting.value());
  }

  long count(Queries queries, MeetingNumber meeting) {
    return queries
        .findOne("poll.count", COUNT, row -> row.getLong("polls"), meeting.value())
        .orElseThrow();
  }

  /** A company's votes, or all. */
  List<StoredVote> votes(
      Queries queries, Optional<CompanyId> company, Collection<MeetingNumber> meetings) {
    return queries.find(
        "poll.votes",
        VOTES,
        row ->
            new StoredVote(
                row.getLong("poll"),
                new CompanyId(row.getLong("company_id")),
                new CastVote(Optional.ofNullable(row.getInteger("choice")))),
        MeetingRepository.key(company),
        MeetingRepository.keys(meetings));
  }

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

  /** A company's vote by name: the one it has, whatever it was before. */
  void vote(Queries transaction, CompanyId company, Poll poll, CastVote vote) {
    transaction.execute(
        "poll.vote",
        VOTE_OTHERWISE,
        company.value(),
        poll.meeting().value(),
        poll.id(),
        vote.choice().orElse(null));
  }

  /** A company's vote in secret; false where it has voted. */
  boolean cast(Queries transaction, CompanyId company, Poll poll, CastVote vote) {
    long meeting = poll.meeting().value();
    boolean isFirst =
        transaction.execute("poll.has_voted", VOTE, company.value(), meeting, poll.id(), null) > 0;
    if (isFirst) {
      transaction.execute("poll.cast", CAST, meeting, poll.id(), vote.choice().orElse(null));
    }
    return isFirst;
  }

  /** Who may vote is fixed, what was said loses its last trace, and it is counted. */
  void close(Queries transaction, MeetingNumber meeting, long poll, Instant now) {
    transaction.execute("poll.freeze", FREEZE, meeting.value(), poll);
    transaction.execute("poll.shuffle", SHUFFLE_BALLOTS, poll);
    transaction.execute("poll.close", CLOSE, poll, Sql.utc(now));
  }

  private static Poll toPoll(Row row) {
    return new Poll(
        row.getLong("id"),
        new MeetingNumber(row.getLong("meeting")),
        Optional.ofNullable(row.getLong("item")),
        new AskedPoll(
            row.getString("question"),
            List.of(row.getArrayOfStrings("choices")),
            row.getBoolean("secret")),
        row.getInteger("voted"),
        row.getOffsetDateTime("opened_at").toInstant(),
        MeetingRepository.moment(row, "closed_at"),
        Optional.ofNullable(row.getString("result"))
            .map(result -> Json.read(result, JsonNode.class)));
  }
}
