package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

class ReportsIT {
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
  void a_moment_finer_than_the_database_keeps_reads_back_as_it_was_said() {
    shop.order("SO-1");
    String moment =
        Instant.now()
            .truncatedTo(ChronoUnit.SECONDS)
            .minusSeconds(9)
            .toString()
            .replace("Z", ".123456789Z");
    var answer =
        shop.integrator()
            .post(
                "/api/reports",
                """
                {"id": "n1", "order": "SO-1", "operation": "Assembly", "kind": "progressed", "good": 1,
                 "source": "machine", "startedAt": "%s", "happenedAt": "%s"}"""
                    .formatted(moment, moment));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(shop.integrator().get("/api/orders/SO-1").statusCode()).isEqualTo(200);
  }

  @Test
  void a_stage_that_an_order_demands_something_of_stays_in_its_routing() {
    shop.order("SO-2");
    var answer =
        shop.integrator()
            .put(
                "/api/routings/split-ac",
                "{\"stages\": [{\"code\": \"assembly\"}, {\"code\": \"packing\"}]}");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("final-inspection");
  }

  @Test
  void a_correction_on_another_line_replaces_what_it_corrects() {
    twoLines("SO-3");
    say("SO-3", "r1", "\"line\": 1, \"good\": 50");
    say("SO-3", "r2", "\"line\": 2, \"good\": 50, \"corrects\": \"r1\"");
    var page = shop.integrator().json("/api/orders/SO-3");
    assertThat(page.at("/lines/1/stages/assembly/through").asInt()).isZero();
    assertThat(page.at("/lines/2/stages/assembly/through").asInt()).isEqualTo(50);
  }

  @Test
  void what_was_taken_is_known_though_it_would_no_longer_fit() {
    shop.order("SO-4");
    String report =
        """
        {"id": "r1", "order": "SO-4", "operation": "Assembly", "kind": "progressed", "good": 5,
         "source": "machine", "happenedAt": "2026-11-20T10:00:00Z"}""";
    assertThat(TestClient.json(shop.integrator().post("/api/reports", report)).at("/taken"))
        .hasSize(1);
    twoLines("SO-4");
    assertThat(TestClient.json(shop.integrator().post("/api/reports", report)).at("/known"))
        .hasSize(1);
    String other = report.replace("r1", "r2");
    assertThat(shop.integrator().post("/api/reports", other).statusCode()).isEqualTo(422);
  }

  @Test
  void under_the_id_of_what_was_taken_other_content_that_does_not_fit_is_refused() {
    shop.order("SO-5");
    say("SO-5", "r1", "\"good\": 5");
    twoLines("SO-5");
    String other =
        """
        {"id": "%s", "order": "SO-5", "operation": "Assembly", "kind": "progressed",
         "source": "machine", "happenedAt": "2026-11-20T10:00:00Z", "good": 6}""";
    for (String id : new String[] {"r2", "r1"}) {
      var answer = shop.integrator().post("/api/reports", other.formatted(id));
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(TestClient.json(answer).at("/field").asText()).isEqualTo("line");
    }
  }

  @Test
  void a_repeat_is_known_in_one_batch_and_in_another_alike() {
    shop.order("SO-6");
    String reading =
        """
        {"id": "r1", "order": "SO-6", "requirement": "capacity", "kind": "reading", "value": %s,
         "source": "machine", "actor": "%s", "happenedAt": "2026-11-20T10:00:00Z"}""";
    String batch =
        "[%s, %s, %s]"
            .formatted(
                reading.formatted("3400.0", "gauge"),
                reading.formatted("3400.00", "another gauge"),
                reading.formatted("3401", "gauge"));
    var first = TestClient.json(shop.integrator().post("/api/reports", batch));
    assertThat(first.at("/taken").findValuesAsText("index")).containsExactly("0");
    assertThat(first.at("/known").findValuesAsText("index")).containsExactly("1");
    assertThat(first.at("/refused").findValuesAsText("index")).containsExactly("2");
    var again = TestClient.json(shop.integrator().post("/api/reports", batch));
    assertThat(again.at("/taken")).isEmpty();
    assertThat(again.at("/known").findValuesAsText("index")).containsExactly("0", "1");
    assertThat(again.at("/refused").findValuesAsText("index")).containsExactly("2");
  }

