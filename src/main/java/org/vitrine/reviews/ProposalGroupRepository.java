package org.vitrine.reviews;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.database.Queries;

/** Which proposals are under which group, in PostgreSQL; for staff alone. */
final class ProposalGroupRepository {
  private static final String HOLD =
      """
      SELECT number
        FROM review
       WHERE number = $1
         FOR UPDATE""";

  private static final String UNGROUPED =
      """
      SELECT number, proposals, desk
        FROM review
       WHERE proposals <> grouped
       ORDER BY number""";

  private static final String LOOSE =
      """
      SELECT p.number, p.text, p.group_id
        FROM proposal p
        LEFT JOIN proposal_group g ON g.id = p.group_id
       WHERE p.review = $1 AND NOT coalesce(g.kept, false)
       ORDER BY p.proposed_at, p.number""";

  private static final String GROUPED =
      """
      UPDATE review
         SET grouped = $2
       WHERE number = $1 AND desk = $3""";

  private static final String TOUCH =
      """
      UPDATE review
         SET desk = desk + 1
       WHERE number = $1""";

  private static final String ADD =
      """
      INSERT INTO proposal_group (review, name, kept)
      SELECT $1, $2, $3
        FROM generate_series(1, $4)
      RETURNING id""";

  private static final String NAME =
      """
      UPDATE proposal_group
         SET name = coalesce($3, name), kept = true
       WHERE review = $1 AND id = $2""";

  private static final String PUT =
      """
      UPDATE proposal p
         SET group_id = n.group_id
        FROM unnest($2::bigint[], $3::bigint[]) AS n (number, group_id)
       WHERE p.review = $1 AND p.number = n.number AND p.group_id IS DISTINCT FROM n.group_id""";

  private static final String JOIN =
      """
      UPDATE proposal
         SET group_id = $3
       WHERE review = $1 AND group_id = $2""";

  private static final String SWEEP =
      """
      DELETE FROM proposal_group g
       WHERE g.review = $1 AND NOT EXISTS (SELECT FROM proposal p WHERE p.group_id = g.id)""";

  private static final String LIST =
      """
      SELECT g.id, g.name, g.kept, s.size, s.agreed, s.disagreed, s.answered, f.number, f.text
        FROM proposal_group g
        JOIN LATERAL (SELECT count(*) AS size, sum(p.agreed) AS agreed, sum(p.disagreed) AS disagreed,
                             count(p.answer) AS answered
                        FROM proposal p WHERE p.group_id = g.id) s ON true
        JOIN LATERAL (SELECT p.number, p.text
                        FROM proposal p WHERE p.group_id = g.id
                       ORDER BY p.agreed DESC, p.proposed_at, p.number LIMIT 1) f ON true
       WHERE g.review = $1
       ORDER BY s.size DESC, g.id
       OFFSET $2 LIMIT $3""";

  private static final String COUNT =
      """
      SELECT count(*) AS groups
        FROM proposal_group
       WHERE review = $1""";

  /** A review whose groups are behind. */
  record Ungrouped(ReviewNumber review, int proposals, int desk) {}

  /** One that nobody has put under a group of theirs. */
  record Loose(long number, String text, Optional<Long> group) {}

  /**
   * A group as the desk shows it.
   *
   * @param name absent where nobody has given it one
   * @param kept whether somebody has made it theirs
   * @param foremost the proposal that most agree with
   */
  record ShownGroup(
      long id,
      Optional<String> name,
      boolean kept,
      long size,
      long agreed,
      long disagreed,
      long answered,
      ForemostProposal foremost) {}

  record ForemostProposal(long number, String text) {}

  /** One at a time changes what is under which group. False where there is no such review. */
  boolean hold(Queries transaction, ReviewNumber review) {
    return !transaction.find("review.hold", HOLD, row -> true, review.value()).isEmpty();
  }

  List<Ungrouped> ungrouped(Queries queries) {
    return queries.find(
        "review.ungrouped",
        UNGROUPED,
        row ->
            new Ungrouped(
                new ReviewNumber(row.getLong("number")),
                row.getInteger("proposals"),
                row.getInteger("desk")));
  }

  List<Loose> loose(Queries queries, ReviewNumber review) {
    return queries.find(
        "proposal.loose",
        LOOSE,
        row ->
            new Loose(
                row.getLong("number"),
                row.getString("text"),
                Optional.ofNullable(row.getLong("group_id"))),
        review.value());
  }

  /** False where somebody has changed groups since they were read. */
  boolean grouped(Queries transaction, Ungrouped review) {
    return transaction.execute(
            "review.grouped", GROUPED, review.review().value(), review.proposals(), review.desk())
        > 0;
  }

  void touch(Queries transaction, ReviewNumber review) {
    transaction.execute("review.touch_desk", TOUCH, review.value());
  }

  List<Long> add(
      Queries transaction, ReviewNumber review, Optional<String> name, boolean kept, int many) {
    return transaction.find(
        "proposal_group.add",
        ADD,
        row -> row.getLong("id"),
        review.value(),
        name.orElse(null),
        kept,
        many);
  }

  /** Makes it somebody's; false where there is no such group in this review. */
  boolean keep(Queries transaction, ReviewNumber review, long group, Optional<String> name) {
    return transaction.execute(
            "proposal_group.name", NAME, review.value(), group, name.orElse(null))
        > 0;
  }

  /**
   * @param groups by the numbers of proposals
   * @return how many are elsewhere now
   */
  int put(Queries transaction, ReviewNumber review, Map<Long, Long> groups) {
    return transaction.execute(
        "proposal.put",
        PUT,
        review.value(),
        numbers(groups.keySet()),
        groups.keySet().stream().map(groups::get).toArray(Long[]::new));
  }

  private static Long[] numbers(Collection<Long> numbers) {
    return numbers.toArray(Long[]::new);
  }

  void join(Queries transaction, ReviewNumber review, long from, long into) {
    transaction.execute("proposal.join", JOIN, review.value(), from, into);
  }

  /** Groups that nothing is under are gone. */
  void sweep(Queries transaction, ReviewNumber review) {
    transaction.execute("proposal_group.sweep", SWEEP, review.value());
  }

  /** The largest first. */
  List<ShownGroup> list(Queries queries, ReviewNumber review, long skipped, int most) {
    return queries.find(
        "proposal_group.list",
        LIST,
        row ->
            new ShownGroup(
                row.getLong("id"),
                Optional.ofNullable(row.getString("name")),
                row.getBoolean("kept"),
                row.getLong("size"),
                row.getLong("agreed"),
                row.getLong("disagreed"),
                row.getLong("answered"),
                new ForemostProposal(row.getLong("number"), row.getString("text"))),
        review.value(),
        skipped,
        most);
  }

  long count(Queries queries, ReviewNumber review) {
    return queries
        .findOne("proposal_group.count", COUNT, row -> row.getLong("groups"), review.value())
        .orElseThrow();
  }
}
