package org.vitrine.demo;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.access.Caller;
import org.vitrine.access.Sessions;
import org.vitrine.notices.Notices;

/**
 * Until somebody of the demo plant comes by for the first time, all but the newest few of what they
 * were told counts as read: five weeks of past are told within a minute, and nobody has stayed away
 * for so long. From their first visit on, their notices are theirs, once all of that past was told:
 * who comes within the first moments would meet hundreds of them.
 */
final class FirstVisits implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FirstVisits.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  static final int UNREAD = 5;

  /** More than the plant tells anybody in a pause. */
  private static final int FLOOD = 10;

  private final Notices notices;
  private final Sessions sessions;
  private final CountDownLatch closing = new CountDownLatch(1);
  private List<Caller.SignedIn> expected;

  FirstVisits(Notices notices, Sessions sessions, Collection<Caller.SignedIn> people) {
    this.notices = notices;
    this.sessions = sessions;
    this.expected = List.copyOf(people);
  }

  void start() {
    Thread.ofVirtual().name("first visits").start(this::work);
  }

  private void work() {
    try {
      while (!expected.isEmpty() && !closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        tryRound();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tryRound() {
    try {
      round();
    } catch (RuntimeException fault) {
      LOG.debug("Looked for visitors in vain", fault); // The next round looks again.
    }
  }

  void round() {
    expected = expected.stream().filter(this::isStillExpected).toList();
  }

  private boolean isStillExpected(Caller.SignedIn person) {
    boolean isBeingTold = notices.readBeyond(person, UNREAD) >= FLOOD;
    return isBeingTold || sessions.sessions(person, Optional.empty()).isEmpty();
  }

  @Override
  public void close() {
    closing.countDown();
  }
}
