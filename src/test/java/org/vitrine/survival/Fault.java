package org.vitrine.survival;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.vitrine.survival.FaultProxy.Mode;

/** What may happen to it. */
enum Fault {
  PEOPLE_HEAR_LATE((scene, random) -> on(doors(scene, random), Mode.DELAY)),
  PEOPLE_HEAR_BYTE_BY_BYTE((scene, random) -> on(doors(scene, random), Mode.DRIBBLE)),
  PEOPLE_ARE_CUT_OFF((scene, random) -> on(doors(scene, random), Mode.CUT)),
  PEOPLE_ARE_HALF_OPEN((scene, random) -> on(doors(scene, random), Mode.HALF_OPEN)),
  DATABASE_ANSWERS_LATE((scene, random) -> on(databases(scene, random), Mode.DELAY)),
  DATABASE_ANSWERS_BYTE_BY_BYTE((scene, random) -> on(databases(scene, random), Mode.DRIBBLE)),
  DATABASE_IS_CUT_OFF((scene, random) -> on(databases(scene), Mode.CUT), true),
  DATABASE_IS_HALF_OPEN((scene, random) -> on(databases(scene), Mode.HALF_OPEN), true),
  DATABASE_CONNECTIONS_ARE_FORGOTTEN(Fault::forget, true),
  NODE_IS_KILLED(Fault::killNode),
  DATABASE_IS_KILLED(Fault::killDatabase, true),
  ONE_BACKEND_IS_KILLED(Fault::killBackend),
  DATABASE_IS_RESTARTED(Fault::restartDatabase),
  DATABASE_IS_SET_BACK(Fault::setDatabaseBack, true),
  READERS_ARE_STOPPED(Fault::stopReaders),
  NOBODY_IS_NOTIFIED(Fault::silenceDoorbells),
  A_TRANSACTION_STAYS_OPEN(Fault::holdTransaction),
  A_CLOCK_IS_SET_BACK(Fault::setClockBack);

  private static final Duration BACK = Duration.ofHours(-1);
  private static final Duration SET_BACK_BY = Duration.ofSeconds(2);
  private static final long BETWEEN_EVICTIONS_MILLIS = 50;

  private static final String EVICT_LISTENERS =
      """
      SELECT pg_terminate_backend(pid)
        FROM pg_stat_activity
       WHERE query ILIKE '%LISTEN vitrine%' AND pid <> pg_backend_pid()""";

  /** What a report does, by somebody who takes a minute to commit. */
  private static final String APPEND =
      """
      WITH raised AS (
        UPDATE orders SET version = version + 1 WHERE number = ? RETURNING company_id, id, version)
      INSERT INTO event
        (company_id, order_id, version, kind, report_id, happened_at, recorded_at, source, actor, body)
      SELECT r.company_id, r.id, r.version, e.kind, ?, e.happened_at, now(), e.source, e.actor, e.body
        FROM raised r, (SELECT * FROM event WHERE kind = 'reported' LIMIT 1) e""";

  /** Begins it; returns what ends it. */
  private interface Strike {
    Runnable begin(Scene scene, Random random);
  }

  private final Strike strike;
  private final boolean takesDatabaseAway;

  Fault(Strike strike) {
    this(strike, false);
  }

  Fault(Strike strike, boolean takesDatabaseAway) {
    this.strike = strike;
    this.takesDatabaseAway = takesDatabaseAway;
  }

  /** Begins; run what is returned to end it. */
  Runnable begin(Scene scene, Random random) {
    return strike.begin(scene, random);
  }

  /** Whether no node can serve while it lasts, and each has to say so. */
  boolean takesDatabaseAway() {
    return takesDatabaseAway;
  }

  private static List<FaultProxy> doors(Scene scene, Random random) {
    return scene.someNodes(random).stream().map(Node::door).toList();
  }

  private static List<FaultProxy> databases(Scene scene, Random random) {
    return scene.someNodes(random).stream().map(Node::database).toList();
  }

  private static List<FaultProxy> databases(Scene scene) {
    return scene.nodes().stream().map(Node::database).toList();
  }

  private static Runnable on(List<FaultProxy> proxies, Mode mode) {
    proxies.forEach(proxy -> proxy.become(mode));
    return () -> proxies.forEach(FaultProxy::heal);
  }

  private static Runnable forget(Scene scene, Random random) {
    List<FaultProxy> proxies = databases(scene);
    proxies.forEach(proxy -> proxy.become(Mode.HALF_OPEN));
    return () -> proxies.forEach(FaultProxy::healAndForget);
  }

  private static Runnable killNode(Scene scene, Random random) {
    Node node = scene.oneNode(random);
    node.kill();
    return node::start;
  }

  private static Runnable killDatabase(Scene scene, Random random) {
    scene.postgres().kill();
    return scene.postgres()::start;
  }

  private static Runnable killBackend(Scene scene, Random random) {
    scene.postgres().killOneBackend();
    return () -> {};
  }

  private static Runnable restartDatabase(Scene scene, Random random) {
    scene.postgres().close();
    scene.postgres().start();
    return () -> {};
  }

  /** Its files are replaced by a copy: what happened since then never did, for whoever asks it. */
  private static Runnable setDatabaseBack(Scene scene, Random random) {
    Path copy = scene.postgres().keep();
    Pause.of(SET_BACK_BY);
    scene.postgres().isReplacedBy(copy);
    return () -> {
      scene.postgres().start();
      scene.ledger().forgetWhatWasLost(scene.postgres());
    };
  }

  private static Runnable stopReaders(Scene scene, Random random) {
    scene.readers().stop();
    return scene.readers()::goOn;
  }

  private static Runnable silenceDoorbells(Scene scene, Random random) {
    AtomicBoolean ended = new AtomicBoolean();
    Thread evictor =
        Thread.startVirtualThread(
            () -> {
              while (!ended.get()) {
                scene.postgres().find(EVICT_LISTENERS);
                Pause.millis(BETWEEN_EVICTIONS_MILLIS);
              }
            });
    return () -> {
      ended.set(true);
      join(evictor);
    };
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nobody else may change this order meanwhile: what is reported of it waits, or is refused. */
  private static Runnable holdTransaction(Scene scene, Random random) {
    String order = scene.oneOrder(random);
    String report = "long-" + random.nextLong();
    scene.ledger().say(order, report);
    try {
      Connection connection = scene.postgres().connect();
      connection.setAutoCommit(false);
      try (PreparedStatement append = connection.prepareStatement(APPEND)) {
        append.setString(1, order);
        append.setString(2, report);
        append.executeUpdate();
      }
      return () -> commit(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void commit(Connection connection) {
    try (connection) {
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Runnable setClockBack(Scene scene, Random random) {
    Node node = scene.oneNode(random);
    node.setClock(BACK);
    return () -> node.setClock(Duration.ZERO);
  }
}
