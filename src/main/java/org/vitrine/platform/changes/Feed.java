package org.vitrine.platform.changes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.changes.FeedRepository.Entry;
import org.vitrine.platform.changes.FeedRepository.Present;
import org.vitrine.platform.database.Database;

/**
 * Everything that was committed, exactly once, whatever the order of commits. Not for many threads:
 * one reader per node.
 */
public final class Feed {
  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
  private static final int ENTRIES_CAUGHT_UP = 2_000;
  private static final String SEPARATOR = ".";

  private final Database database;
  private final Changes changes;
  private final String edition;
  private final FeedRepository repository = new FeedRepository();
  private final LongAdder reads = new LongAdder();
  private String server;
  private volatile String epoch = "";
  private volatile Cursors cursors;
  private Snapshot seen;
  private long newest;

  /**
   * @param edition what else decides how things are shown: a cursor of one edition is none in
   *     another
   */
  public Feed(Database database, Changes changes, String edition) {
    this.database = database;
    this.changes = changes;
    this.edition = edition;
  }

  /** Begins here: what is committed from now on will be read. */
  public void begin() {
    Present present = learnHistory();
    seen = present.snapshot().upTo(newest);
  }

  /** Finds out in which history it reads, and how far that one has come. */
  private Present learnHistory() {
    repository.adoptForeign(database);
    byte[] cursorKey = repository.cursorKey(database);
    FeedRepository.Start start = repository.start(database);
    server = start.present().server();
    epoch = digest(edition, server, start.cluster());
    cursors = new Cursors(cursorKey, epoch);
    newest = start.newest();
    return start.present();
  }

  private static String digest(String... parts) {
    byte[] all = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(all).toString().substring(0, 8);
  }

  /**
   * What was committed since the last read, which every listener of {@link Changes#onChange} hears
   * before it is returned; where reading fails, the next read has it. Where another database
   * answers than before, or the same after a restart, its history may be another one: then it goes
   * on from what is there now, and everybody is told to forget what they keep.
   */
  public List<Change> read() {
    reads.increment();
    FeedRepository.FeedRead read = repository.committedSince(database, seen);
    boolean isSameHistory = isSameHistory(read.present());
    if (!isSameHistory) {
      LOG.warn("The database was restarted or replaced: reading everything again");
      learnHistory();
    }
    List<Change> committed = new ArrayList<>(read.committed().size());
    for (Entry entry : read.committed()) {
      newest = Math.max(newest, entry.xid());
      committed.add(entry.change());
    }
    seen = read.present().snapshot().upTo(newest);
    changes.arrived(committed);
    if (!isSameHistory) {
      changes.forgetAll();
    }
    return committed;
  }

  /** Transaction ids only ever grow, unless a machine was set back with all that it ran. */
  private boolean isSameHistory(Present present) {
    return present.server().equals(server) && present.snapshot().xmax() >= seen.xmax();
  }

  /**
   * Names the history that is read, and how it is shown; may be asked from anywhere. Empty before
   * it has begun.
   */
  public String epoch() {
    return epoch;
  }

  public long reads() {
    return reads.sum();
  }

  /**
   * What changed after a cursor of any node, each thing once, as this company may read it, or the
   * house where none is named; some of it may be what the cursor had already. Nothing where it is
   * no cursor, or too much has happened since.
   */
  public Optional<List<Change>> changedSince(String cursor, Optional<Long> company) {
    OptionalLong since = cursors.read(cursor);
    if (since.isEmpty() || !repository.isNear(database, since.getAsLong(), ENTRIES_CAUGHT_UP)) {
      return Optional.empty();
    }
    return Optional.of(
        database.onBehalfOf(
            company, queries -> repository.changedSince(queries, since.getAsLong(), company)));
  }

  /** What was read, as a cursor: good at any node, as long as the history is the same one. */
  public String cursor() {
    return cursors.of(seen.xmin());
  }

  /** The version of one thing, as a cursor. */
  public String cursor(long version) {
    return epoch + SEPARATOR + version;
  }
}
