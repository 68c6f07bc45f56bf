package org.vitrine.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.changes.Subscribers;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.QueryFailed;
import org.vitrine.platform.json.Json;

/**
 * Two nodes tell what they hear, while connections are cut in the middle and a node dies between
 * hearing and writing, or after it: each change is told to each person once.
 */
class NoticesOnceIT {
  private static final int PEOPLE = 4;
  private static final int ORDERS = 40;
  private static final int CHANGES = 120;
  private static final String MAKE_PEOPLE =
      """
      INSERT INTO company (code, name, kind, tier, created_at) VALUES ('one', 'One', 'customer', 'platinum', now());
      INSERT INTO person (name, email, role, created_at)
      SELECT 'Person ' || n, n || '@one.example', 'customer', now() FROM generate_series(1, 4) n;
      INSERT INTO membership (person_id, company_id) SELECT p.id, c.id FROM person p, company c;
      INSERT INTO orders (company_id, number) SELECT c.id, 'SO-' || n FROM company c, generate_series(1, 40) n\
      """;
  private static final String CUT =
      """
      SELECT pg_terminate_backend(pid)
        FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL
       ORDER BY random()
       LIMIT 1\
      """;

  private final Vertx vertx = Vertx.vertx();
  private final String url = TestDatabase.freshUrl();
  private final Changes changes = new Changes();
  private volatile boolean writing = true;

  @Test
  void each_change_is_told_to_each_person_once_whoever_dies() throws Exception {
    long seed = Long.getLong("vitrine.seed", System.nanoTime());
    System.out.println("NoticesOnceIT: -Dvitrine.seed=" + seed);
    TestDatabase.execute(url, MAKE_PEOPLE);
    List<Database> nodes = List.of(node(), node());
    List<Subscribers> running = new ArrayList<>();
    for (int n = 0; n < nodes.size(); n++) {
      Notices notices = new Notices(nodes.get(n), new Changes(), Clock.systemUTC());
      Subscriber dying = new Dying(new NoticeSubscriber(notices), new Random(seed - n));
      Subscribers subscribers = new Subscribers(nodes.get(n), List.of(dying), Clock.systemUTC());
      subscribers.start();
      changes.onCommit(subscribers::wake);
      running.add(subscribers);
    }
    Database writer = node();
    // Asked before anything is cut: a cut question of the test itself says nothing of notices.
    long first = number("SELECT min(id) FROM orders");
    long company = number("SELECT id FROM company");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> cutter = threads.submit(() -> cut(new Random(seed + 1)));
      try {
        write(writer, new Random(seed), first, company);
      } finally {
        writing = false;
      }
      cutter.get(1, TimeUnit.MINUTES);
    }
    long recorded = number("SELECT count(*) FROM change WHERE kind = 'order.completed'");
    await(
        "all is told",
        Duration.ofMinutes(1),
        () -> number("SELECT count(*) FROM notice") >= recorded * PEOPLE);
    running.forEach(Subscribers::close);
    assertThat(number("SELECT count(*) FROM notice")).isEqualTo(recorded * PEOPLE);
    assertThat(number("SELECT count(DISTINCT (person_id, change)) FROM notice"))
        .isEqualTo(recorded * PEOPLE);
    assertThat(
            number(
                "SELECT count(*) FROM notice n JOIN notice_count c USING (person_id) WHERE n.number"
                    + " > c.last"))
        .isZero();
    nodes.forEach(Database::close);
    writer.close();
    vertx.close().await();
  }

  @Test
  void what_is_brought_again_is_not_told_again() {
    TestDatabase.execute(url, MAKE_PEOPLE);
    try (Database database = node()) {
      Notices notices = new Notices(database, changes, Clock.systemUTC());
      Change change =
          completed(number("SELECT min(id) FROM orders"), number("SELECT id FROM company"), 1);
      for (int time = 0; time < 2; time++) {
        database.inTransaction(
            transaction -> {
              notices.hear(transaction, List.of(change));
              return null;
            });
      }
    }
    assertThat(number("SELECT count(*) FROM notice")).isEqualTo(PEOPLE);
    vertx.close().await();
  }

  private Database node() {
    Database database = new Database(vertx, url, 6);
    database.answersWithin(Duration.ofSeconds(30));
    return database;
  }

  private void write(Database database, Random random, long first, long company) {
    for (int version = 1; version <= CHANGES; version++) {
      Change change = completed(first + version % ORDERS, company, version);
      try {
        database.inTransaction(
            transaction -> {
              changes.record(transaction, List.of(change));
              return null;
            });
      } catch (Rejection.Unavailable | QueryFailed cutOff) {
        // Told if the commit went through before.
      }
      pause(random.nextInt(30));
    }
  }

  private static Change completed(long order, long company, long version) {
    return new Change(
        "order.completed",
        String.valueOf(order),
        version,
        Optional.of(company),
        Json.read(
            "{\"kind\": \"completed\", \"at\": \"%s\"}".formatted(Instant.now()), JsonNode.class));
  }

  private Void cut(Random random) {
    while (writing) {
      TestDatabase.find(url, CUT);
      pause(50 + random.nextInt(200));
    }
    return null;
  }

  private long number(String sql) {
    return Long.parseLong(TestDatabase.find(url, sql).getFirst());
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Hears, and fails as if its node died: before it wrote anything, or after. */
  private record Dying(Subscriber real, Random random) implements Subscriber {
    @Override
    public String name() {
      return real.name();
    }

    @Override
    public Set<String> kinds() {
      return real.kinds();
    }

    @Override
    public void hear(Queries transaction, List<Change> changes) {
      perhapsDie();
      real.hear(transaction, changes);
      perhapsDie();
    }

    private void perhapsDie() {
      if (random.nextInt(12) == 0) {
        throw new IllegalStateException("killed");
      }
    }
  }
}
