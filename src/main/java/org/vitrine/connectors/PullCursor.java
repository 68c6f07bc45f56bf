package org.vitrine.connectors;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a connector has read: what was changed before {@code since} is here, by the source's own
 * clock. Of the window that is being read, everything up to an id is here too, so that what was
 * broken off goes on there.
 *
 * @param began when the window was opened, which becomes {@code since} once all of it is read
 * @param etag what the source called the whole of it when it was last read
 */
record PullCursor(
    Optional<Instant> since,
    Optional<String> behind,
    Optional<Instant> began,
    Optional<String> etag) {
  static final PullCursor START =
      new PullCursor(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** What is to be asked for; a little again, since what is written late bears an old time. */
  SourceWindow window(Duration overlap) {
    return new SourceWindow(since.map(moment -> moment.minus(overlap)), behind);
  }

  PullCursor beganAt(Instant moment) {
    return began.isPresent() ? this : new PullCursor(since, behind, Optional.of(moment), etag);
  }

  PullCursor upTo(String id) {
    return new PullCursor(since, Optional.of(id), began, etag);
  }

  /** All of the window is read. */
  PullCursor through() {
    return new PullCursor(began.or(() -> since), Optional.empty(), Optional.empty(), etag);
  }

  PullCursor called(Optional<String> tag) {
    return new PullCursor(since, behind, began, tag);
  }
}
