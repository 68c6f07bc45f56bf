package org.vitrine.reviews;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vitrine.platform.Chore;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.likeness.Groups;
import org.vitrine.platform.likeness.LikenessIndex;
import org.vitrine.reviews.ProposalGroupRepository.Loose;
import org.vitrine.reviews.ProposalGroupRepository.Ungrouped;

/**
 * Finds groups of proposals that are alike, beside all requests. What somebody has named, split or
 * joined stays as it is; only what is under no such group is grouped, and nothing is merged by
 * itself. Rests twenty times as long as it worked, so that it never takes more than a twentieth of
 * a core.
 */
final class GroupFinder {
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final int NEAREST = 10;
  private static final int RESTS_TIMES = 20;

  private final Database database;
  private final Changes changes;
  private final ProposalGroupRepository repository = new ProposalGroupRepository();
  private final Map<ReviewNumber, Long> restsUntilNanos = new ConcurrentHashMap<>();

  GroupFinder(Database database, Changes changes) {
    this.database = database;
    this.changes = changes;
  }

  Chore chore() {
    return new Chore("groups of proposals", EVERY, this::round);
  }

  private void round() {
    for (Ungrouped review : repository.ungrouped(database)) {
      long began = System.nanoTime();
      Long restsUntil = restsUntilNanos.get(review.review());
      if (restsUntil == null || began - restsUntil >= 0) {
        group(review);
        long took = System.nanoTime() - began;
        restsUntilNanos.put(review.review(), began + took * RESTS_TIMES);
      }
    }
  }

  private void group(Ungrouped review) {
    List<Loose> loose = repository.loose(database, review.review());
    Map<Long, String> texts = new LinkedHashMap<>();
    loose.forEach(one -> texts.put(one.number(), one.text()));
    List<List<Long>> found = Groups.of(LikenessIndex.of(texts), NEAREST);
    database.inTransaction(
        transaction -> {
          repository.hold(transaction, review.review());
          if (repository.grouped(transaction, review)) {
            put(transaction, review.review(), found, groups(loose));
            repository.sweep(transaction, review.review());
            changes.record(transaction, List.of(ReviewChange.of(review.review())));
          }
          return null;
        });
  }

  private static Map<Long, Long> groups(List<Loose> loose) {
    Map<Long, Long> groups = new HashMap<>();
    loose.forEach(one -> one.group().ifPresent(group -> groups.put(one.number(), group)));
    return groups;
  }

  /** A group keeps its number where most of it was one before: little moves on an open desk. */
  private void put(
      Queries transaction, ReviewNumber review, List<List<Long>> found, Map<Long, Long> before) {
    Set<Long> taken = new HashSet<>();
    List<Optional<Long>> kept = found.stream().map(one -> mostly(one, before, taken)).toList();
    int missing = (int) kept.stream().filter(Optional::isEmpty).count();
    List<Long> fresh = repository.add(transaction, review, Optional.empty(), false, missing);
    Map<Long, Long> groups = new HashMap<>();
    int used = 0;
    for (int at = 0; at < found.size(); at++) {
      long group = kept.get(at).isPresent() ? kept.get(at).get() : fresh.get(used++);
      found.get(at).forEach(proposal -> groups.put(proposal, group));
    }
    repository.put(transaction, review, groups);
  }

  /** The group that most of these were under, if no larger one has taken it. */
  private static Optional<Long> mostly(
      List<Long> proposals, Map<Long, Long> before, Set<Long> taken) {
    Map<Long, Integer> counts = new HashMap<>();
    proposals.stream()
        .map(before::get)
        .filter(group -> group != null && !taken.contains(group))
        .forEach(group -> counts.merge(group, 1, Integer::sum));
    Optional<Long> most =
        counts.entrySet().stream()
            .max(
                Map.Entry.<Long, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey);
    most.ifPresent(taken::add);
    return most;
  }
}
