package org.vitrine.live;

import java.util.Optional;

/**
 * What can be watched. Whoever watches equal topics gets the same frames, so a topic includes its
 * audience.
 */
public interface Topic {

  /** What the client calls it. */
  String name();

  /**
   * The key of the one thing that it shows, as changes name it; a topic without one is held against
   * every change.
   */
  default Optional<String> subject() {
    return Optional.empty();
  }

  /** The company whose own it shows; what changes at others is not held against it. */
  default Optional<Long> company() {
    return Optional.empty();
  }
}
