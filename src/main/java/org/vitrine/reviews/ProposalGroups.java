package org.vitrine.reviews;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** Groups in the hands of staff, who name, split and join them. */
final class ProposalGroups {
  private static final int LONGEST_NAME = 120;

  private final Database database;
  private final Changes changes;
  private final ProposalRepository all = new ProposalRepository();
  private final ProposalGroupRepository repository = new ProposalGroupRepository();

  ProposalGroups(Database database, Changes changes) {
    this.database = database;
    this.changes = changes;
  }

  /** What one or more proposals have in common. */
  record SaveGroup(String name, List<Long> proposals) {
    SaveGroup {
      TextLimit.atMost("name", name, LONGEST_NAME);
      name = name == null || Blanks.only(name) ? null : Blanks.stripped(name);
      proposals = proposals == null ? List.of() : proposals.stream().distinct().toList();
    }
  }

  /**
   * What comes under a group: these, or all of another one.
   *
   * @param group the number of the other one, which is gone then
   */
  record JoinGroup(Long group, List<Long> proposals) {
    JoinGroup {
      proposals = proposals == null ? List.of() : proposals.stream().distinct().toList();
      if (group == null && proposals.isEmpty()) {
        throw new Rejection.Invalid(
            "proposals", "Name the proposals, or the group, that come under this one");
      }
    }
  }

  /** Splits these off what they were under; the number of their new group. */
  long split(ReviewNumber review, SaveGroup wanted) {
    if (wanted.proposals().isEmpty()) {
      throw new Rejection.Invalid("proposals", "Name the proposals of the new group");
    }
    return changing(
        review,
        transaction -> {
          long group =
              repository
                  .add(transaction, review, Optional.ofNullable(wanted.name()), true, 1)
                  .getFirst();
          put(transaction, review, group, wanted.proposals());
          return group;
        });
  }

  void name(ReviewNumber review, long group, SaveGroup wanted) {
    if (wanted.name() == null) {
      throw new Rejection.Invalid("name", "Give the group a name");
    }
    changing(
        review,
        transaction -> {
          keep(transaction, review, group, Optional.of(wanted.name()));
          return null;
        });
  }

  void join(ReviewNumber review, long group, JoinGroup more) {
    changing(
        review,
        transaction -> {
          keep(transaction, review, group, Optional.empty());
          put(transaction, review, group, more.proposals());
          if (more.group() != null && more.group() != group) {
            keep(transaction, review, more.group(), Optional.empty());
            repository.join(transaction, review, more.group(), group);
          }
          return null;
        });
  }

  private void keep(Queries transaction, ReviewNumber review, long group, Optional<String> name) {
    if (!repository.keep(transaction, review, group, name)) {
      throw new Rejection.NotFound("There is no such group in this review");
    }
  }

  private void put(Queries transaction, ReviewNumber review, long group, List<Long> proposals) {
    all.require(transaction, review, "proposals", proposals);
    Map<Long, Long> groups = new LinkedHashMap<>();
    proposals.forEach(proposal -> groups.put(proposal, group));
    if (!groups.isEmpty()) {
      repository.put(transaction, review, groups);
    }
  }

  /** One at a time; what the program finds meanwhile does not count. */
  private <T> T changing(ReviewNumber review, Function<Queries, T> change) {
    return database.inTransaction(
        transaction -> {
          if (!repository.hold(transaction, review)) {
            throw Reviews.notHere();
          }
          T made = change.apply(transaction);
          repository.sweep(transaction, review);
          repository.touch(transaction, review);
          changes.record(transaction, List.of(ReviewChange.of(review)));
          return made;
        });
  }
}
