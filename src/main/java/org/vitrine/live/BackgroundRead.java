package org.vitrine.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Feed;

/**
 * What is read beside the projector's thread, so that nothing that takes long holds up the pages of
 * others: pages that are shown first, or have to be read anew, and the rows that somebody missed
 * who comes back. What happens until it is done is noted, and put on top of what was read.
 */
final class BackgroundRead implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(BackgroundRead.class);

  private final GuardedSource source;
  private final Feed feed;
  private final Set<Topic> topics;
  private final Set<Return> returns;
  private final Runnable whenDone;
  private final PendingChanges meanwhile = new PendingChanges();
  private final Map<Topic, Set<String>> rowsMeanwhile = new HashMap<>();
  private final Map<Return, Set<String>> rows = new HashMap<>();
  private GuardedSource.GuardedPages pages = GuardedSource.GuardedPages.none();
  private boolean isDiscarded;
  private boolean isAway;
  private volatile boolean isDone;

  /** Somebody who comes back to a list with a cursor. */
  record Return(Topic list, String since) {}

  BackgroundRead(
      GuardedSource source, Feed feed, Set<Topic> topics, Set<Return> returns, Runnable whenDone) {
    this.source = source;
    this.feed = feed;
    this.topics = topics;
    this.returns = returns;
    this.whenDone = whenDone;
  }

  @Override
  public void run() {
    try {
      pages = source.read(topics);
      for (Return one : returns) {
        missedRows(one).ifPresent(keys -> rows.put(one, keys));
      }
    } catch (Rejection.Unavailable away) {
      isAway = true;
    } finally {
      isDone = true;
      whenDone.run();
    }
  }

  /** Nothing where it cannot be told: then the list is sent whole. */
  private Optional<Set<String>> missedRows(Return one) {
    try {
      return feed.changedSince(one.since(), one.list().company())
          .flatMap(changes -> source.rows(one.list(), changes));
    } catch (Rejection.Unavailable away) {
      throw away;
    } catch (RuntimeException | Error fault) {
      LOG.error("Cannot send what {} missed", one.list(), fault);
      return Optional.empty();
    }
  }

  /** Until then the projector notes what happens; from then on it may see what was read. */
  boolean isDone() {
    return isDone;
  }

  void happened(Collection<Change> changes) {
    meanwhile.add(changes);
  }

  /** A list moved on while it is read which of its rows others missed. */
  void moved(Topic list, ObjectNode patch) {
    Set<String> keys = rowsMeanwhile.computeIfAbsent(list, topic -> new HashSet<>());
    patch.path(TopicPage.ROWS).fieldNames().forEachRemaining(keys::add);
  }

  /** The history that it reads may have ended. */
  void discard() {
    isDiscarded = true;
  }

  /** False where it has to be read again: the database was away, or may be another one. */
  boolean isOfUse() {
    return !isAway && !isDiscarded;
  }

  Set<Topic> topics() {
    return topics;
  }

  GuardedSource.GuardedPages pages() {
    return pages;
  }

  /** What the pages that were read may know of, or not. */
  Collection<Change> meanwhile() {
    return meanwhile.all();
  }

  Set<Return> returns() {
    return returns;
  }

  /** All rows that somebody missed who came back; nothing where that is not known. */
  Optional<Set<String>> missed(Return one) {
    return Optional.ofNullable(rows.get(one))
        .map(
            keys -> {
              Set<String> all = new HashSet<>(keys);
              all.addAll(rowsMeanwhile.getOrDefault(one.list(), Set.of()));
              return all;
            });
  }
}
