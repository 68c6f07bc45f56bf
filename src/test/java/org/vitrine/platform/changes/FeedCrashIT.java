package org.vitrine.platform.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Migrations;
import org.vitrine.platform.database.Queries;
import org.vitrine.survival.OwnPostgres;

/** What a crash of PostgreSQL makes of the numbers that the feed goes by. */
class FeedCrashIT {
  private static final int ROUNDS = 6;
  private static final String MAKE_ORDER =
      """
      WITH buyer AS (
        INSERT INTO company (code, name, kind, tier, created_at)
        VALUES ('c', 'C', 'customer', 'gold', now()) RETURNING id)
      INSERT INTO orders (company_id, number) SELECT id, 'SO-1' FROM buyer\
      """;
  private static final String APPEND =
      """
      WITH raised AS (UPDATE orders SET version = version + 1 RETURNING company_id, id, version)
      INSERT INTO event (company_id, order_id, version, kind, happened_at, recorded_at, source, actor, body)
      SELECT company_id, id, version, 'reported', now(), now(), 'scan', 'test', '{}' FROM raised\
      """;
  private static final String RECORD =
      "INSERT INTO change (kind, key, version) SELECT 'test', 'thing', 1 + count(*) FROM change";

  @TempDir private Path data;
  private final List<String> heard = new ArrayList<>();
  private final Subscriber listening = new Listening();
  private final SubscriberRepository repository = new SubscriberRepository();

  /**
   * A transaction that came to nothing has a number, and PostgreSQL may forget in a crash that it
   * gave it away: then another gets the same. A feed that counts it as seen would miss that one.
   */
  @Test
  void what_is_committed_after_a_crash_is_seen_though_its_number_was_seen_before()
      throws Exception {
    Vertx vertx = Vertx.vertx();
    try (OwnPostgres postgres = new OwnPostgres(data)) {
      new Migrations(postgres.url()).run();
      execute(postgres, "ALTER SYSTEM SET wal_writer_delay = '10s'", "SELECT pg_reload_conf()");
      execute(postgres, MAKE_ORDER, APPEND);
      Database database = new Database(vertx, postgres.url(), 2);
      Feed feed = new Feed(database, new Changes(), "");
      Delivery delivery = new Delivery(database, listening, Clock.systemUTC());
      await("the feed begins", () -> answered(feed::begin));
      await("the subscriber begins", () -> answered(delivery::enrol));
      for (String write : List.of(APPEND, RECORD)) {
        boolean cameAgain = false;
        for (int round = 0; round < ROUNDS && !cameAgain; round++) {
          long given = giveUp(postgres);
          assertThat(committed(feed)).isEmpty();
          assertThat(heard(database, delivery)).isEmpty();
          postgres.kill();
          postgres.start();
          execute(postgres, write);
          String kind = write.equals(APPEND) ? "order" : "test";
          assertThat(committed(feed)).containsExactly(kind);
          assertThat(heard(database, delivery)).containsExactly(kind);
          cameAgain = newest(postgres) <= given;
        }
        assertThat(cameAgain).as("a number was given twice").isTrue();
      }
      database.close();
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
  }

  /** The kinds of what the feed sees, as soon as the database answers it again. */
  private static List<String> committed(Feed feed) {
    List<String> kinds = new ArrayList<>();
    await(
        "the feed reads",
        () -> answered(() -> feed.read().forEach(committed -> kinds.add(committed.kind()))));
    return kinds;
  }

  /** The same of what the subscriber hears. */
  private List<String> heard(Database database, Delivery delivery) {
    heard.clear();
    await("the subscriber moves on", () -> answered(() -> bring(database, delivery)));
    return List.copyOf(heard);
  }

  /** A step that nothing calls for would write, and PostgreSQL would not forget the number. */
  private void bring(Database database, Delivery delivery) {
    while (isConcerned(database) && delivery.step()) {
      // Again.
    }
  }

  private boolean isConcerned(Database database) {
    Standing standing =
        repository
            .standings(database, List.of(listening.name()), Clock.systemUTC().instant())
            .get(listening.name());
    return repository.newsSince(database, standing.xmin()).mayConcern(listening, standing);
  }

  private final class Listening implements Subscriber {
    @Override
    public String name() {
      return "test";
    }

    @Override
    public Set<String> kinds() {
      return Set.of("order", "test");
    }

    @Override
    public void hear(Queries transaction, List<Change> changes) {
      changes.forEach(change -> heard.add(change.kind()));
    }
  }

  private static boolean answered(Runnable question) {
    try {
      question.run();
      return true;
    } catch (Rejection.Unavailable recovering) {
      return false;
    }
  }

  /** Begins some transactions and takes them back; the last one's number. */
  private static long giveUp(OwnPostgres postgres) throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      long number = 0;
      for (int n = 0; n < 10; n++) {
        var row = statement.executeQuery("SELECT pg_current_xact_id()::text::bigint");
        row.next();
        number = row.getLong(1);
        connection.rollback();
      }
      return number;
    }
  }

  private static long newest(OwnPostgres postgres) {
    return Long.parseLong(
        postgres.find("SELECT xid::text FROM feed_entry ORDER BY xid DESC LIMIT 1").getFirst());
  }

  private static void execute(OwnPostgres postgres, String... statements) throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
