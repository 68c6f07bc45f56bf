package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.fixtures.TestWatcher.await;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.vitrine.production.Reports.ReportOutcome;

/** Single reports that arrive at the same moment while something is wrong. */
class ReportsInTroubleIT {
  private static final int AT_ONCE = 40;
  private static final Instant MOMENT = Instant.parse("2026-11-20T10:00:00Z");

  private static final String WAITING =
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

  private static TestVitrine vitrine;
  private static Shop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void whoever_reports_on_an_order_that_stays_held_is_told_to_come_back() throws Exception {
    shop.order("HELD-1");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Connection holder = connection();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("SELECT FROM orders WHERE number = 'HELD-1' FOR UPDATE");
      for (Future<ReportOutcome> answer : sayAtOnce(threads, "HELD-1")) {
        requireToldToComeBack(answer);
      }
      boolean overtaken = false;
      for (int attempt = 0; attempt < 5 && !overtaken; attempt++) {
        Future<ReportOutcome> first = threads.submit(() -> say("first", "HELD-1"));
        await("it waits for the order", () -> !TestDatabase.find(url(), WAITING).isEmpty());
        requireToldToComeBack(threads.submit(() -> say("second", "HELD-1")));
        overtaken = !first.isDone();
        requireToldToComeBack(first);
      }
      assertThat(overtaken).as("nobody queues behind whoever waits").isTrue();
      HttpResponse<String> batch = shop.integrator().post("/api/reports", "[" + json("b") + "]");
      assertThat(batch.statusCode()).isEqualTo(503);
      assertThat(batch.headers().firstValue("Retry-After")).contains("1");
    }
    assertThat(say("r1", "HELD-1")).isInstanceOf(ReportOutcome.Taken.class);
  }

  private static void requireToldToComeBack(Future<ReportOutcome> answer) {
    assertThatThrownBy(() -> answer.get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(Rejection.Unavailable.class);
  }

  private static String json(String id) {
    return """
        {"id": "%s", "order": "HELD-1", "operation": "Assembly", "kind": "progressed", "good": 1,
         "source": "machine", "happenedAt": "%s"}"""
        .formatted(id, MOMENT);
  }

  /** Each try raises the sequence, which no rollback takes back. */
  @Test
  void what_the_database_cannot_do_now_is_tried_once_a_round_and_told_to_all() throws Exception {
    shop.order("FULL-1");
    TestDatabase.execute(
        url(),
        """
        CREATE SEQUENCE tries;
        GRANT USAGE ON SEQUENCE tries TO vitrine_app;
        CREATE FUNCTION be_full() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM nextval('tries');
          RAISE EXCEPTION 'no space left on device' USING ERRCODE = 'disk_full';
        END $$;
        CREATE TRIGGER be_full BEFORE INSERT ON event FOR EACH STATEMENT EXECUTE FUNCTION be_full()""");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<ReportOutcome> answer : sayAtOnce(threads, "FULL-1")) {
        requireToldToComeBack(answer);
      }
      List<String> tries = TestDatabase.find(url(), "SELECT last_value FROM tries");
      assertThat(Integer.parseInt(tries.getFirst())).isLessThanOrEqualTo(AT_ONCE);
    } finally {
      TestDatabase.execute(url(), "DROP FUNCTION be_full CASCADE; DROP SEQUENCE tries");
    }
    assertThat(say("r1", "FULL-1")).isInstanceOf(ReportOutcome.Taken.class);
  }

  @Test
  void an_order_that_cannot_be_read_fails_alone() throws Exception {
    shop.order("READ-1");
    shop.order("UNREAD-1");
    TestDatabase.execute(
        url(),
        """
        UPDATE requirement SET minimum = maximum + 1
         WHERE order_id = (SELECT id FROM orders WHERE number = 'UNREAD-1')""");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ReportOutcome>> unread = sayAtOnce(threads, "UNREAD-1");
      for (Future<ReportOutcome> answer : sayAtOnce(threads, "READ-1")) {
        assertThat(answer.get(30, TimeUnit.SECONDS)).isInstanceOf(ReportOutcome.Taken.class);
      }
      for (Future<ReportOutcome> answer : unread) {
        assertThatThrownBy(() -> answer.get(30, TimeUnit.SECONDS))
            .hasRootCauseInstanceOf(Rejection.Invalid.class);
      }
    }
  }

  private static List<Future<ReportOutcome>> sayAtOnce(ExecutorService threads, String order) {
    List<Future<ReportOutcome>> answers = new ArrayList<>();
    for (int n = 0; n < AT_ONCE; n++) {
      String id = "r" + n;
      answers.add(threads.submit(() -> say(id, order)));
    }
    return answers;
  }

  private static ReportOutcome say(String id, String order) {
    return vitrine.vitrine().rooms().reports().take(report(id, order), Sender.program("test"));
  }

  private static Report report(String id, String order) {
    return Reported.report(id).order(order).of("Assembly").good(1).said();
  }

  private static String url() {
    return vitrine.databaseUrl();
  }

  private static Connection connection() throws Exception {
    return DriverManager.getConnection("jdbc:" + url().replace("postgres@", ""), "postgres", "");
  }
}
