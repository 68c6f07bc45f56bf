package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.QueryFailed;
import org.vitrine.production.Reports.ReportOutcome;

/** Single reports that arrive at the same moment, against a model of one after the other. */
class ReportsTogetherIT {
  private static final int ORDERS = 6;
  private static final int SENDERS = 24;
  private static final int REPORTS_EACH = 60;

  /** Those that wait for this one; what the rooms do besides may wait for each other. */
  private static final String WAITING_FOR =
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND %s = ANY"
          + " (pg_blocking_pids(pid))";

  private static TestVitrine vitrine;
  private static TestVitrine beside;
  private static Shop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    beside = vitrine.beside();
    shop = new Shop(vitrine);
  }

  @AfterAll
  static void stop() {
    beside.close();
    vitrine.close();
  }

  /** What one sender said, and what it was answered. */
  private record Said(Report report, ReportOutcome outcome, Rejection.Invalid refusal) {
    private boolean isTaken() {
      return outcome instanceof ReportOutcome.Taken;
    }

    private boolean isKnown() {
      return outcome instanceof ReportOutcome.Known;
    }

    private String key() {
      return report.order() + " " + report.id();
    }
  }

  @Test
  void many_at_once_fare_as_one_after_the_other() throws Exception {
    long seed = Long.getLong("vitrine.seed", System.nanoTime());
    System.out.println("ReportsTogetherIT: -Dvitrine.seed=" + seed);
    for (int order = 1; order <= ORDERS; order++) {
      shop.order("TO-" + order);
    }
    List<Callable<List<Said>>> senders = new ArrayList<>();
    for (int sender = 0; sender < SENDERS; sender++) {
      Random random = new Random(seed + sender);
      Reports reports = (sender % 2 == 0 ? vitrine : beside).vitrine().rooms().reports();
      senders.add(() -> sayMany(reports, random));
    }
    senders.add(ReportsTogetherIT::movePromises);
    List<Said> all = new ArrayList<>();
    for (List<Said> said : atOnce(senders)) {
      all.addAll(said);
    }
    requireOneOutcomeEach(all);
    requireHistories(all);
  }

  /** Some of it twice, some in other words under the same id, some of it nonsense. */
  private static List<Said> sayMany(Reports reports, Random random) {
    List<Said> said = new ArrayList<>();
    for (int n = 0; n < REPORTS_EACH; n++) {
      String order = "TO-" + (1 + random.nextInt(ORDERS + 1)); // The last one does not exist.
      String operation = random.nextInt(20) == 0 ? null : "Assembly";
      String stage = operation == null ? "no-such-stage" : null;
      int good = random.nextInt(10) == 0 ? 2 : 1;
      said.add(
          say(
              reports,
              report("r" + random.nextInt(REPORTS_EACH * 6), order, stage, operation, good)));
    }
    return said;
  }

  private static Said say(Reports reports, Report report) {
    try {
      return new Said(report, reports.take(report, Sender.program("test")), null);
    } catch (Rejection.Invalid refusal) {
      return new Said(report, null, refusal);
    }
  }

  /** Plans change meanwhile, and orders are locked by others. */
  private static List<Said> movePromises() {
    for (int day = 1; day <= 9; day++) {
      for (int order = 1; order <= ORDERS; order++) {
        shop.revisePromise("TO-" + order, "2026-12-0" + day, "the press is down");
      }
    }
    return List.of();
  }

  private static void requireOneOutcomeEach(List<Said> all) {
    Map<String, Said> taken = new HashMap<>();
    for (Said said : all) {
      if (said.isTaken()) {
        assertThat(taken.put(said.key(), said)).as(said.key()).isNull();
      }
    }
    for (Said said : all) {
      Said first = taken.get(said.key());
      if (said.report().order().equals("TO-" + (ORDERS + 1))) {
        assertThat(said.refusal().field()).isEqualTo("order");
      } else if (said.report().place().stage() != null) {
        // What was taken under its id may be the same, said while it still fitted.
        assertThat(said.isKnown() || said.refusal().field().equals("stage")).isTrue();
      } else if (said.report().pieces().equals(first.report().pieces())) {
        assertThat(said.isTaken() || said.isKnown()).as(said.toString()).isTrue();
        assertThat(version(said.outcome())).isEqualTo(version(first.outcome()));
      } else {
        assertThat(said.refusal().field()).isEqualTo("id");
      }
    }
  }

  private static long version(ReportOutcome outcome) {
    return switch (outcome) {
      case ReportOutcome.Taken taken -> taken.version();
      case ReportOutcome.Known known -> known.version();
      case ReportOutcome.Refused refused -> throw new AssertionError(refused);
    };
  }

  /** Versions are dense, and each report stands where its sender was told. */
  private static void requireHistories(List<Said> all) {
    List<String> written =
        TestDatabase.find(
            vitrine.databaseUrl(),
            """
            SELECT o.number || ' ' || e.report_id || ' ' || e.version || ' ' || (e.body ->> 'good')
              FROM event e JOIN orders o ON o.id = e.order_id
             WHERE o.number LIKE 'TO-%' AND e.kind = 'reported'\
            """);
    assertThat(written)
        .containsExactlyInAnyOrderElementsOf(
            all.stream()
                .filter(Said::isTaken)
                .map(
                    said ->
                        said.key()
                            + " "
                            + version(said.outcome())
                            + " "
                            + said.report().pieces().good())
                .toList());
    assertThat(
            TestDatabase.find(
                vitrine.databaseUrl(),
                """
                SELECT o.number
                  FROM orders o
                 WHERE o.version <> (SELECT count(*) FROM event e WHERE e.order_id = o.id)
                    OR o.version <> (SELECT max(version) FROM event e WHERE e.order_id = o.id)\
                """))
        .isEmpty();
  }

  @Test
  void an_order_that_somebody_holds_delays_no_other() throws Exception {
    shop.order("HELD-1");
    shop.order("FREE-1");
    Reports reports = vitrine.vitrine().rooms().reports();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Connection holder = connection();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("SELECT FROM orders WHERE number = 'HELD-1' FOR NO KEY UPDATE");
      List<Future<Said>> held = new ArrayList<>();
      List<Future<Said>> free = new ArrayList<>();
      for (int n = 0; n < 20; n++) {
        String id = "r" + n;
        held.add(threads.submit(() -> say(reports, report(id, "HELD-1", null, "Assembly", 1))));
        free.add(threads.submit(() -> say(reports, report(id, "FREE-1", null, "Assembly", 1))));
      }
      for (Future<Said> answer : free) {
        assertThat(answer.get(30, TimeUnit.SECONDS).isTaken()).isTrue();
      }
      assertThat(TestDatabase.find(vitrine.databaseUrl(), WAITING_FOR.formatted(pid(statement))))
          .hasSizeLessThanOrEqualTo(1);
      holder.rollback();
      for (Future<Said> answer : held) {
        requireTakenOrToldToComeBack(answer);
      }
    }
  }

  private static int pid(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return row.getInt(1);
    }
  }

  private static void requireTakenOrToldToComeBack(Future<Said> answer) throws Exception {
    try {
      assertThat(answer.get(30, TimeUnit.SECONDS).isTaken()).isTrue();
    } catch (ExecutionException refused) {
      assertThat(refused).hasCauseInstanceOf(Rejection.Unavailable.class);
    }
  }

  @Test
  void a_report_that_cannot_be_written_fails_alone() throws Exception {
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        CREATE FUNCTION refuse_poison() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW.report_id = 'poison' THEN RAISE EXCEPTION 'poison'; END IF;
          RETURN NEW;
        END $$;
        CREATE TRIGGER refuse_poison BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION refuse_poison()\
        """);
    shop.order("MIX-1");
    shop.order("MIX-2");
    Reports reports = vitrine.vitrine().rooms().reports();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Said>> good = new ArrayList<>();
      List<Future<Said>> poisoned = new ArrayList<>();
      for (int n = 0; n < 20; n++) {
        String order = "MIX-" + (1 + n % 2);
        String id = "r" + n;
        good.add(threads.submit(() -> say(reports, report(id, order, null, "Assembly", 1))));
        if (n % 5 == 0) {
          poisoned.add(
              threads.submit(() -> say(reports, report("poison", order, null, "Assembly", 1))));
        }
      }
      for (Future<Said> answer : good) {
        assertThat(answer.get(30, TimeUnit.SECONDS).isTaken()).isTrue();
      }
      for (Future<Said> answer : poisoned) {
        assertThatThrownBy(() -> answer.get(30, TimeUnit.SECONDS))
            .hasCauseInstanceOf(QueryFailed.class);
      }
    } finally {
      TestDatabase.execute(vitrine.databaseUrl(), "DROP FUNCTION refuse_poison CASCADE");
    }
  }

  @Test
  void a_plan_that_another_node_changed_is_seen_at_once() {
    shop.order("PLAN-1");
    Reports reports = vitrine.vitrine().rooms().reports();
    assertThat(say(reports, report("a", "PLAN-1", null, "Assembly", 1)).isTaken()).isTrue();
    shop.integrator()
        .at(beside)
        .put(
            "/api/orders/PLAN-1",
            """
            {"company": "northwind", "placedOn": "2026-10-02",
             "lines": [{"number": 1, "product": "KFR-35", "quantity": 500, "routing": "split-ac"},
                       {"number": 2, "product": "KFR-50", "quantity": 100, "routing": "split-ac"}]}\
            """);
    Said ambiguous = say(reports, report("b", "PLAN-1", null, "Assembly", 1));
    assertThat(ambiguous.refusal().field()).isEqualTo("line");
    assertThat(say(reports, report("a", "PLAN-1", null, "Assembly", 1)).isKnown()).isTrue();
  }

  private static Report report(String id, String order, String stage, String operation, int good) {
    return Reported.report(id).order(order).in(stage).of(operation).good(good).said();
  }

  private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
    List<T> done = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<T> one : threads.invokeAll(work)) {
        done.add(one.get());
      }
    }
    return done;
  }

  private static Connection connection() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:" + vitrine.databaseUrl().replace("postgres@", ""), "postgres", "");
  }
}
