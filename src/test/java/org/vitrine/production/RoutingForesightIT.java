package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** What whoever changes a routing is told before: what it would do, and what history knows. */
class RoutingForesightIT {
  private static TestVitrine vitrine;
  private static TestClient erp;
  private static TestClient quality;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    Shop shop = new Shop(vitrine);
    erp = shop.integrator();
    quality = shop.staff(Role.QUALITY_MANAGER, "qi@works.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static void put(String path, String body) {
    HttpResponse<String> answer = erp.put(path, body);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
  }

  private static void order(String number, String routing, String requirements) {
    put(
        "/api/orders/" + number,
        """
        {"company": "northwind",
         "lines": [{"number": 1, "product": "KFR-35", "quantity": 10, "routing": "%s", "requirements": [%s]}]}\
        """
            .formatted(routing, requirements));
  }

  private static void report(String number, String operation, String startedAt, String at) {
    HttpResponse<String> answer =
        erp.post(
            "/api/reports",
            """
            {"id": "%s-%s", "order": "%s", "operation": "%s", "kind": "progressed", "good": 10,
             "source": "scan", %s "happenedAt": "2026-11-20T%sZ"}\
            """
                .formatted(number, operation, number, operation, startedAt, at));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static JsonNode preview(String code, String body) {
    HttpResponse<String> answer = quality.post("/api/routings/" + code + "/preview", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return TestClient.json(answer);
  }

  @Test
  void a_preview_says_who_follows_and_what_would_change() {
    put(
        "/api/routings/seen",
        """
        {"stages": [{"code": "a", "operations": ["Cut", "Weld"]}, {"code": "b", "operations": ["Pack"]}]}\
        """);
    order("S-1", "seen", "");
    order("S-2", "seen", "{\"code\": \"q\", \"stage\": \"b\", \"name\": \"Clean\"}");
    report("S-2", "Cut", "", "08:00:00");
    report("S-2", "Weld", "", "09:00:00");
    JsonNode told =
        preview(
            "seen",
            """
            {"stages": [{"code": "a", "operations": ["Cut"]}, {"code": "c", "operations": ["Pack"]}]}\
            """);

    assertThat(told.get("outcome").asText()).isEqualTo("changed");
    assertThat(told.at("/orders/open").asInt()).isEqualTo(2);
    assertThat(told.at("/orders/following").asInt()).isEqualTo(1);
    assertThat(told.at("/orders/keeping").asInt()).isEqualTo(1);
    assertThat(told.get("changes")).hasSize(1);
    JsonNode change = told.at("/changes/0");
    assertThat(change.get("order").asText()).isEqualTo("S-2");
    assertThat(change.at("/gone/0").asText()).isEqualTo("b");
    assertThat(change.at("/added/0").asText()).isEqualTo("c");
    assertThat(change.at("/hidden/0").asText()).isEqualTo("Weld");
    assertThat(change.at("/stage/after").asText()).isEqualTo("c");
    assertThat(told.at("/refusals/0/stage").asText()).isEqualTo("b");
    assertThat(told.at("/refusals/0/withMove").asBoolean()).isTrue();
    assertThat(told.at("/refusals/0/orders/0").asText()).isEqualTo("S-2");
    assertThat(quality.json("/api/routings/seen").get("version").asInt())
        .as("nothing is saved")
        .isEqualTo(1);
  }

  @Test
  void a_preview_is_checked_as_what_is_saved() {
    HttpResponse<String> answer =
        quality.post(
            "/api/routings/fresh/preview",
            "{\"calendar\": \"none\", \"stages\": [{\"code\": \"a\"}]}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(preview("fresh", "{\"stages\": [{\"code\": \"a\"}]}").get("outcome").asText())
        .isEqualTo("created");
  }

  @Test
  void operations_are_counted_as_they_are_reported() {
    put("/api/routings/counted", "{\"stages\": [{\"code\": \"a\", \"operations\": [\"Sand*\"]}]}");
    order("C-1", "counted", "");
    order("C-2", "counted", "");
    report("C-1", "Sanding by hand", "", "08:00:00");
    report("C-2", "Sanding by hand", "", "09:00:00");
    await("both are counted", () -> sanding().path("reports").asInt() == 2);
    assertThat(sanding().get("routings").get(0).asText()).isEqualTo("counted");
    assertThat(sanding().get("product").asText()).isEqualTo("KFR-35");
    assertThat(quality.get("/api/operations?days=9999").statusCode()).isEqualTo(422);
  }

  private static JsonNode sanding() {
    for (JsonNode operation : quality.json("/api/operations?days=1").get("operations")) {
      if (operation.get("name").asText().equals("Sanding by hand")) {
        return operation;
      }
    }
    return MissingNode.getInstance();
  }

  @Test
  void usual_hours_are_proposed_from_what_five_lines_took() {
    put(
        "/api/routings/timed",
        """
        {"stages": [{"code": "a", "operations": ["Turn"]}, {"code": "b", "operations": ["Mill"]},
                    {"code": "c", "operations": ["Never"]}]}\
        """);
    for (int line = 1; line <= 5; line++) {
      order("T-" + line, "timed", "");
      report(
          "T-" + line,
          "Turn",
          "\"startedAt\": \"2026-11-20T06:00:00Z\",",
          "%02d:00:00".formatted(6 + line));
      report("T-" + line, "Mill", "", "15:00:00");
    }
    await(
        "all are told", () -> quality.json("/api/routings/timed/times").get("stages").size() == 2);
    JsonNode times = quality.json("/api/routings/timed/times").get("stages");
    assertThat(times.at("/0/stage").asText()).isEqualTo("a");
    assertThat(times.at("/0/usualHours").asDouble()).isEqualTo(3);
    assertThat(times.at("/0/slowHours").asDouble()).isEqualTo(5);
    assertThat(times.at("/0/lines").asInt()).isEqualTo(5);
    assertThat(times.at("/1/usualHours").asDouble())
        .as("from where the stage before ended")
        .isEqualTo(6);
    assertThat(quality.get("/api/routings/none/times").statusCode()).isEqualTo(404);
  }
}
