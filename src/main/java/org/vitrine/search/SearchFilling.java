package org.vitrine.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vitrine.feature.SearchSource;
import org.vitrine.platform.Chore;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * Fills the index with what was there before it, and with what an upgrade adds to what can be
 * found: a batch a transaction, so that it goes on where it stopped, whatever node dies.
 */
final class SearchFilling {
  /** Raised where words are made otherwise than before: everything is read again. */
  private static final int WORDS = 2;

  /** It works about half of the time, so that it keeps nobody from the database. */
  private static final Duration EVERY = Duration.ofSeconds(1);

  private static final Duration AT_A_TIME = Duration.ofSeconds(1);
  private static final int AT_ONCE = 500;

  private final Database database;
  private final List<SearchSource> sources;
  private final SearchIndex index;
  private final Clock clock;
  private final FillingRepository repository = new FillingRepository();
  private final Set<String> full = ConcurrentHashMap.newKeySet();

  SearchFilling(Database database, List<SearchSource> sources, SearchIndex index, Clock clock) {
    this.database = database;
    this.sources = sources;
    this.index = index;
    this.clock = clock;
  }

  Chore chore() {
    return new Chore("filling of search", EVERY, this::fill);
  }

  /** The database may be another one than before. */
  void forget() {
    full.clear();
  }

  /** Everything is to be read again. */
  void beginAgain(Queries transaction) {
    repository.beginAgain(transaction);
    transaction.afterCommit(full::clear);
  }

  /** Batch after batch for a while. */
  void fill() {
    Instant until = Instant.now().plus(AT_A_TIME);
    for (SearchSource source : sources) {
      if (!full.contains(source.kind())) {
        repository.begin(database, source.kind(), edition(source));
        boolean more = true;
        while (more && Instant.now().isBefore(until)) {
          more = database.inTransaction(transaction -> fillSome(transaction, source));
        }
      }
    }
  }

  private static String edition(SearchSource source) {
    return WORDS + "." + source.edition();
  }

  /** Returns whether there may be more. */
  private boolean fillSome(Queries transaction, SearchSource source) {
    Optional<String> from = repository.take(transaction, source.kind(), edition(source));
    if (from.isEmpty()) {
      return false; // It is full, or another node is at it.
    }
    List<String> keys = source.after(transaction, from.get(), AT_ONCE);
    if (keys.isEmpty()) {
      repository.end(transaction, source.kind(), clock.instant());
      transaction.afterCommit(() -> full.add(source.kind()));
      return false;
    }
    index.readAnew(transaction, source, keys);
    repository.moveOn(transaction, source.kind(), keys.getLast());
    return true;
  }
}
