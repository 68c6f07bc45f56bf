package org.vitrine.reviews;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.json.Json;

/** What the house answers; whoever proposed is told by mail and on their page. */
final class ProposalAnswers {
  private static final int LONGEST_REASON = 1_000;

  private final Database database;
  private final Changes changes;
  private final Clock clock;
  private final ProposalAnswerRepository repository = new ProposalAnswerRepository();
  private final ProposalRepository proposals = new ProposalRepository();
  private final ProposalGroupRepository groups = new ProposalGroupRepository();

  ProposalAnswers(Database database, Changes changes, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * One answer to one or more proposals.
   *
   * @param group to all of this group that have no answer yet
   * @param sameAs for {@link AnswerKind#SAME}: which proposal says the same
   */
  record SaveProposalAnswer(
      List<Long> proposals, Long group, AnswerKind answer, String reason, Long sameAs) {
    SaveProposalAnswer {
      proposals = proposals == null ? List.of() : proposals.stream().distinct().toList();
      TextLimit.atMost("reason", reason, LONGEST_REASON);
      reason = reason == null || Blanks.only(reason) ? null : Blanks.stripped(reason);
      if (proposals.isEmpty() == (group == null)) {
        throw new Rejection.Invalid(
            "proposals", "Name the proposals, or the group, that you answer");
      }
      if (answer == null) {
        throw new Rejection.Invalid("answer", "Say adopted, changed, declined or same");
      }
      if (reason == null && answer == AnswerKind.DECLINED) {
        throw new Rejection.Invalid("reason", "Say why not: whoever proposed it reads that");
      }
      if (reason == null && answer == AnswerKind.CHANGED) {
        throw new Rejection.Invalid(
            "reason", "Say what is different: whoever proposed it reads that");
      }
      if ((sameAs != null) != (answer == AnswerKind.SAME)) {
        throw new Rejection.Invalid(
            "sameAs", "Name the other proposal where the answer is “same”, and nowhere else");
      }
      if (sameAs != null && proposals.contains(sameAs)) {
        throw new Rejection.Invalid("sameAs", "A proposal is not the same as itself: name another");
      }
    }
  }

  /** How many were answered by it. */
  int answer(Caller by, ReviewNumber review, SaveProposalAnswer wanted) {
    Instant now = Json.asRead(clock.instant());
    return database.inTransaction(
        transaction -> {
          if (!groups.hold(transaction, review)) {
            throw Reviews.notHere();
          }
          proposals.require(transaction, review, "proposals", wanted.proposals());
          if (wanted.sameAs() != null
              && proposals.find(transaction, review, List.of(wanted.sameAs())).isEmpty()) {
            throw new Rejection.Invalid(
                "sameAs", "“%d” is no proposal of this review".formatted(wanted.sameAs()));
          }
          int answered =
              repository.answer(
                  transaction,
                  review,
                  wanted,
                  new ProposalAnswer(
                      wanted.answer(),
                      Optional.ofNullable(wanted.reason()),
                      Optional.ofNullable(wanted.sameAs()),
                      now,
                      by.actor()));
          changes.record(transaction, List.of(ReviewChange.of(review)));
          return answered;
        });
  }
}
