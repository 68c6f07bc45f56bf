package org.vitrine.platform.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** One durable reader, step by step. */
class SubscriberIT {
  private final Vertx vertx = Vertx.vertx();
  private final String url = TestDatabase.freshUrl();
  private final Database database = new Database(vertx, url, 4);
  private final Changes changes = new Changes();
  private final TestClock clock = new TestClock();
  private final Reader reader = new Reader("test", false);
  private final SubscriberRepository repository = new SubscriberRepository();
  private final Delivery delivery = new Delivery(database, reader, clock);

  @BeforeEach
  void begin() {
    database.answersWithin(Duration.ofSeconds(30));
    delivery.enrol();
  }

  @AfterEach
  void end() {
    database.close();
    vertx.close().await();
  }

  @Test
  void it_begins_with_what_comes_next_or_with_the_past_where_it_says_so() {
    record("a", 1);
    Reader later = new Reader("later", false);
    Delivery laterDelivery = new Delivery(database, later, clock);
    laterDelivery.enrol();
    Reader historian = new Reader("historian", true);
    Delivery historianDelivery = new Delivery(database, historian, clock);
    historianDelivery.enrol();
    record("a", 2);

    bring(laterDelivery);
    bring(historianDelivery);

    assertThat(later.heard).containsExactly("a@2");
    assertThat(historian.heard).containsExactly("a@1", "a@2");
  }

  @Test
  void it_is_concerned_by_what_is_new_of_its_kinds_and_by_what_it_owes_once_that_is_due() {
    assertThat(isConcerned(reader)).isFalse();
    record("bad", 1);
    assertThat(isConcerned(reader)).isTrue();
    reader.failsOn = change -> true;
    bring(delivery);
    assertThat(isConcerned(reader)).isFalse();
    clock.pass(Duration.ofSeconds(2));
    assertThat(isConcerned(reader)).isTrue();
  }

  @Test
  void it_goes_on_after_a_restart_where_it_stood() {
    record("a", 1);
    bring(delivery);
    record("a", 2);
    Delivery again = new Delivery(database, reader, clock);
    again.enrol();

    bring(again);

    assertThat(reader.heard).containsExactly("a@1", "a@2");
  }

  @Test
  void it_hears_only_its_kinds() {
    database.inTransaction(
        transaction -> {
          changes.record(transaction, List.of(new Change("other", "a", 1, Optional.empty())));
          return null;
        });

    bring(delivery);

    assertThat(reader.heard).isEmpty();
    assertThat(isConcerned(reader)).isFalse();
  }

  @Test
  void it_hears_what_it_records_itself() {
    reader.onHearing =
        (transaction, change) -> {
          if (change.version() < 3) {
            changes.record(transaction, List.of(change(change.key(), change.version() + 1)));
          }
        };
    record("a", 1);

    bring(delivery);
    bring(delivery);
    bring(delivery);

    assertThat(reader.heard).containsExactly("a@1", "a@2", "a@3");
  }

  /** PostgreSQL does not count whoever asks among those that are under way. */
  @Test
  void it_hears_what_it_records_itself_though_a_later_transaction_commits_before() {
    record("a", 1);
    reader.beforeReading = () -> CompletableFuture.runAsync(() -> record("b", 1)).join();
    reader.onHearing =
        (transaction, change) -> {
          if (change.key().equals("a")) {
            changes.record(transaction, List.of(change("c", 1)));
          }
        };

    bring(delivery);
    bring(delivery);

    assertThat(reader.heard).containsExactlyInAnyOrder("a@1", "b@1", "c@1");
  }

  @Test
  void what_it_records_is_told_when_it_has_committed_and_not_where_it_fails() {
    List<String> told = new ArrayList<>();
    changes.onCommit(some -> some.forEach(change -> told.add(change.kind())));
    reader.onHearing =
        (transaction, change) -> {
          changes.record(transaction, List.of(new Change("follows", "a", 1, Optional.empty())));
          assertThat(told).doesNotContain("follows");
          if (change.key().equals("bad")) {
            throw new IllegalStateException("cannot bear it");
          }
        };
    record("good", 1);
    record("bad", 1);

    bring(delivery);

    assertThat(told.stream().filter("follows"::equals)).hasSize(1);
    assertThat(TestDatabase.find(url, "SELECT key FROM change WHERE kind = 'follows'")).hasSize(1);
  }

