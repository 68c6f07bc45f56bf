package org.vitrine.platform.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.vitrine.platform.Rejection;

/**
 * Work that takes much of the house, so that few may do it at once. Answers are sent after it: the
 * place is free again before anybody hears theirs, and who asks on comes through.
 */
public final class FewAtOnce {
  private final Semaphore places;
  private final Duration patience;
  private final String full;
  private final Duration comeBack;

  /**
   * @param full what they read who come when all places are taken
   * @param comeBack when they may try again
   */
  public FewAtOnce(int places, String full, Duration comeBack) {
    this(places, Duration.ZERO, full, comeBack);
  }

  /**
   * @param patience how long a place is waited for, first come first served
   */
  public FewAtOnce(int places, Duration patience, String full, Duration comeBack) {
    this.places = new Semaphore(places, true);
    this.patience = patience;
    this.full = full;
    this.comeBack = comeBack;
  }

  public <T> T inTurn(Supplier<T> work) {
    take();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private void take() {
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Rejection.Unavailable(full, comeBack);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Rejection.Unavailable("The server is stopping; try again", comeBack);
    }
  }
}
