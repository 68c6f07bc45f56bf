package org.vitrine.reviews;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.reviews.Proposal.EyesAndVotes;

/**
 * Proposals, in PostgreSQL. Behind its wall a company adds and reads its own; what is open to all
 * who take part is read by the house.
 */
final class ProposalRepository {
  private static final String COLUMNS =
      """
      SELECT p.number, p.company_id, p.person_id, p.proposed_by, p.company_name, p.text, p.proposed_at, p.seen,
             p.agreed, p.disagreed, p.group_id, p.answer, p.reason, p.same_as, p.answered_at, p.answered_by
        FROM proposal p
      """;

  private static final String HOLD_PERSON =
      """
      SELECT pg_advisory_xact_lock(hashtextextended('proposals of ' || $1::bigint, 0))""";

  private static final String ADD =
      """
      INSERT INTO proposal (company_id, review, number, person_id, proposed_by, company_name, text, proposed_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      ON CONFLICT DO NOTHING""";

  private static final String OWN =
      COLUMNS
          + """
             WHERE p.review = $2 AND p.person_id = $3 AND ($1::bigint IS NULL OR p.company_id = $1)
             ORDER BY p.proposed_at DESC, p.number""";

  private static final String THESE = COLUMNS + " WHERE p.review = $1 AND p.number = ANY($2)";

  private static final String TEXTS =
      """
      SELECT number, text, proposed_at
        FROM proposal
       WHERE review = $1 AND proposed_at >= $2
       ORDER BY proposed_at, number""";

  private static final String CARDS =
      COLUMNS
          + """
             WHERE p.review = $1 AND p.answer IS NULL
               AND CASE WHEN $4::bigint = 0 THEN p.company_id <> $2 ELSE p.person_id <> $3 END
               AND NOT EXISTS (SELECT FROM proposal_vote v
                                WHERE v.review = $1 AND v.company_id = $2 AND v.voter = $4 AND v.proposal = p.number)
             ORDER BY p.seen, random()
             LIMIT $5""";

  private static final String LEFT =
      """
      SELECT count(*) AS left_over
        FROM proposal p
       WHERE p.review = $1 AND p.answer IS NULL
         AND CASE WHEN $4::bigint = 0 THEN p.company_id <> $2 ELSE p.person_id <> $3 END
         AND NOT EXISTS (SELECT FROM proposal_vote v
                          WHERE v.review = $1 AND v.company_id = $2 AND v.voter = $4 AND v.proposal = p.number)""";

  private static final String SEARCH =
      COLUMNS
          + """
             WHERE p.review = $1
               AND ($2::text IS NULL OR p.text ILIKE $2)
               AND ($3::bigint IS NULL OR p.group_id = $3)
               AND ($4::boolean IS NULL OR (p.answer IS NOT NULL) = $4)
               AND ($5::bigint IS NULL
                    OR (p.agreed, p.number) < (SELECT b.agreed, b.number FROM proposal b
                                                WHERE b.review = $1 AND b.number = $5))
             ORDER BY p.agreed DESC, p.number DESC
             LIMIT $6""";

  private static final String SUMS =
      """
      SELECT coalesce(sum(seen), 0) AS seen, count(answer) AS answered
        FROM proposal
       WHERE review = $1""";

  /** What is counted of all proposals of a review. */
  record ReviewSums(long votes, long answered) {}

  /** What stands in a proposal, and since when. */
  record ProposalText(long number, String text, Instant at) {}

  /** One at a time proposes something for a person, so that their limit holds. */
  void hold(Queries transaction, long person) {
    transaction.find("proposal.hold_person", HOLD_PERSON, row -> true, person);
  }

  /** False where the number is taken. */
  boolean add(Queries behindTheWall, ReviewNumber review, Proposal proposal) {
    return behindTheWall.execute(
            "proposal.add",
            ADD,
            proposal.company().value(),
            review.value(),
            proposal.number(),
            proposal.person(),
            proposal.by(),
            proposal.openCompany().orElse(null),
            proposal.text(),
            Sql.utc(proposal.at()))
        > 0;
  }

  List<Proposal> own(Queries behindTheWall, ReviewNumber review, Participant by) {
    return behindTheWall.find(
        "proposal.own",
        OWN,
        ProposalRepository::toProposal,
        by.company().value(),
        review.value(),
        by.person());
  }

