package org.vitrine.platform.web;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.Rejection;

/**
 * Work that is done when the answer is out already, so that how long it takes tells nothing: few at
 * a time, and no more than fit. Each place may have a few waiting, so that nobody crowds out the
 * others.
 */
public final class DeferredTasks {
  private static final Logger LOG = LoggerFactory.getLogger(DeferredTasks.class);
  private static final int AT_ONCE = 2;
  private static final int WAITING_AT_MOST = 1_000;
  private static final int OF_ONE_PLACE = 20;
  private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final String what;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING_AT_MOST),
          Thread.ofPlatform().daemon().name("deferred-", 0).factory());

  private final Map<String, Integer> waiting = new ConcurrentHashMap<>();
  private final AtomicLong quietUntilNanos = new AtomicLong(System.nanoTime());

  /**
   * @param what is done, as the log calls it: "sign-in links"
   */
  public DeferredTasks(String what) {
    this.what = what;
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Does it soon; or never, where too much waits already, of the same place or of all.
   *
   * @param address of whoever asks
   */
  public void run(String address, Runnable work) {
    String place = ClientNetwork.of(address);
    if (waiting.merge(place, 1, Integer::sum) > OF_ONE_PLACE) {
      drop(place);
      return;
    }
    try {
      threads.execute(() -> attempt(place, work));
    } catch (RejectedExecutionException full) {
      drop(place);
    }
  }

  /** Said at most once a minute: a log that strangers can fill tells nothing. */
  private void drop(String place) {
    leave(place);
    long now = System.nanoTime();
    long quietUntil = quietUntilNanos.get();
    if (now - quietUntil >= 0 && quietUntilNanos.compareAndSet(quietUntil, now + QUIET_NANOS)) {
      LOG.warn("Too many {} requested at once; some are not sent", what);
    }
  }

  private void leave(String place) {
    waiting.computeIfPresent(place, (same, count) -> count > 1 ? count - 1 : null);
  }

  private void attempt(String place, Runnable work) {
    try {
      work.run();
    } catch (Rejection.TooMany slowedDown) {
      LOG.debug("Too many {} requested; one was not sent", what);
    } catch (RuntimeException fault) {
      LOG.error("One of the {} could not be sent", what, fault);
    } finally {
      leave(place);
    }
  }
}
