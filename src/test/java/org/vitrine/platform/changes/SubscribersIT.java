package org.vitrine.platform.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.QueryFailed;

/**
 * Two nodes run one durable reader while others write, and connections are cut in the middle of
 * whatever they do: what was committed is acted upon once, and of each thing in its order.
 */
class SubscribersIT {
  private static final int THINGS = 12;
  private static final int WRITERS = 4;
  private static final int TRANSACTIONS = 120;

  private static final String MAKE_TABLES =
      """
      CREATE TABLE thing (id text PRIMARY KEY, version bigint NOT NULL);
      CREATE TABLE heard (id bigint GENERATED ALWAYS AS IDENTITY, thing text NOT NULL, version bigint NOT NULL);
      INSERT INTO thing SELECT n::text, 0 FROM generate_series(1, 12) n;
      """;
  private static final String RAISE =
      "UPDATE thing SET version = version + 1 WHERE id = $1 RETURNING version";
  private static final String HEAR = "INSERT INTO heard (thing, version) VALUES ($1, $2)";
  private static final String CUT =
      """
      SELECT pg_terminate_backend(pid)
        FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL
       ORDER BY random()
       LIMIT 1""";

  private final Vertx vertx = Vertx.vertx();
  private final String url = TestDatabase.freshUrl();
  private final Changes changes = new Changes();
  private volatile boolean writing = true;

  @Test
  void each_change_is_acted_upon_once_whoever_is_cut_off() throws Exception {
    long seed = Long.getLong("vitrine.seed", System.nanoTime());
    System.out.println("SubscribersIT: -Dvitrine.seed=" + seed);
    TestDatabase.execute(url, MAKE_TABLES);
    List<Database> nodes = List.of(node(), node());
    List<Subscribers> running = new ArrayList<>();
    for (int n = 0; n < nodes.size(); n++) {
      Reader reader = new Reader(new Random(seed - n));
      Subscribers subscribers = new Subscribers(nodes.get(n), List.of(reader), Clock.systemUTC());
      subscribers.start();
      changes.onCommit(subscribers::wake);
      running.add(subscribers);
    }
    Database writersDatabase = node();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        Random random = new Random(seed + writer);
        writers.add(threads.submit(() -> write(writersDatabase, random)));
      }
      Future<?> cutter = threads.submit(() -> cut(new Random(seed + WRITERS)));
      for (Future<?> writer : writers) {
        writer.get(3, TimeUnit.MINUTES);
      }
      writing = false;
      cutter.get(1, TimeUnit.MINUTES);
    }
    Map<String, Long> written = versions("SELECT id || '@' || version FROM thing");
    await(
        "all is heard",
        Duration.ofMinutes(1),
        () -> heard().values().stream().mapToLong(List::size).sum() >= sum(written));
    running.forEach(Subscribers::close);
    heard()
        .forEach(
            (thing, versions) ->
                assertThat(versions).as("thing " + thing).isEqualTo(upTo(written.get(thing))));
    nodes.forEach(Database::close);
    writersDatabase.close();
    vertx.close().await();
  }

  private Database node() {
    Database database = new Database(vertx, url, 6);
    database.answersWithin(Duration.ofSeconds(30));
    return database;
  }

  private Void write(Database database, Random random) {
    for (int n = 0; n < TRANSACTIONS; n++) {
      try {
        database.inTransaction(
            transaction -> {
              String thing = String.valueOf(1 + random.nextInt(THINGS));
              int times = 1 + random.nextInt(3);
              for (int time = 0; time < times; time++) {
                raise(transaction, thing);
              }
              pause(random.nextInt(30) == 0 ? 200 : random.nextInt(20));
              if (random.nextInt(5) == 0) {
                throw new GivenUp();
              }
              return null;
            });
      } catch (GivenUp | Rejection.Unavailable | QueryFailed takenBack) {
        // What it wrote must never be heard, unless the commit went through before it was cut off.
      }
    }
    return null;
  }

  private void raise(Queries transaction, String thing) {
    long version =
        transaction
            .findOne("test.raise", RAISE, row -> row.getLong("version"), thing)
            .orElseThrow();
    changes.record(transaction, List.of(new Change("thing", thing, version, Optional.empty())));
  }

  private Void cut(Random random) {
    while (writing) {
      TestDatabase.find(url, CUT);
      pause(20 + random.nextInt(150));
    }
    return null;
  }

  /** The versions of each thing, in the order in which they were heard. */
  private Map<String, List<Long>> heard() {
    Map<String, List<Long>> heard = new HashMap<>();
    for (String one :
        TestDatabase.find(url, "SELECT thing || '@' || version FROM heard ORDER BY id")) {
      String[] parts = one.split("@");
      heard.computeIfAbsent(parts[0], thing -> new ArrayList<>()).add(Long.parseLong(parts[1]));
    }
    return heard;
  }

  private Map<String, Long> versions(String sql) {
    Map<String, Long> versions = new HashMap<>();
    for (String one : TestDatabase.find(url, sql)) {
      String[] parts = one.split("@");
      versions.put(parts[0], Long.parseLong(parts[1]));
    }
    return versions;
  }

  private static long sum(Map<String, Long> written) {
    return written.values().stream().mapToLong(Long::longValue).sum();
  }

  private static List<Long> upTo(long version) {
    List<Long> all = new ArrayList<>();
    for (long one = 1; one <= version; one++) {
      all.add(one);
    }
    return all;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes down what it hears, and fails now and then when it has. */
  private static final class Reader implements Subscriber {
    private final Random random;

    private Reader(Random random) {
      this.random = random;
    }

    @Override
    public String name() {
      return "test";
    }

    @Override
    public Set<String> kinds() {
      return Set.of("thing");
    }

    @Override
    public void hear(Queries transaction, List<Change> changes) {
      for (Change change : changes) {
        transaction.execute("test.hear", HEAR, change.key(), change.version());
      }
      pause(random.nextInt(20));
      if (random.nextInt(6) == 0) {
        throw new GivenUp();
      }
    }
  }

  private static final class GivenUp extends RuntimeException {}
}
