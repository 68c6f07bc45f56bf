package org.vitrine.live;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Feed;

/**
 * How the pages of one source move on: from memory where that is enough, in the projector's round,
 * or read beside it where that takes long. The projector's own.
 */
final class Projection {
  private static final Logger LOG = LoggerFactory.getLogger(Projection.class);

  private final GuardedSource source;
  private final Hub hub;
  private final Shown shown;
  private final Requests requests;
  private final BackgroundReads readings;
  private final PendingChanges pending = new PendingChanges();

  /**
   * @param beside runs what takes long
   * @param wake asks for a round
   */
  Projection(TopicSource<?> source, Feed feed, Hub hub, Executor beside, Runnable wake) {
    this.source = new GuardedSource(source);
    this.hub = hub;
    this.shown = new Shown(feed);
    this.requests = new Requests(hub);
    this.readings = new BackgroundReads(this.source, feed, beside, wake);
  }

  boolean owns(Topic topic) {
    return source.owns(topic);
  }

  /** Moves pages on as far as memory knows; false where the database has to be asked. */
  boolean moveOnFromMemory(Collection<Change> changes) {
    TopicUpdates<Topic> updates = source.updatesFromMemory(changes, watched(changes));
    updates.updates().forEach(this::update);
    hub.publish(shown.publications());
    return updates.stale().isEmpty();
  }

  /**
   * Somebody asks for a topic.
   *
   * @param since the cursor of what the client has; without one it gets the whole page
   */
  void ask(Subscription subscription, Optional<String> since) {
    requests.add(subscription, since);
  }

  /** These are committed; the next round shows them. */
  void hear(Collection<Change> changes) {
    pending.add(changes);
    readings.happened(changes);
  }

  /** The history may be another one: whatever is shown is compared with what is true. */
  void beginAnew() {
    shown.beginAnew();
    readings.outdate(shown.topics());
    readings.discard();
  }

  void dropUnwatched(Predicate<Topic> isWatched, long nowMillis) {
    shown.dropUnwatched(isWatched, nowMillis);
    readings.retain(shown.topics());
  }

  /**
   * One round: shows what was read and what changed, and answers who asks. Throws {@link
   * Rejection.Unavailable} where the database cannot be asked; then the next round does what this
   * one could not.
   */
  void moveOn() {
    try {
      readings.show(this::show);
      showWhatChanged();
      readAtOnce();
    } finally {
      hub.publish(shown.publications());
    }
    requests.answer(shown, readings.done());
    readings.begin(wanted(), requests.returns().filter(one -> shown.find(one.list()).isPresent()));
  }

  /** What was read beside, brought up to date by what happened until now. */
  private void show(BackgroundRead reading) {
    Map<Topic, TopicPage> pages = reading.pages().found();
    TopicUpdates<Topic> since = source.updates(reading.meanwhile(), pages);
    since.updates().forEach((topic, update) -> pages.put(topic, pages.get(topic).after(update)));
    readings.outdate(since.stale());
    show(reading.topics(), reading.pages());
  }

  private void show(Set<Topic> topics, GuardedSource.GuardedPages pages) {
    for (Topic topic : topics) {
      TopicPage page = pages.found().get(topic);
      if (page != null) {
        alone(topic, () -> shown.show(topic, page));
      } else if (pages.failed().contains(topic)) {
        fail(topic);
      } else {
        drop(topic);
        hub.dismiss(topic);
      }
    }
  }

  private void showWhatChanged() {
    TopicUpdates<Topic> updates = source.updates(pending.all(), watched(pending.all()));
    updates.updates().forEach(this::update);
    readings.outdate(updates.stale());
    pending.clear();
  }

  private Map<Topic, TopicPage> watched(Collection<Change> changes) {
    Map<Topic, TopicPage> watched = shown.concerned(changes);
    watched.keySet().removeIf(readings::isOf);
    return watched;
  }

  private void update(Topic topic, TopicUpdate update) {
    alone(
        topic, () -> shown.update(topic, update).ifPresent(patch -> readings.moved(topic, patch)));
  }

  /** A page that cannot be shown holds up no others. */
  private void alone(Topic topic, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error fault) {
      LOG.error("Cannot show {}", topic, fault);
      fail(topic);
    }
  }

  private void fail(Topic topic) {
    drop(topic);
    hub.fail(topic);
  }

  private void drop(Topic topic) {
    shown.remove(topic);
    requests.drop(topic);
  }

  private void readAtOnce() {
    Set<Topic> wanted = wanted().filter(source::isReadAtOnce).collect(Collectors.toSet());
    show(wanted, source.read(wanted));
    readings.wereRead(wanted);
  }

  /** What has to be read: first what somebody waits for. */
  private Stream<Topic> wanted() {
    return Stream.concat(requests.topics().filter(topic -> !shown.holds(topic)), readings.stale())
        .distinct();
  }
}
