package org.vitrine.accounts.signin;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.Rejection;

/** Work that is done when the answer is out already: few at a time, and no more than fit. */
final class Afterwards {
  private static final Logger LOG = LoggerFactory.getLogger(Afterwards.class);
  private static final int AT_ONCE = 2;
  private static final int WAITING_AT_MOST = 1_000;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING_AT_MOST),
          Thread.ofPlatform().daemon().name("afterwards-", 0).factory(),
          (work, full) -> LOG.warn("Too many ask for sign-in links at once; one was not sent"));

  Afterwards() {
    threads.allowCoreThreadTimeOut(true);
  }

  void run(Runnable work) {
    threads.execute(
        () -> {
          try {
            work.run();
          } catch (Rejection.TooMany slowedDown) {
            LOG.debug("A sign-in link was asked for too often; none was sent");
          } catch (RuntimeException fault) {
            LOG.error("A sign-in link could not be sent", fault);
          }
        });
  }
}
