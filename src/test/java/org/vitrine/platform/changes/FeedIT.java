package org.vitrine.platform.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.platform.database.Database;

/**
 * The feed against a model: what committed is seen once, what did not is never seen, whether it is
 * an order's event or another room's change.
 */
class FeedIT {
  private static final int ORDERS = 20;
  private static final int WRITERS = 8;
  private static final int TRANSACTIONS = 150;

  private static final String MAKE_COMPANY =
      "INSERT INTO company (code, name, kind, tier, created_at) VALUES ('c', 'C', 'customer', 'gold', now())";
  private static final String MAKE_ORDERS =
      "INSERT INTO orders (company_id, number) SELECT 1, 'SO-' || n FROM generate_series(1, 20) n";
  private static final String APPEND =
      """
      WITH raised AS (UPDATE orders SET version = version + 1 WHERE id = $1 RETURNING company_id, id, version)
      INSERT INTO event (company_id, order_id, version, kind, happened_at, recorded_at, source, actor, body)
      SELECT company_id, id, version, 'reported', now(), now(), 'scan', 'test', '{}' FROM raised""";
  private static final String VERSIONS = "SELECT id, version FROM orders";
  private static final String CHANGES = "SELECT kind, key, version FROM change";

  private static final AtomicLong COUNT = new AtomicLong();

  private static Vertx vertx;
  private static Database database;
  private static final Changes changes = new Changes();

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    database = new Database(vertx, TestDatabase.freshUrl(), 16);
    database.answersWithin(Duration.ofSeconds(30));
    database.execute("test.company", MAKE_COMPANY);
    database.execute("test.orders", MAKE_ORDERS);
  }

  @AfterAll
  static void stop() {
    database.close();
    vertx.close().await();
  }

  @Test
  void each_committed_event_is_seen_once_whatever_the_order_of_commits() throws Exception {
    long seed = Long.getLong("vitrine.seed", System.nanoTime());
    System.out.println("FeedIT: -Dvitrine.seed=" + seed);
    Feed feed = new Feed(database, changes, "");
    feed.begin();
    Map<String, Integer> seen = new ConcurrentHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        Random random = new Random(seed + writer);
        writers.add(threads.submit(() -> write(random)));
      }
      while (writers.stream().anyMatch(writer -> !writer.isDone())) {
        read(feed, seen);
      }
      for (Future<?> writer : writers) {
        writer.get(1, TimeUnit.SECONDS);
      }
    }
    read(feed, seen);
    assertThat(seen).isEqualTo(written());
    read(feed, seen);
    assertThat(seen.values()).allMatch(times -> times == 1);
  }

  private static void read(Feed feed, Map<String, Integer> seen) {
    for (Change committed : feed.read()) {
      seen.merge(named(committed.kind(), committed.key(), committed.version()), 1, Integer::sum);
    }
  }

  private static String named(String kind, String key, long version) {
    return kind + " " + key + "@" + version;
  }

  /** What the database says was committed, each once. */
  private static Map<String, Integer> written() {
    Map<String, Integer> events = new HashMap<>();
    database.find(
        "test.versions",
        VERSIONS,
        row -> {
          for (long version = 1; version <= row.getLong("version"); version++) {
            events.put(named("order", String.valueOf(row.getLong("id")), version), 1);
          }
          return row;
        });
    database.find(
        "test.changes",
        CHANGES,
        row ->
            events.put(
                named(row.getString("kind"), row.getString("key"), row.getLong("version")), 1));
    return events;
  }

  private static Void write(Random random) {
    for (int n = 0; n < TRANSACTIONS; n++) {
      try {
        database.inTransaction(
            transaction -> {
              int events = 1 + random.nextInt(3);
              long first = 1 + random.nextInt(ORDERS - 3);
              for (int e = 0; e < events; e++) {
                transaction.execute("test.append", APPEND, first + e);
              }
              if (random.nextBoolean()) {
                changes.record(transaction, List.of(change(), change()));
              }
              if (random.nextInt(40) == 0) {
                pause(200);
              }
              if (random.nextInt(5) == 0) {
                throw new GivenUp();
              }
              return null;
            });
      } catch (GivenUp rolledBack) {
        // As meant: what it wrote must never be seen.
      }
    }
    return null;
  }

  private static Change change() {
    return new Change("test", "thing", COUNT.incrementAndGet(), Optional.empty());
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class GivenUp extends RuntimeException {}
}
