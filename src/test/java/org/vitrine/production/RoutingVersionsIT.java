package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** A routing is superseded, never edited, and lines in production keep what they began with. */
class RoutingVersionsIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient erp;
  private static TestClient quality;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    erp = shop.integrator();
    quality = shop.staff(Role.QUALITY_MANAGER, "qi@works.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static JsonNode save(String code, String orders, String... stages) {
    HttpResponse<String> answer = put(code, orders, "*", stages);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return TestClient.json(answer);
  }

  /** Stages of one letter, each with the operation of that name. */
  private static HttpResponse<String> put(
      String code, String orders, String startedFrom, String... stages) {
    StringBuilder list = new StringBuilder();
    for (String stage : stages) {
      list.append(list.isEmpty() ? "" : ", ")
          .append("{\"code\": \"%s\", \"operations\": [\"%s\"]}".formatted(stage, stage));
    }
    return quality.ask(
        "PUT",
        "/api/routings/" + code,
        "{%s\"stages\": [%s]}".formatted(orders, list),
        "If-Match",
        startedFrom.equals("*") ? "*" : "\"" + startedFrom + "\"");
  }

  private static void order(String number, String... routings) {
    StringBuilder lines = new StringBuilder();
    for (int at = 0; at < routings.length; at++) {
      lines
          .append(at == 0 ? "" : ", ")
          .append(
              "{\"number\": %d, \"product\": \"P\", \"quantity\": 10, \"routing\": \"%s\"}"
                  .formatted(at + 1, routings[at]));
    }
    place(number, lines.toString());
  }

  private static void place(String number, String lines) {
    HttpResponse<String> answer =
        erp.put(
            "/api/orders/" + number,
            "{\"company\": \"northwind\", \"lines\": [%s]}".formatted(lines));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
  }

  private static void report(String number, int line, String operation, int good) {
    HttpResponse<String> answer =
        erp.post(
            "/api/reports",
            """
            {"id": "%s-%d-%s", "order": "%s", "line": %d, "operation": "%s", "kind": "progressed", "good": %d,
             "source": "scan", "happenedAt": "2026-11-20T08:00:00Z"}\
            """
                .formatted(number, line, operation, number, line, operation, good));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static String stages(String number, int line) {
    JsonNode stages = erp.json("/api/orders/" + number).at("/lines/" + line + "/stages");
    return stages.properties().stream()
        .sorted(Comparator.comparing(stage -> stage.getValue().path("position").asInt()))
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(" "));
  }

  private static int version(String number, int line) {
    return erp.json("/api/orders/" + number + "/routing-version")
        .at("/lines/" + (line - 1) + "/version")
        .asInt();
  }

  @Test
  void lines_that_began_keep_their_version_and_others_follow() {
    assertThat(save("keep", "", "a", "b").get("version").asInt()).isEqualTo(1);
    order("K-1", "keep", "keep");
    report("K-1", 1, "a", 4);
    JsonNode saved = save("keep", "", "a", "b", "c");

    assertThat(saved.get("version").asInt()).isEqualTo(2);
    assertThat(saved.get("orders").asInt()).as("its second line moved").isEqualTo(1);
    assertThat(stages("K-1", 1)).isEqualTo("a b");
    assertThat(stages("K-1", 2)).isEqualTo("a b c");
    report("K-1", 2, "c", 1);
    assertThat(save("keep", "", "a", "c").get("orders").asInt()).isZero();
    assertThat(stages("K-1", 2)).as("begun by then").isEqualTo("a b c");
    report("K-1", 1, "b", 2);
    assertThat(erp.json("/api/orders/K-1").at("/lines/1/stages/b/through").asInt()).isEqualTo(2);
  }

  @Test
  void all_open_orders_can_be_taken_along_and_those_that_are_over_never_are() {
    save("move", "", "a", "b");
    order("M-1", "move");
    order("M-2", "move");
    order("M-3", "move");
    report("M-1", 1, "a", 4);
    report("M-2", 1, "a", 10);
    report("M-2", 1, "b", 10);
    erp.put(
        "/api/orders/M-3",
        """
        {"company": "northwind", "cancelled": "no longer needed",
         "lines": [{"number": 1, "product": "P", "quantity": 10, "routing": "move"}]}\
        """);
    JsonNode saved = save("move", "\"orders\": \"move\", ", "a", "c");

    assertThat(saved.get("orders").asInt()).isEqualTo(1);
    assertThat(stages("M-1", 1)).isEqualTo("a c");
    assertThat(erp.json("/api/orders/M-1").at("/lines/1/stages/a/through").asInt()).isEqualTo(4);
    assertThat(stages("M-2", 1)).as("completed").isEqualTo("a b");
    assertThat(stages("M-3", 1)).as("cancelled").isEqualTo("a b");
    assertThat(erp.get("/api/orders/M-1/events").body()).contains("\"routing-changed\"");
    assertThat(erp.get("/api/orders/M-2/events").body()).doesNotContain("routing-changed");
  }

  @Test
  void a_line_that_is_finished_keeps_its_stages_though_its_order_is_taken_along() {
    save("partly", "", "a", "b");
    order("P-1", "partly", "partly", "partly");
    report("P-1", 1, "a", 10);
    report("P-1", 1, "b", 10);
    report("P-1", 2, "a", 4);
    report("P-1", 3, "a", 4);
    erp.put("/api/orders/P-1/closure", "{\"line\": 3, \"reason\": \"no more cloth\"}");
    save("partly", "\"orders\": \"move\", ", "a", "b", "c");

    assertThat(stages("P-1", 1)).as("finished").isEqualTo("a b");
    assertThat(stages("P-1", 2)).isEqualTo("a b c");
    assertThat(stages("P-1", 3)).as("finished with fewer").isEqualTo("a b");
  }

  @Test
  void the_same_again_moves_those_that_kept_an_older_version() {
    save("again", "", "a", "b");
    order("A-1", "again");
    report("A-1", 1, "a", 4);
    save("again", "", "a", "b", "c");
    assertThat(stages("A-1", 1)).isEqualTo("a b");

    JsonNode unchanged = save("again", "\"orders\": \"move\", ", "a", "b", "c");
    assertThat(unchanged.get("outcome").asText()).isEqualTo("unchanged");
    assertThat(unchanged.get("orders").asInt()).isEqualTo(1);
    assertThat(stages("A-1", 1)).isEqualTo("a b c");
  }

  @Test
  void one_order_moves_by_itself_and_back() {
    save("one", "", "a", "b");
    order("O-1", "one");
    order("O-2", "one");
    report("O-1", 1, "a", 4);
    report("O-2", 1, "a", 4);
    save("one", "", "a", "b", "c");

    assertThat(version("O-1", 1)).isEqualTo(1);
    assertThat(quality.put("/api/orders/O-1/routing-version", "{}").statusCode()).isEqualTo(200);
    assertThat(stages("O-1", 1)).isEqualTo("a b c");
    assertThat(stages("O-2", 1)).isEqualTo("a b");
    assertThat(
            quality
                .put("/api/orders/O-1/routing-version", "{\"line\": 1, \"version\": 1}")
                .statusCode())
        .isEqualTo(200);
    assertThat(stages("O-1", 1)).isEqualTo("a b");
    assertThat(quality.put("/api/orders/O-1/routing-version", "{\"version\": 9}").statusCode())
        .isEqualTo(422);
    assertThat(quality.put("/api/orders/NONE/routing-version", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void an_order_that_is_over_does_not_move() {
    save("over", "", "a");
    order("V-1", "over");
    report("V-1", 1, "a", 10);
    save("over", "", "a", "b");
    HttpResponse<String> refused = quality.put("/api/orders/V-1/routing-version", "{}");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(stages("V-1", 1)).isEqualTo("a");
  }

  @Test
  void a_changed_order_stays_with_its_version_and_is_checked_against_it() {
    save("checked", "", "a", "b");
    String line =
        """
        {"number": 1, "product": "P", "quantity": %d, "routing": "checked",
         "requirements": [{"code": "q", "stage": "b", "name": "Clean"}]}\
        """;
    place("C-1", line.formatted(10));
    report("C-1", 1, "a", 4);
    save("checked", "", "a", "c");
    assertThat(stages("C-1", 1)).isEqualTo("a b");

    place("C-1", line.formatted(12));
    assertThat(stages("C-1", 1)).isEqualTo("a b");
    HttpResponse<String> fresh =
        erp.put(
            "/api/orders/C-2",
            "{\"company\": \"northwind\", \"lines\": [%s]}".formatted(line.formatted(10)));
    assertThat(fresh.statusCode()).as("it follows the newest").isEqualTo(422);
    assertThat(quality.put("/api/orders/C-1/routing-version", "{}").statusCode())
        .as("its requirement would be left without a stage")
        .isEqualTo(409);
    assertThat(put("checked", "\"orders\": \"move\", ", "*", "a", "c").statusCode()).isEqualTo(409);
  }

  @Test
  void versions_stay_with_who_saved_them() {
    save("kept", "", "a");
    save("kept", "", "a", "b");
    JsonNode now = quality.json("/api/routings/kept");
    assertThat(now.get("version").asInt()).isEqualTo(2);
    assertThat(now.get("savedBy").asText()).isEqualTo("qi@works.example");
    assertThat(now.get("before").findValuesAsText("version")).containsExactly("1");
    JsonNode before = quality.json("/api/routings/kept?version=1");
    assertThat(before.get("stages").findValuesAsText("code")).containsExactly("a");
    assertThat(quality.get("/api/routings/kept?version=3").statusCode()).isEqualTo(404);
    assertThat(quality.get("/api/routings/nowhere").statusCode()).isEqualTo(404);
    TestClient administrator = shop.staff(Role.ADMINISTRATOR, "ada@works.example");
    assertThat(administrator.get("/api/audit?action=routing-changed&subject=kept").body())
        .contains("\"moved\"");
  }

  @Test
  void an_edit_of_what_somebody_else_changed_is_told() {
    save("raced", "", "a");
    save("raced", "", "a", "b");
    HttpResponse<String> late = put("raced", "", "1", "a", "c");
    assertThat(late.statusCode()).isEqualTo(412);
    JsonNode problem = TestClient.json(late);
    assertThat(problem.at("/current/version").asInt()).isEqualTo(2);
    assertThat(problem.get("changedBy").asText()).isEqualTo("qi@works.example");
    assertThat(put("raced", "", "1", "a", "b").statusCode())
        .as("the same is nobody's change")
        .isEqualTo(200);
    assertThat(put("raced", "", "2", "a", "c").statusCode()).isEqualTo(200);
  }

  @Test
  void a_list_says_how_many_open_orders_there_are() {
    save("counted", "", "a");
    order("N-1", "counted");
    order("N-2", "counted", "counted");
    JsonNode listed = quality.json("/api/routings?openOrders=true").get("routings");
    for (JsonNode routing : listed) {
      if (routing.get("code").asText().equals("counted")) {
        assertThat(routing.get("openOrders").asInt()).isEqualTo(2);
        assertThat(routing.get("version").asInt()).isEqualTo(1);
        return;
      }
    }
    throw new AssertionError("not listed: " + listed);
  }
}