  /** Each thing waits for itself only. */
  @Test
  void what_it_fails_on_is_tried_again_and_what_follows_of_it_waits_behind() {
    reader.failsOn = change -> change.key().equals("bad");
    record("bad", 1);
    record("good", 1);
    record("bad", 2);
    bring(delivery);
    assertThat(reader.heard).containsExactly("good@1");
    assertThat(standing(reader).failing()).isEqualTo(1);

    record("bad", 3);
    record("good", 2);
    bring(delivery);
    assertThat(reader.heard).containsExactly("good@1", "good@2");

    reader.failsOn = change -> false;
    bring(delivery);
    assertThat(reader.heard).as("it rests first").containsExactly("good@1", "good@2");
    clock.pass(Duration.ofSeconds(2));
    bring(delivery);
    assertThat(reader.heard).containsExactly("good@1", "good@2", "bad@1", "bad@2", "bad@3");
    assertThat(standing(reader).failing()).isZero();
  }

  @Test
  void it_is_tried_again_after_longer_and_longer() {
    reader.failsOn = change -> true;
    record("bad", 1);
    List<Integer> attempts = new ArrayList<>();
    for (int second = 0; second < 64; second++) {
      bring(delivery);
      attempts.add(attempts());
      clock.pass(Duration.ofSeconds(1));
    }
    assertThat(attempts.get(0)).isEqualTo(1);
    assertThat(attempts.getLast()).as("after 1, 2, 4, 8, 16 and 32 s").isEqualTo(7);
  }

  @Test
  void what_it_fails_on_for_a_day_is_set_aside_and_what_follows_goes_on() {
    reader.failsOn = change -> change.version() == 1;
    record("bad", 1);
    record("bad", 2);
    bring(delivery);
    clock.pass(Duration.ofHours(23));
    bring(delivery);
    assertThat(standing(reader).setAside()).isZero();

    clock.pass(Duration.ofHours(2));
    bring(delivery);

    assertThat(reader.heard).containsExactly("bad@2");
    assertThat(standing(reader).failing()).isZero();
    assertThat(standing(reader).setAside()).isEqualTo(1);
    assertThat(TestDatabase.find(url, "SELECT failure FROM owed_change"))
        .containsExactly("java.lang.IllegalStateException: cannot bear bad@1");
  }

  @Test
  void a_burst_is_brought_in_pieces() {
    int many = 3_500;
    database.inTransaction(
        transaction -> {
          changes.record(
              transaction, IntStream.range(0, many).mapToObj(n -> change("a", n)).toList());
          return null;
        });

    bring(delivery);

    assertThat(reader.heard)
        .containsExactlyElementsOf(IntStream.range(0, many).mapToObj(n -> "a@" + n).toList());
    assertThat(reader.together).allMatch(together -> together <= 1_000);
  }

