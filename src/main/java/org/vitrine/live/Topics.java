package org.vitrine.live;

import java.util.List;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.platform.Rejection;

/** All that can be watched, whichever feature it belongs to. */
final class Topics {
  private final List<? extends TopicSource<?>> sources;

  Topics(List<? extends TopicSource<?>> sources) {
    this.sources = sources;
  }

  /** Throws a {@link Rejection} where there is nothing to watch for this caller. May block. */
  Topic resolve(String name, Caller caller) {
    return owner(name).resolve(name, caller);
  }

  /**
   * The same, if that takes no question to the database: fit for an event loop. What is not known
   * here may be known to {@link #resolve}.
   */
  Optional<? extends Topic> known(String name, Caller caller) {
    return owner(name).known(name, caller);
  }

  private TopicSource<?> owner(String name) {
    return sources.stream()
        .filter(source -> source.owns(name))
        .findFirst()
        .orElseThrow(() -> TopicSource.nothing(name));
  }
}
