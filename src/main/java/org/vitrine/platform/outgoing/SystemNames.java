package org.vitrine.platform.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What the system says that names stand for. A look-up holds the thread that asks, a virtual one's
 * carrier with it, as long as a name server likes: so each has a thread of its own, of which there
 * are a few, and whoever waits does so for a moment only.
 */
public final class SystemNames implements Names {
  private static final int LOOKED_UP_AT_ONCE = 64;
  private static final int IDLE_SECONDS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          LOOKED_UP_AT_ONCE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon().name("names ", 0).factory());

  @Override
  public List<InetAddress> of(String host) throws UnknownHostException {
    try {
      Future<InetAddress[]> asked = threads.submit(() -> InetAddress.getAllByName(host));
      return List.of(asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException | RejectedExecutionException unknown) {
      throw unknown(host, unknown);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(host, e);
    }
  }

  private static UnknownHostException unknown(String host, Throwable why) {
    UnknownHostException unknown = new UnknownHostException(host);
    unknown.initCause(why);
    return unknown;
  }
}