  /** In the order of the numbers; those that do not exist are missing. */
  List<Proposal> find(Queries queries, ReviewNumber review, Collection<Long> numbers) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    Map<Long, Proposal> found = new LinkedHashMap<>();
    queries
        .find(
            "proposal.these",
            THESE,
            ProposalRepository::toProposal,
            review.value(),
            numbers.toArray(Long[]::new))
        .forEach(proposal -> found.put(proposal.number(), proposal));
    return numbers.stream().distinct().map(found::get).filter(Objects::nonNull).toList();
  }

  /** Throws on the field that names what is no proposal of this review. */
  void require(Queries queries, ReviewNumber review, String field, List<Long> numbers) {
    List<Long> there = find(queries, review, numbers).stream().map(Proposal::number).toList();
    for (int at = 0; at < numbers.size(); at++) {
      if (!there.contains(numbers.get(at))) {
        throw new Rejection.Invalid(
            "%s[%d]".formatted(field, at),
            "“%d” is no proposal of this review".formatted(numbers.get(at)));
      }
    }
  }

  List<ProposalText> texts(Queries queries, ReviewNumber review, Instant since) {
    return queries.find(
        "proposal.texts",
        TEXTS,
        row ->
            new ProposalText(
                row.getLong("number"),
                row.getString("text"),
                row.getOffsetDateTime("proposed_at").toInstant()),
        review.value(),
        Sql.utc(since));
  }

  /** Those that fewest have seen first, at random among equals; none that they have judged. */
  List<Proposal> cards(Queries queries, Review review, Participant by, int most) {
    return queries.find(
        "proposal.cards",
        CARDS,
        ProposalRepository::toProposal,
        review.number().value(),
        by.company().value(),
        by.person(),
        by.voter(review.word()),
        most);
  }

  /** How many they have not judged yet. */
  long left(Queries queries, Review review, Participant by) {
    return queries
        .findOne(
            "proposal.left",
            LEFT,
            row -> row.getLong("left_over"),
            review.number().value(),
            by.company().value(),
            by.person(),
            by.voter(review.word()))
        .orElseThrow();
  }

  /**
   * What is looked for among all of a review; absent where it does not matter.
   *
   * @param after the number of the last one shown
   */
  record ProposalSearch(
      Optional<String> text,
      Optional<Long> group,
      Optional<Boolean> answered,
      Optional<Long> after,
      int most) {}

  /** Those that most agree with first. */
  List<Proposal> search(Queries queries, ReviewNumber review, ProposalSearch search) {
    return queries.find(
        "proposal.search",
        SEARCH,
        ProposalRepository::toProposal,
        review.value(),
        search.text().map(Sql::containing).orElse(null),
        search.group().orElse(null),
        search.answered().orElse(null),
        search.after().orElse(null),
        search.most());
  }

  ReviewSums sums(Queries queries, ReviewNumber review) {
    return queries
        .findOne(
            "proposal.sums",
            SUMS,
            row -> new ReviewSums(row.getLong("seen"), row.getLong("answered")),
            review.value())
        .orElseThrow();
  }

  private static Proposal toProposal(Row row) {
    return new Proposal(
        row.getLong("number"),
        new CompanyId(row.getLong("company_id")),
        row.getLong("person_id"),
        row.getString("proposed_by"),
        Optional.ofNullable(row.getString("company_name")),
        row.getString("text"),
        row.getOffsetDateTime("proposed_at").toInstant(),
        new EyesAndVotes(
            row.getInteger("seen"), row.getInteger("agreed"), row.getInteger("disagreed")),
        Optional.ofNullable(row.getLong("group_id")),
        answer(row));
  }

  private static Optional<ProposalAnswer> answer(Row row) {
    return Optional.ofNullable(row.getOffsetDateTime("answered_at"))
        .map(OffsetDateTime::toInstant)
        .map(
            at ->
                new ProposalAnswer(
                    AnswerKind.of(row.getString("answer")),
                    Optional.ofNullable(row.getString("reason")),
                    Optional.ofNullable(row.getLong("same_as")),
                    at,
                    row.getString("answered_by")));
  }
}
