package org.vitrine.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Feed;

/** What of one source is read beside the projector's thread: one thing after the other. */
final class BackgroundReads {
  /** So much is read in one go: nobody waits for more than this and their own. */
  private static final int AT_ONCE = 16;

  private final GuardedSource source;
  private final Feed feed;
  private final Executor beside;
  private final Runnable wake;
  private final Set<Topic> stale = new LinkedHashSet<>();
  private final TopicRests rests;
  private Optional<BackgroundRead> underWay = Optional.empty();

  /** What was shown in this round. */
  private Optional<BackgroundRead> done = Optional.empty();

  /**
   * @param beside runs what takes long
   * @param wake asks for a round, since something was read
   */
  BackgroundReads(GuardedSource source, Feed feed, Executor beside, Runnable wake) {
    this.source = source;
    this.feed = feed;
    this.beside = beside;
    this.wake = wake;
    this.rests = new TopicRests(source::rest);
  }

  /** These pages have to be read anew. */
  void outdate(Collection<Topic> topics) {
    stale.addAll(topics);
  }

  /** Those of them that have rested since they were read. */
  Stream<Topic> stale() {
    long now = System.nanoTime();
    return stale.stream().filter(topic -> rests.isOver(topic, now));
  }

  void wereRead(Collection<Topic> topics) {
    stale.removeAll(topics);
    rests.begin(topics, System.nanoTime());
  }

  /** Whoever has gone needs nothing read. */
  void retain(Set<Topic> shown) {
    stale.retainAll(shown);
    rests.retain(shown);
  }

  /** Noted, so that what is being read can be brought up to date. */
  void happened(Collection<Change> changes) {
    underWay.ifPresent(reading -> reading.happened(changes));
  }

  /** Noted for those who come back, and are told which rows they missed. */
  void moved(Topic list, ObjectNode patch) {
    current().forEach(reading -> reading.moved(list, patch));
  }

  /** True of what moves on when it was read, by all that happened until then. */
  boolean isOf(Topic topic) {
    return current().anyMatch(reading -> reading.topics().contains(topic));
  }

  private Stream<BackgroundRead> current() {
    return Stream.of(underWay, done).flatMap(Optional::stream);
  }

  /** The history that is read may have ended. */
  void discard() {
    underWay.ifPresent(BackgroundRead::discard);
  }

  /**
   * Shows what was read, if that is done and of use; else it is read again. What showing throws
   * leaves it to the next round.
   */
  void show(Consumer<BackgroundRead> show) {
    done = Optional.empty();
    BackgroundRead reading = underWay.filter(BackgroundRead::isDone).orElse(null);
    if (reading == null) {
      return;
    }
    if (reading.isOfUse()) {
      show.accept(reading);
      rests.begin(reading.topics(), System.nanoTime());
      done = underWay;
    } else {
      stale.addAll(reading.topics());
    }
    underWay = Optional.empty();
  }

  /** What was shown in this round. */
  Optional<BackgroundRead> done() {
    return done;
  }

  /**
   * Begins to read, if nothing is being read.
   *
   * @param topics what has to be read, the most urgent first
   * @param returns who comes back to a list
   */
  void begin(Stream<Topic> topics, Stream<BackgroundRead.Return> returns) {
    if (underWay.isPresent()) {
      return;
    }
    Set<Topic> some = topics.limit(AT_ONCE).collect(Collectors.toSet());
    Set<BackgroundRead.Return> backs =
        returns
            .filter(one -> !some.contains(one.list()))
            .limit(AT_ONCE)
            .collect(Collectors.toSet());
    if (!some.isEmpty() || !backs.isEmpty()) {
      stale.removeAll(some);
      BackgroundRead reading = new BackgroundRead(source, feed, some, backs, wake);
      underWay = Optional.of(reading);
      beside.execute(reading);
    }
  }
}
