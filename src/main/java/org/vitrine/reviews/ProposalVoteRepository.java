package org.vitrine.reviews;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** What companies think of proposals, in PostgreSQL, each behind its wall; counted by a trigger. */
final class ProposalVoteRepository {
  private static final String SAY =
      """
      INSERT INTO proposal_vote AS v (company_id, review, proposal, voter, person_id, choice, voted_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (review, company_id, voter, proposal)
      DO UPDATE SET choice = excluded.choice, person_id = excluded.person_id, voted_at = excluded.voted_at
              WHERE v.choice <> excluded.choice""";

  private static final String SAID =
      """
      SELECT proposal, choice
        FROM proposal_vote
       WHERE review = $2 AND voter = $3 AND proposal = ANY($4) AND ($1::bigint IS NULL OR company_id = $1)""";

  private static final String COUNT =
      """
      SELECT count(*) AS said
        FROM proposal_vote
       WHERE review = $2 AND voter = $3 AND ($1::bigint IS NULL OR company_id = $1)""";

  /** The same again changes nothing; another word takes the place of the one before. */
  void say(
      Queries behindTheWall,
      Review review,
      Participant by,
      long proposal,
      ProposalVote vote,
      Instant now) {
    behindTheWall.execute(
        "proposal_vote.say",
        SAY,
        by.company().value(),
        review.number().value(),
        proposal,
        by.voter(review.word()),
        by.person(),
        vote.code(),
        Sql.utc(now));
  }

  /** What was said to these. */
  Map<Long, ProposalVote> said(
      Queries behindTheWall, Review review, Participant by, Collection<Long> proposals) {
    Map<Long, ProposalVote> said = new HashMap<>();
    behindTheWall
        .find(
            "proposal_vote.said",
            SAID,
            row -> Map.entry(row.getLong("proposal"), ProposalVote.of(row.getString("choice"))),
            by.company().value(),
            review.number().value(),
            by.voter(review.word()),
            proposals.toArray(Long[]::new))
        .forEach(one -> said.put(one.getKey(), one.getValue()));
    return said;
  }

  /** How many proposals something was said to. */
  long count(Queries behindTheWall, Review review, Participant by) {
    return behindTheWall
        .findOne(
            "proposal_vote.count",
            COUNT,
            row -> row.getLong("said"),
            by.company().value(),
            review.number().value(),
            by.voter(review.word()))
        .orElseThrow();
  }
}
