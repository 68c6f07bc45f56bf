package org.vitrine.tracking.live;

import java.util.List;
import java.util.Optional;
import org.vitrine.accounts.CompanyId;
import org.vitrine.platform.database.Database;

/**
 * Every committed event exactly once, whatever the order of commits. Not for many threads: one
 * reader per node.
 */
final class Feed {
  private static final int EVENTS_CAUGHT_UP = 2_000;

  private final Database database;
  private final FeedRepository repository = new FeedRepository();
  private FeedRepository.Snapshot seen;

  Feed(Database database) {
    this.database = database;
  }

  /** Begins here: what is committed from now on will be read. */
  void begin() {
    repository.adoptForeign(database);
    seen = repository.snapshot(database);
  }

  /** What was committed since the last read; where it fails, the next read has it. */
  List<FeedRepository.Committed> read() {
    FeedRepository.Read read = repository.committedSince(database, seen);
    seen = read.snapshot();
    return read.committed();
  }

  /**
   * The orders that changed after a cursor of any node; nothing where it is no cursor, or too much
   * has happened since.
   */
  Optional<List<String>> changedSince(String cursor, Optional<CompanyId> company) {
    return FeedRepository.Snapshot.of(cursor)
        .flatMap(
            since ->
                database.onBehalfOf(
                    company.map(CompanyId::value),
                    queries -> repository.changedSince(queries, since, company, EVENTS_CAUGHT_UP)));
  }

  /** What was read, as a cursor. */
  String cursor() {
    return seen.text();
  }
}