  /** A standby that lacked the last transactions takes over, and gives their ids out anew. */
  @Test
  void a_report_is_never_written_to_an_order_that_has_taken_the_id_of_another() {
    shop.order("SO-7");
    shop.order("SO-8");
    say("SO-7", "r1", "\"good\": 5");
    say("SO-8", "r1", "\"good\": 5");
    swapNumbers("SO-7", "SO-8");
    say("SO-7", "r2", "\"good\": 7");
    say("SO-7", "r1", "\"good\": 5");
    assertThat(historyInTheDatabase("SO-7")).containsExactly("r1", "r2");
    assertThat(historyInTheDatabase("SO-8")).containsExactly("r1");
  }

  @Test
  void a_number_leads_to_its_own_order_once_all_is_forgotten() {
    shop.order("SO-10");
    shop.order("SO-11");
    say("SO-10", "r1", "\"good\": 5");
    assertThat(shop.integrator().json("/api/orders/SO-10").at("/reports").asInt()).isEqualTo(1);
    swapNumbers("SO-10", "SO-11");
    vitrine.vitrine().rooms().tracking().forgetAll();
    vitrine.vitrine().rooms().reports().forgetAll();
    var page = shop.integrator().json("/api/orders/SO-10");
    assertThat(page.at("/number").asText()).isEqualTo("SO-10");
    assertThat(page.at("/reports").asInt()).isZero();
  }

  private static void swapNumbers(String one, String other) {
    String rename = "UPDATE orders SET number = '%s' WHERE number = '%s'";
    TestDatabase.execute(vitrine.databaseUrl(), rename.formatted("between", one));
    TestDatabase.execute(vitrine.databaseUrl(), rename.formatted(one, other));
    TestDatabase.execute(vitrine.databaseUrl(), rename.formatted(other, "between"));
  }

  private static List<String> historyInTheDatabase(String order) {
    return TestDatabase.find(
        vitrine.databaseUrl(),
        """
        SELECT e.report_id
          FROM event e
          JOIN orders o ON o.id = e.order_id
         WHERE o.number = '%s' AND e.report_id IS NOT NULL
         ORDER BY e.version"""
            .formatted(order));
  }

  @Test
  void an_order_that_has_all_the_events_it_can_take_takes_no_more() {
    shop.order("SO-9");
    say("SO-9", "r1", "\"good\": 5");
    TestDatabase.execute(
        vitrine.databaseUrl(), "UPDATE orders SET version = 100000 WHERE number = 'SO-9'");
    String report =
        """
        {"id": "%s", "order": "SO-9", "operation": "Assembly", "kind": "progressed", "good": 5,
         "source": "machine", "happenedAt": "2026-11-20T10:00:00Z"}""";
    var another = shop.integrator().post("/api/reports", report.formatted("r2"));
    assertThat(another.statusCode()).isEqualTo(422);
    assertThat(TestClient.json(another).at("/field").asText()).isEqualTo("order");
    var known = shop.integrator().post("/api/reports", report.formatted("r1"));
    assertThat(TestClient.json(known).at("/known")).hasSize(1);
  }

  private static void twoLines(String number) {
    var answer =
        shop.integrator()
            .put(
                "/api/orders/" + number,
                """
                {"company": "northwind", "lines": [
                  {"number": 1, "product": "A", "quantity": 100, "routing": "split-ac"},
                  {"number": 2, "product": "B", "quantity": 100, "routing": "split-ac"}]}""");
    assertThat(answer.statusCode()).isLessThan(300);
  }

  private static void say(String order, String id, String more) {
    var answer =
        shop.integrator()
            .post(
                "/api/reports",
                """
                {"id": "%s", "order": "%s", "operation": "Assembly", "kind": "progressed",
                 "source": "machine", "happenedAt": "2026-11-20T10:00:00Z", %s}"""
                    .formatted(id, order, more));
    assertThat(answer.statusCode()).isEqualTo(200);
  }
}
