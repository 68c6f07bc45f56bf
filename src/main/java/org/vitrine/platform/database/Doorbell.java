package org.vitrine.platform.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other nodes that something was committed, and hears it from them. It rings outside of
 * any transaction, since NOTIFY takes a lock on the whole cluster at commit, and at most once in 5
 * ms. A ring may be lost: whoever listens polls as well.
 *
 * <p>It rings by itself every few seconds, even where nobody needs it: a connection over which not
 * even that is answered is dead, and another takes its place. By these rings the nodes know of each
 * other: where none was heard for a while, a change is rung to nobody.
 */
public final class Doorbell implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Doorbell.class);
  private static final long BETWEEN_RINGS_MILLIS = 5;
  private static final long RECONNECT_MILLIS = 500;
  private static final long RINGS_ANYWAY_MILLIS = 4_000;
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final Database database;
  private final Runnable onRing;
  private final Runnable onConnection;
  private final AtomicBoolean ringing = new AtomicBoolean();
  private volatile boolean again;
  private volatile Line line;
  private volatile boolean closed;
  private volatile long heardNanos;

  /**
   * @param onConnection what to do with each new connection: rings were missed before it, and the
   *     database may be another one
   */
  public Doorbell(Vertx vertx, Database database, Runnable onRing, Runnable onConnection) {
    this.vertx = vertx;
    this.database = database;
    this.onRing = onRing;
    this.onConnection = onConnection;
  }

  /** Begins to listen; goes on trying where it cannot. */
  public void start() {
    Thread.startVirtualThread(this::connect);
    vertx.setPeriodic(RINGS_ANYWAY_MILLIS, timer -> ringAnyway());
  }

  private void connect() {
    Line opened = null;
    try {
      opened = database.line(SILENCE);
      listen(opened);
    } catch (Exception e) { // Vert.x throws checked exceptions unchecked.
      LOG.debug("The doorbell is out of reach: {}", e.getMessage());
      if (opened != null) {
        opened.close();
      }
      tryAgain();
    }
  }

  private void listen(Line opened) {
    PgConnection connection = opened.connection();
    connection.notificationHandler(
        notification -> {
          if (notification.getProcessId() != connection.processId()) {
            hearOther();
          }
        });
    connection.closeHandler(nothing -> lost(opened));
    connection
        .query("LISTEN vitrine")
        .execute()
        .timeout(SILENCE.toMillis(), TimeUnit.MILLISECONDS)
        .await();
    line = opened;
    if (closed) {
      opened.close();
    }
    heardNanos = System.nanoTime(); // Others may be there: they ring before this is long ago.
    onConnection.run();
    ringAnyway();
  }

  private void hearOther() {
    heardNanos = System.nanoTime();
    onRing.run();
  }

  private boolean isAlone() {
    return System.nanoTime() - heardNanos > SILENCE.toNanos();
  }

  /** Of a connection that was replaced, or never came to listen, nothing follows. */
  private void lost(Line lost) {
    if (line == lost) {
      line = null;
      lost.close();
      tryAgain();
    }
  }

  private void tryAgain() {
    if (!closed) {
      vertx.setTimer(RECONNECT_MILLIS, timer -> Thread.startVirtualThread(this::connect));
    }
  }

  /**
   * Rings the others, if there are any: at once after a rest, else when the last ring was answered
   * and is 5 ms old; what is committed until then is told of by that one ring.
   */
  public void ring() {
    if (!isAlone()) {
      ringAnyway();
    }
  }

  private void ringAnyway() {
    again = true;
    if (ringing.compareAndSet(false, true)) {
      again = false;
      ringNow().onComplete(answered -> vertx.setTimer(BETWEEN_RINGS_MILLIS, timer -> hasRested()));
    }
  }

  private Future<?> ringNow() {
    Line open = line;
    return open == null
        ? Future.succeededFuture()
        : open.connection().query("NOTIFY vitrine").execute();
  }

  private void hasRested() {
    ringing.set(false);
    if (again) {
      ringAnyway();
    }
  }

  @Override
  public void close() {
    closed = true;
    Line open = line;
    if (open != null) {
      open.close();
    }
  }
}
