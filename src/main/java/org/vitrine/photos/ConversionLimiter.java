package org.vitrine.photos;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.FewAtOnce;

/**
 * Lets two photos be converted at a time, on threads of their own: the pixels of a few more would
 * fill the memory, and what decodes them would hold the threads that carry all others.
 */
final class ConversionLimiter {
  private static final int AT_A_TIME = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration COME_BACK = Duration.ofSeconds(5);

  private final FewAtOnce places =
      new FewAtOnce(
          AT_A_TIME,
          PATIENCE,
          "Many photos are being sent right now; try again in a moment",
          COME_BACK);
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          AT_A_TIME, Thread.ofPlatform().name("photo-", 0).daemon().factory());

  /** Throws {@link Rejection.Unavailable} where others are at it for too long. */
  <T> T run(Supplier<T> conversion) {
    return places.inTurn(() -> apart(conversion));
  }

  private <T> T apart(Supplier<T> conversion) {
    try {
      return threads.submit(conversion::get).get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException fault
          ? fault
          : new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new Rejection.Unavailable("The server is shutting down", COME_BACK);
    }
  }
}
