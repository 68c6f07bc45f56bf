package org.vitrine.reviews;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vitrine.platform.Chore;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;

/**
 * Tells open pages that votes and proposals came: once a second and review, however many there
 * were. The votes themselves are committed before; only the word of them waits.
 */
final class ReviewPulse {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Database database;
  private final Changes changes;
  private final Set<ReviewNumber> moved = ConcurrentHashMap.newKeySet();

  ReviewPulse(Database database, Changes changes) {
    this.database = database;
    this.changes = changes;
  }

  void moved(ReviewNumber review) {
    moved.add(review);
  }

  Chore chore() {
    return new Chore("pulse of reviews", EVERY, this::beat);
  }

  /** What cannot be told now is told with the next beat. */
  void beat() {
    List<ReviewNumber> told = new ArrayList<>(moved);
    if (told.isEmpty()) {
      return;
    }
    moved.removeAll(told);
    try {
      database.inTransaction(
          transaction -> {
            changes.record(transaction, told.stream().map(ReviewChange::of).toList());
            return null;
          });
    } catch (RuntimeException fault) {
      moved.addAll(told);
      throw fault;
    }
  }
}
