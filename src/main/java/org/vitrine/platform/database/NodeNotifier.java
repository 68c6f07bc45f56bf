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
 * Tells the other nodes that something was committed, and hears it from them. It notifies outside
 * of any transaction, since NOTIFY takes a lock on the whole cluster at commit, and at most once in
 * 5 ms. A notification may be lost: whoever listens polls as well.
 *
 * <p>It also notifies every few seconds when nothing happened: a connection over which not even
 * that is answered is dead, and is replaced. By these notifications the nodes know of each other: a
 * node that has received none for a while is alone, and sends none for a change.
 */
public final class NodeNotifier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NodeNotifier.class);
  private static final long BETWEEN_NOTIFICATIONS_MILLIS = 5;
  private static final long RECONNECT_MILLIS = 500;
  private static final long NOTIFIES_ANYWAY_MILLIS = 4_000;
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final Database database;
  private final Runnable onNotification;
  private final Runnable onConnection;
  private final AtomicBoolean notifying = new AtomicBoolean();
  private volatile boolean again;
  private volatile ListenConnection listening;
  private volatile boolean closed;
  private volatile long heardNanos;

  /**
   * @param onConnection what to do with each new connection: notifications were missed before it,
   *     and the database may be another one
   */
  public NodeNotifier(
      Vertx vertx, Database database, Runnable onNotification, Runnable onConnection) {
    this.vertx = vertx;
    this.database = database;
    this.onNotification = onNotification;
    this.onConnection = onConnection;
  }

  /** Begins to listen; goes on trying where it cannot. */
  public void start() {
    Thread.startVirtualThread(this::connect);
    vertx.setPeriodic(NOTIFIES_ANYWAY_MILLIS, timer -> notifyAnyway());
  }

  private void connect() {
    ListenConnection opened = null;
    try {
      opened = database.listenConnection(SILENCE);
      listen(opened);
    } catch (Exception e) { // Vert.x throws checked exceptions unchecked.
      LOG.debug("Cannot notify other nodes: {}", e.getMessage());
      if (opened != null) {
        opened.close();
      }
      tryAgain();
    }
  }

  private void listen(ListenConnection opened) {
    PgConnection connection = opened.connection();
    connection.notificationHandler(
        notification -> {
          if (notification.getProcessId() != connection.processId()) {
            heardFromOther();
          }
        });
    connection.closeHandler(nothing -> lost(opened));
    connection
        .query("LISTEN vitrine")
        .execute()
        .timeout(SILENCE.toMillis(), TimeUnit.MILLISECONDS)
        .await();
    listening = opened;
    if (closed) {
      opened.close();
    }
    heardNanos =
        System.nanoTime(); // Others may be there: they are heard from before this is long ago.
    onConnection.run();
    notifyAnyway();
  }

  private void heardFromOther() {
    heardNanos = System.nanoTime();
    onNotification.run();
  }

  private boolean isAlone() {
    return System.nanoTime() - heardNanos > SILENCE.toNanos();
  }

  /** Of a connection that was replaced, or never came to listen, nothing follows. */
  private void lost(ListenConnection lost) {
    if (listening == lost) {
      listening = null;
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
   * Notifies the others, if there are any: at once after a rest, else when the last notification
   * was answered and is 5 ms old; one notification covers everything that is committed until then.
   */
  public void notifyOthers() {
    if (!isAlone()) {
      notifyAnyway();
    }
  }

  private void notifyAnyway() {
    again = true;
    if (notifying.compareAndSet(false, true)) {
      again = false;
      notifyNow()
          .onComplete(
              answered -> vertx.setTimer(BETWEEN_NOTIFICATIONS_MILLIS, timer -> hasRested()));
    }
  }

  private Future<?> notifyNow() {
    ListenConnection open = listening;
    return open == null
        ? Future.succeededFuture()
        : open.connection().query("NOTIFY vitrine").execute();
  }

  private void hasRested() {
    notifying.set(false);
    if (again) {
      notifyAnyway();
    }
  }

  @Override
  public void close() {
    closed = true;
    ListenConnection open = listening;
    if (open != null) {
      open.close();
    }
  }
}
