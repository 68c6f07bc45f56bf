package org.vitrine.live;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;

/**
 * Asks a source, and sees to it that its faults cost its own pages at most. What is thrown on is
 * {@link Rejection.Unavailable}: without the database nothing can be told, and later it can.
 */
final class GuardedSource {
  private static final Logger LOG = LoggerFactory.getLogger(GuardedSource.class);

  private final TopicSource<Topic> source;

  @SuppressWarnings("unchecked") // A source is asked of topics that it made.
  GuardedSource(TopicSource<?> source) {
    this.source = (TopicSource<Topic>) source;
  }

  boolean owns(Topic topic) {
    return source.owns(topic.name());
  }

  boolean isReadAtOnce(Topic topic) {
    return source.isReadAtOnce(topic);
  }

  Duration rest(Topic topic) {
    return source.rest(topic);
  }

  TopicUpdates<Topic> updatesFromMemory(Collection<Change> changes, Map<Topic, TopicPage> watched) {
    return updates(source::updatesFromMemory, changes, watched);
  }

  TopicUpdates<Topic> updates(Collection<Change> changes, Map<Topic, TopicPage> watched) {
    return updates(source::updates, changes, watched);
  }

  /** Where it cannot tell, for whatever reason, the pages are read. */
  private static TopicUpdates<Topic> updates(
      BiFunction<Collection<Change>, Map<Topic, TopicPage>, TopicUpdates<Topic>> ask,
      Collection<Change> changes,
      Map<Topic, TopicPage> watched) {
    if (changes.isEmpty() || watched.isEmpty()) {
      return TopicUpdates.of(Map.of());
    }
    try {
      return ask.apply(changes, watched);
    } catch (Rejection.Unavailable away) {
      throw away;
    } catch (RuntimeException | Error fault) {
      LOG.error("Cannot update {} pages", watched.size(), fault);
      return TopicUpdates.stale(watched.keySet());
    }
  }

  /**
   * Pages as they are now.
   *
   * @param failed those that cannot be read, as the log says
   */
  record GuardedPages(Map<Topic, TopicPage> found, Set<Topic> failed) {
    static GuardedPages none() {
      return new GuardedPages(new HashMap<>(), new HashSet<>());
    }
  }

  /** One page that cannot be read holds up no others. */
  GuardedPages read(Collection<Topic> topics) {
    GuardedPages pages = GuardedPages.none();
    if (!topics.isEmpty()) {
      read(topics, pages);
    }
    return pages;
  }

  private void read(Collection<Topic> topics, GuardedPages pages) {
    try {
      pages.found().putAll(source.read(topics));
    } catch (Rejection.Unavailable away) {
      throw away;
    } catch (RuntimeException | Error fault) {
      if (topics.size() > 1) {
        topics.forEach(one -> read(Set.of(one), pages));
      } else {
        LOG.error("Cannot read the page of {}", topics, fault);
        pages.failed().addAll(topics);
      }
    }
  }

  Optional<Set<String>> rows(Topic list, Collection<Change> changes) {
    return source.rows(list, changes);
  }
}
