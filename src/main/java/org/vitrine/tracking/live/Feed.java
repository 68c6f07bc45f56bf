package org.vitrine.tracking.live;

import java.util.List;
import org.vitrine.platform.database.Database;

/**
 * Every committed event exactly once, whatever the order of commits. Not for many threads: one
 * reader per node.
 */
final class Feed {
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

  /** What was read, as a cursor. */
  String cursor() {
    return seen.text();
  }
}
