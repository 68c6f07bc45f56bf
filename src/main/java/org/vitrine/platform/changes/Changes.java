package org.vitrine.platform.changes;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vitrine.platform.database.Queries;

/**
 * The door through which rooms tell each other what happened. What is recorded in a transaction is
 * there if, and only if, the transaction is; durable readers ({@link Subscriber}) hear each of it
 * once. Volatile readers keep nothing that cannot be read again: they hear what this node commits
 * at once, and from the {@link Feed} what any node committed.
 */
public final class Changes {
  private final ChangeRepository repository = new ChangeRepository();
  private final OwedChangeRepository owed = new OwedChangeRepository();
  private final List<Listener> onCommit = new CopyOnWriteArrayList<>();
  private final List<Listener> onArrival = new CopyOnWriteArrayList<>();
  private final List<Runnable> onForget = new CopyOnWriteArrayList<>();

  /** A volatile reader. */
  @FunctionalInterface
  public interface Listener {
    /**
     * These are committed. Called by the thread that committed them, or that reads the feed: be
     * quick, and do not throw.
     */
    void changed(Collection<Change> changes);
  }

  /** Hears what this node commits, before whoever asked for it is answered. */
  public void onCommit(Listener listener) {
    onCommit.add(listener);
  }

  /**
   * Hears what this node commits, and once more from the feed, with what the others commit: for
   * caches, to which the same change twice is the same as once.
   */
  public void onChange(Listener listener) {
    onCommit.add(listener);
    onArrival.add(listener);
  }

  /**
   * Hears that anything may have changed unheard, and that the database may even tell another
   * history than the one that was read: whatever is kept in memory cannot be relied on any longer.
   */
  public void onForget(Runnable listener) {
    onForget.add(listener);
  }

  /** Writes what happens in this transaction; it is told when the transaction has committed. */
  public void record(Queries transaction, Collection<Change> changes) {
    if (!changes.isEmpty()) {
      repository.record(transaction, changes);
      transaction.afterCommit(() -> committed(changes));
    }
  }

  /** These have committed, and stand in {@code event}, where the feed finds them too. */
  public void committed(Collection<Change> changes) {
    if (!changes.isEmpty()) {
      onCommit.forEach(listener -> listener.changed(changes));
    }
  }

  /** How many changes keep failing for durable readers, and how many were set aside. */
  public record FailedChanges(long failing, long setAside) {}

  public FailedChanges failed(Queries queries) {
    return owed.failed(queries);
  }

  /**
   * Something that was recorded.
   *
   * @param position by which it is found again; a later change of the same thing has a higher one
   */
  public record RecordedChange(long position, Change change, Instant at) {}

  /**
   * What was recorded after a position, of these kinds and as far as it is still kept. Changes that
   * are committed late may lie before what was read: durable readers hear those.
   */
  public List<RecordedChange> recordedAfter(
      Queries queries, long position, Collection<String> kinds, int most) {
    return repository.after(queries, position, kinds, most);
  }

  /** A position with all that was recorded since this moment after it. */
  public long positionBefore(Queries queries, Instant moment) {
    return repository.positionBefore(queries, moment);
  }

  /**
   * A position with all that is recorded from now on after it, by the database's own clock, and
   * with what was recorded shortly before and may be under way.
   */
  public long position(Queries queries) {
    return repository.position(queries);
  }

  /**
   * Deletes what was recorded before this; whoever reads it has long moved on. Orders' events stay.
   */
  public void sweep(Queries queries, Instant before) {
    while (repository.deleteSome(queries, before)) {
      // A few thousand at a time, so that nobody waits for it.
    }
  }

  /** The feed found these, whoever committed them. */
  void arrived(Collection<Change> changes) {
    if (!changes.isEmpty()) {
      onArrival.forEach(listener -> listener.changed(changes));
    }
  }

  /** The database was lost and found again: see {@link #onForget}. */
  public void forgetAll() {
    onForget.forEach(Runnable::run);
  }
}
