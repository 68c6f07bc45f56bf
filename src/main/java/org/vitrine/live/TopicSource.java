package org.vitrine.live;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Caller;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;

/**
 * The topics of a feature: what they are called, who may watch them and what they show. Registering
 * watchers, comparing pages, sending patches, going on from a cursor and ending with a right is
 * done for all alike.
 *
 * <p>The first four methods are enough. The others are for what has to move within milliseconds
 * ({@link #updatesFromMemory}, {@link #updates}, {@link #isReadAtOnce}), or is so long that who
 * comes back should not be sent all of it ({@link #rows}).
 */
public interface TopicSource<T extends Topic> {

  /** Whether this name is one of its own, whatever comes of it. Fit for an event loop. */
  boolean owns(String name);

  /**
   * What the name means to this caller. Throws a {@link Rejection} where there is nothing to watch
   * for them. May block.
   */
  T resolve(String name, Caller caller);

  /** Which of the watched may look different after these changes; asks nobody. */
  Collection<T> touched(Collection<Change> changes, Collection<T> watched);

  /**
   * The pages of these topics, in one batch of one snapshot; those that do not exist are missing.
   * May block: it runs beside the projector.
   */
  Map<T, TopicPage> read(Collection<T> topics);

  /**
   * What {@link #resolve} says, if that takes no question to the database: fit for an event loop.
   */
  default Optional<T> known(String name, Caller caller) {
    return Optional.empty();
  }

  /**
   * Whether the first page of this topic is read by the projector itself, together with others: for
   * a page that takes a part of one statement.
   */
  default boolean isReadAtOnce(T topic) {
    return false;
  }

  /**
   * How long a page of this topic is not read again after it was, however often it changes: for
   * what changes with every key that somebody presses. The first change is shown at once, and the
   * last within this time and a quarter of a second.
   */
  default Duration rest(T topic) {
    return Duration.ZERO;
  }

  /**
   * What becomes of watched pages by these changes, as far as it lies in memory. Called by the
   * projector the moment that this node has committed them.
   */
  default TopicUpdates<T> updatesFromMemory(Collection<Change> changes, Map<T, TopicPage> watched) {
    return TopicUpdates.stale(touched(changes, watched.keySet()));
  }

  /**
   * What becomes of watched pages by these changes, whoever committed them. Called by the
   * projector, which waits for it: one statement for all at most.
   */
  default TopicUpdates<T> updates(Collection<Change> changes, Map<T, TopicPage> watched) {
    return TopicUpdates.stale(touched(changes, watched.keySet()));
  }

  /**
   * The keys of the rows of this list that these changes may concern: whoever comes back is sent
   * those rows only. Nothing where the page is no such list: then it is sent whole. May block.
   */
  default Optional<Set<String>> rows(T list, Collection<Change> changes) {
    return Optional.empty();
  }

  /** What does not exist and what is somebody else's are told alike. */
  static Rejection nothing(String name) {
    return new Rejection.NotFound("There is no topic “" + name + "”");
  }
}
