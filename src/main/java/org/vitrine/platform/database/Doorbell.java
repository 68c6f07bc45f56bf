package org.vitrine.platform.database;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other nodes that something was committed, and hears it from them. It rings outside of
 * any transaction, since NOTIFY takes a lock on the whole cluster at commit, and at most once in 5
 * ms. A ring may be lost: whoever listens polls as well, and takes every new connection as a ring.
 */
public final class Doorbell implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Doorbell.class);
  private static final long BETWEEN_RINGS_MILLIS = 5;
  private static final long RECONNECT_MILLIS = 500;

  private final Vertx vertx;
  private final Database database;
  private final Runnable onRing;
  private final AtomicBoolean ringing = new AtomicBoolean();
  private volatile PgConnection connection;
  private volatile boolean closed;

  public Doorbell(Vertx vertx, Database database, Runnable onRing) {
    this.vertx = vertx;
    this.database = database;
    this.onRing = onRing;
  }

  /** Begins to listen; goes on trying where it cannot. */
  public void start() {
    Thread.startVirtualThread(this::connect);
  }

  private void connect() {
    PgConnection opened = null;
    try {
      opened = database.dedicatedConnection();
      listen(opened);
    } catch (RuntimeException e) {
      LOG.debug("The doorbell is out of reach: {}", e.getMessage());
      if (opened != null) {
        opened.close();
      }
      tryAgain();
    }
  }

  private void listen(PgConnection opened) {
    opened.notificationHandler(
        notification -> {
          if (notification.getProcessId() != opened.processId()) {
            onRing.run();
          }
        });
    opened.query("LISTEN vitrine").execute().await();
    connection = opened;
    opened.closeHandler(nothing -> lost(opened));
    onRing.run();
  }

  /** Of a connection that was replaced, nothing follows. */
  private void lost(PgConnection closedOne) {
    if (connection == closedOne) {
      connection = null;
      tryAgain();
    }
  }

  private void tryAgain() {
    if (!closed) {
      vertx.setTimer(RECONNECT_MILLIS, timer -> Thread.startVirtualThread(this::connect));
    }
  }

  /** Rings the others, soon. */
  public void ring() {
    if (ringing.compareAndSet(false, true)) {
      vertx.setTimer(
          BETWEEN_RINGS_MILLIS,
          timer -> {
            ringing.set(false);
            PgConnection open = connection;
            if (open != null) {
              open.query("NOTIFY vitrine").execute();
            }
          });
    }
  }

  @Override
  public void close() {
    closed = true;
    PgConnection open = connection;
    if (open != null) {
      open.close();
    }
  }
}
