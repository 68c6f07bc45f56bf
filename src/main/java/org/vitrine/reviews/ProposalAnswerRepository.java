package org.vitrine.reviews;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.reviews.ProposalAnswers.SaveProposalAnswer;

/** Answers to proposals, and who was told of them, in PostgreSQL. */
final class ProposalAnswerRepository {
  private static final String ANSWER =
      """
      UPDATE proposal
         SET answer = $4, reason = $5, same_as = $6, answered_at = $7, answered_by = $8, told_at = NULL
       WHERE review = $1
         AND (number = ANY($2) OR group_id = $3 AND answer IS NULL AND number IS DISTINCT FROM $6)
         AND (answer, reason, same_as) IS DISTINCT FROM ($4, $5, $6)""";

  private static final String UNTOLD =
      """
      SELECT review, person_id, company_id
        FROM proposal
       WHERE answered_at IS NOT NULL AND told_at IS NULL
       ORDER BY answered_at
       LIMIT 1""";

  private static final String TELL =
      """
      UPDATE proposal p
         SET told_at = $4
        FROM review r
       WHERE r.number = p.review AND p.review = $1 AND p.person_id = $2 AND p.company_id = $3
         AND p.answered_at IS NOT NULL AND p.told_at IS NULL
      RETURNING p.number, p.text, p.answer, p.reason, r.title""";

  /** Somebody who was not told yet of what became of their proposals. */
  record Untold(ReviewNumber review, long person, CompanyId company) {}

  /** What they are told. */
  record ToldAnswer(
      long number, String text, AnswerKind kind, Optional<String> reason, String review) {}

  /** How many are answered otherwise than before. */
  int answer(
      Queries transaction, ReviewNumber review, SaveProposalAnswer wanted, ProposalAnswer answer) {
    return transaction.execute(
        "proposal.answer",
        ANSWER,
        review.value(),
        wanted.proposals().toArray(Long[]::new),
        wanted.group(),
        answer.kind().code(),
        answer.reason().orElse(null),
        answer.sameAs().orElse(null),
        Sql.utc(answer.at()),
        answer.by());
  }

  Optional<Untold> untold(Queries transaction) {
    return transaction.findOne(
        "proposal.untold",
        UNTOLD,
        row ->
            new Untold(
                new ReviewNumber(row.getLong("review")),
                row.getLong("person_id"),
                new CompanyId(row.getLong("company_id"))));
  }

  /** Everything that they were not told yet, which now they are. */
  List<ToldAnswer> tell(Queries transaction, Untold untold, Instant now) {
    return transaction.find(
        "proposal.tell",
        TELL,
        row ->
            new ToldAnswer(
                row.getLong("number"),
                row.getString("text"),
                AnswerKind.of(row.getString("answer")),
                Optional.ofNullable(row.getString("reason")),
                row.getString("title")),
        untold.review().value(),
        untold.person(),
        untold.company().value(),
        Sql.utc(now));
  }
}