  @Test
  void whoever_wants_only_the_newest_of_each_thing_hears_no_more() {
    Reader newest = new Reader("newest", false);
    newest.hearsOnlyTheNewest = true;
    Delivery delivering = new Delivery(database, newest, clock);
    delivering.enrol();
    for (int version = 1; version <= 3; version++) {
      record("a", version);
      record("b", version);
    }
    bring(delivering);
    assertThat(newest.heard).containsExactlyInAnyOrder("a@3", "b@3");

    newest.heard.clear();
    database.inTransaction(
        transaction -> {
          changes.record(
              transaction,
              IntStream.range(0, 3_500).mapToObj(n -> change("t" + n % 1_200, n)).toList());
          return null;
        });
    bring(delivering);
    assertThat(newest.heard)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(2_300, 3_500).mapToObj(n -> "t" + n % 1_200 + "@" + n).toList());
  }

  @Test
  void what_it_never_minds_is_not_brought_to_it() {
    Reader orders = new Reader("orders", false);
    orders.kinds = Set.of("order");
    orders.passesOver = Set.of("forecast-told");
    Delivery delivering = new Delivery(database, orders, clock);
    delivering.enrol();
    TestDatabase.execute(
        url,
        """
        INSERT INTO company (code, name, kind, tier, created_at) VALUES ('c', 'C', 'customer', 'gold', now());
        INSERT INTO orders (company_id, number) SELECT id, 'SO-1' FROM company;
        INSERT INTO event (company_id, order_id, version, kind, happened_at, recorded_at, source, actor, body)
        SELECT company_id, id, v, CASE v % 2 WHEN 0 THEN 'forecast-told' ELSE 'changed' END,
               now(), now(), 'manual', 'test', '{}'
          FROM orders, generate_series(1, 3000) v\
        """);

    bring(delivering);

    assertThat(orders.heard)
        .containsExactlyElementsOf(
            IntStream.range(0, 1_500).mapToObj(n -> "1@" + (2 * n + 1)).toList());
    assertThat(isConcerned(orders)).isFalse();
  }

  @Test
  void what_is_old_is_deleted_in_pieces_and_the_rest_stays() {
    TestDatabase.execute(
        url,
        "INSERT INTO change (kind, key, version, recorded_at) SELECT 'thing', 'old', n, now() -"
            + " interval '91 days' FROM generate_series(1, 12000) n");
    record("new", 1);

    changes.sweep(database, clock.instant().minus(Duration.ofDays(90)));

    assertThat(TestDatabase.find(url, "SELECT key FROM change")).containsExactly("new");
  }

  /** A dump was restored into another cluster, whose transactions count from elsewhere. */
  @Test
  void after_a_restore_elsewhere_it_hears_what_it_had_not_heard_and_nothing_twice() {
    record("a", 1);
    bring(delivery);
    record("a", 2);
    foreign("UPDATE change SET xid = (xid::text::bigint + 1000000000)::text::xid8");
    foreign(
        "UPDATE subscriber SET snapshot = concat_ws(':',"
            + " pg_snapshot_xmin(snapshot)::text::bigint + 1000000000,"
            + " pg_snapshot_xmax(snapshot)::text::bigint + 1000000000, '')::pg_snapshot");
    new FeedRepository().adoptForeign(database);
    record("a", 3);

    bring(delivery);

    assertThat(reader.heard).containsExactly("a@1", "a@2", "a@3");
  }

  private void foreign(String sql) {
    TestDatabase.execute(url, sql);
  }

  private int attempts() {
    return TestDatabase.find(url, "SELECT attempts FROM owed_change").stream()
        .mapToInt(Integer::parseInt)
        .sum();
  }

  private void record(String key, long version) {
    database.inTransaction(
        transaction -> {
          changes.record(transaction, List.of(change(key, version)));
          return null;
        });
  }

  private static Change change(String key, long version) {
    return new Change("thing", key, version, Optional.empty());
  }

  private Standing standing(Subscriber reader) {
    return repository
        .standings(database, List.of(reader.name()), clock.instant())
        .get(reader.name());
  }

  /** Whether it would be woken. */
  private boolean isConcerned(Subscriber reader) {
    Standing standing = standing(reader);
    return standing.due()
        || repository.newsSince(database, standing.xmin()).mayConcern(reader, standing);
  }

  private static void bring(Delivery delivery) {
    while (delivery.step()) {
      // Again.
    }
  }

  private interface Hearing {
    void of(Queries transaction, Change change);
  }

  private static final class Reader implements Subscriber {
    private final String name;
    private final boolean hearsThePast;
    private final List<String> heard = new ArrayList<>();
    private final List<Integer> together = new ArrayList<>();
    private Set<String> kinds = Set.of("thing");
    private Set<String> passesOver = Set.of();
    private boolean hearsOnlyTheNewest;
    private Predicate<Change> failsOn = change -> false;
    private Runnable beforeReading = () -> {};
    private Hearing onHearing = (transaction, change) -> {};

    private Reader(String name, boolean hearsThePast) {
      this.name = name;
      this.hearsThePast = hearsThePast;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Set<String> kinds() {
      Runnable before = beforeReading;
      beforeReading = () -> {};
      before.run();
      return kinds;
    }

    @Override
    public Set<String> passesOver() {
      return passesOver;
    }

    @Override
    public boolean hearsThePast() {
      return hearsThePast;
    }

    @Override
    public boolean hearsOnlyTheNewest() {
      return hearsOnlyTheNewest;
    }

    @Override
    public void hear(Queries transaction, List<Change> changes) {
      List<String> named = new ArrayList<>();
      for (Change change : changes) {
        String one = change.key() + "@" + change.version();
        if (failsOn.test(change)) {
          throw new IllegalStateException("cannot bear " + one);
        }
        onHearing.of(transaction, change);
        named.add(one);
      }
      heard.addAll(named);
      together.add(changes.size());
    }
  }
}
