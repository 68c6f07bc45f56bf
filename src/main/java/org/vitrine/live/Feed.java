package org.vitrine.live;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.database.Database;

/**
 * Every committed event exactly once, whatever the order of commits. Not for many threads: one
 * reader per node.
 */
final class Feed {
  private static final int EVENTS_CAUGHT_UP = 2_000;
  private static final String SEPARATOR = ".";

  private final Database database;
  private final FeedRepository repository = new FeedRepository();
  private String epoch;
  private final LongAdder reads = new LongAdder();
  private FeedRepository.Snapshot seen;
  private long newest;

  Feed(Database database) {
    this.database = database;
  }

  /** Begins here: what is committed from now on will be read. */
  void begin() {
    repository.adoptForeign(database);
    epoch = repository.epoch(database);
    FeedRepository.Present present = repository.present(database);
    newest = present.newest();
    seen = present.snapshot().upTo(newest);
  }

  /** What was committed since the last read; where it fails, the next read has it. */
  List<FeedRepository.Committed> read() {
    reads.increment();
    FeedRepository.Read read = repository.committedSince(database, seen);
    for (FeedRepository.Committed committed : read.committed()) {
      newest = Math.max(newest, committed.xid());
    }
    seen = read.snapshot().upTo(newest);
    return read.committed();
  }

  long reads() {
    return reads.sum();
  }

  /**
   * The orders that changed after a cursor of any node; nothing where it is no cursor, or too much
   * has happened since.
   */
  Optional<List<String>> changedSince(String cursor, Optional<CompanyId> company) {
    return Optional.of(cursor)
        .filter(text -> text.startsWith(epoch + SEPARATOR))
        .map(text -> text.substring(epoch.length() + 1))
        .flatMap(FeedRepository.Snapshot::of)
        .filter(since -> repository.isNear(database, since, EVENTS_CAUGHT_UP))
        .map(
            since ->
                database.onBehalfOf(
                    company.map(CompanyId::value),
                    queries -> repository.changedSince(queries, since, company)));
  }

  /** What was read, as a cursor: good at any node, as long as the history is the same one. */
  String cursor() {
    return epoch + SEPARATOR + seen.text();
  }

  /** An order's version, as a cursor. */
  String cursor(long version) {
    return epoch + SEPARATOR + version;
  }
}
