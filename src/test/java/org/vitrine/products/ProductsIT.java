package org.vitrine.products;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

class ProductsIT {
  private static final String CAPACITY =
      """
      {"code": "capacity", "stage": "final-inspection", "name": {"en": "Cooling capacity", "zh-CN": "制冷量"},
       "ordered": "3,500 W ± 5 %", "unit": "W", "minimum": 3325, "maximum": 3675, "sample": 20}\
      """;

  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient integrator;
  private static TestClient manager;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    integrator = shop.integrator();
    manager = shop.staff(Role.ACCOUNT_MANAGER, "wang.fang@example.com");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void a_product_is_made_then_unchanged_then_changed_then_gone() {
    assertSaved(save("KFR-35", "Split air conditioner", CAPACITY), 201, "created", 1);
    assertSaved(save("KFR-35", "Split air conditioner", CAPACITY), 200, "unchanged", 1);
    assertSaved(save("KFR-35", "Split air conditioner", ""), 200, "changed", 2);
    JsonNode shown = manager.json("/api/products/KFR-35");
    assertThat(shown.get("version").asLong()).isEqualTo(2);
    assertThat(shown.has("missingStages")).isFalse();
    assertThat(manager.delete("/api/products/KFR-35").statusCode()).isEqualTo(204);
    assertThat(manager.get("/api/products/KFR-35").statusCode()).isEqualTo(404);
    assertThat(trail("product-changed", "KFR-35")).hasSize(2);
    assertThat(trail("product-removed", "KFR-35")).hasSize(1);
  }

  @Test
  void who_edits_an_old_version_learns_what_is_there_now() {
    save("P-1", "Pump", "");
    assertThat(saveFrom("1", "P-1", "Pump, large").statusCode()).isEqualTo(200);

    HttpResponse<String> late = saveFrom("1", "P-1", "Pump, small");

    assertThat(late.statusCode()).isEqualTo(412);
    JsonNode problem = TestClient.json(late);
    assertThat(problem.at("/current")).isEqualTo(manager.json("/api/products/P-1"));
    assertThat(problem.get("changedBy").asText()).isEqualTo("wang.fang@example.com");
    assertThat(problem.has("changedAt")).isTrue();
    assertThat(saveFrom("1", "P-1", "Pump, large").statusCode())
        .as("an edit that changes nothing")
        .isEqualTo(200);
  }

  @Test
  void who_makes_one_from_nothing_overwrites_none() {
    assertThat(saveFrom("0", "P-2", "Valve").statusCode()).isEqualTo(201);
    assertThat(saveFrom("0", "P-2", "Other valve").statusCode()).isEqualTo(412);
    assertThat(saveFrom("3", "P-3", "Gone").statusCode()).isEqualTo(404);
  }

  @Test
  void a_stage_that_the_routing_lacks_is_refused_where_it_stands() {
    HttpResponse<String> refused =
        save("P-4", "Pump", CAPACITY.replace("final-inspection", "test"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(TestClient.json(refused).get("field").asText()).isEqualTo("requirements[0].stage");
    assertThat(field(save("P-4", "Pump", CAPACITY + "," + CAPACITY)))
        .isEqualTo("requirements[1].code");
    assertThat(field(save("P-4", "Pump", CAPACITY.replace("\"sample\": 20", "\"waiver\": \"no\""))))
        .isEqualTo("requirements[0].waiver");
    assertThat(field(put("P-4", "{\"name\": \"Pump\", \"routing\": \"no-such\"}")))
        .isEqualTo("routing");
    assertThat(field(put("P-4", "{\"name\": \" \", \"routing\": \"split-ac\"}"))).isEqualTo("name");
    assertThat(field(put("proposals", "{\"name\": \"Pump\", \"routing\": \"split-ac\"}")))
        .isEqualTo("code");
  }

  @Test
  void a_product_says_which_stage_its_routing_has_lost() {
    integrator.put(
        "/api/routings/shrinking", "{\"stages\": [{\"code\": \"test\"}, {\"code\": \"pack\"}]}");
    put(
        "P-5",
        """
        {"name": "Fan", "routing": "shrinking", "requirements": [{"code": "noise", "stage": "test"}]}\
        """);
    assertThat(
            integrator
                .put("/api/routings/shrinking", "{\"stages\": [{\"code\": \"pack\"}]}")
                .statusCode())
        .isEqualTo(200);

    assertThat(manager.json("/api/products/P-5").at("/missingStages/0").asText()).isEqualTo("test");
  }

  @Test
  void products_are_found_by_code_and_by_name_in_any_language() {
    put(
        "SEEK-1",
        """
        {"name": {"en": "Ceiling cassette", "zh-CN": "吸顶机"}, "routing": "split-ac"}\
        """);
    put("SEEK-2", "{\"name\": \"Wall unit\", \"routing\": \"split-ac\"}");

    assertThat(codes("?text=seek")).containsExactly("SEEK-1", "SEEK-2");
    assertThat(codes("?text=" + encoded("吸顶"))).containsExactly("SEEK-1");
    assertThat(codes("?text=wall")).containsExactly("SEEK-2");
    JsonNode first = manager.json("/api/products?text=seek&limit=1");
    assertThat(first.get("next").asText()).isEqualTo("SEEK-1");
    assertThat(codes("?text=seek&limit=1&after=SEEK-1")).containsExactly("SEEK-2");
  }

  @Test
  void a_product_without_a_template_is_proposed_as_it_was_ordered_last() {
    order("SO-P1", "\"Chiller\"", "");
    order("SO-P2", "{\"en\": \"Chiller\", \"zh-CN\": \"冷水机组\"}", CAPACITY);

    JsonNode proposal = manager.json("/api/products/proposals?product=Chiller").at("/proposals/0");

    assertThat(proposal.get("order").asText()).isEqualTo("SO-P2");
    assertThat(proposal.get("routing").asText()).isEqualTo("split-ac");
    assertThat(proposal.get("unit").asText()).isEqualTo("sets");
    assertThat(proposal.at("/requirements/0/code").asText()).isEqualTo("capacity");
    assertThat(
            manager
                .json("/api/products/proposals?product=" + encoded("冷水机组"))
                .at("/proposals/0/order")
                .asText())
        .isEqualTo("SO-P2");
    assertThat(manager.json("/api/products/proposals?product=Nothing").get("proposals")).isEmpty();
  }

  private static void order(String number, String product, String requirements) {
    assertThat(
            integrator
                .put(
                    "/api/orders/" + number,
                    """
                    {"company": "northwind", "lines": [{"number": 1, "product": %s, "quantity": 2, "unit": "sets",
                      "routing": "split-ac", "requirements": [%s]}]}\
                    """
                        .formatted(product, requirements))
                .statusCode())
        .isEqualTo(201);
  }

  private static List<String> codes(String query) {
    return manager.json("/api/products" + query).get("products").findValuesAsText("code").stream()
        .filter(code -> code.startsWith("SEEK"))
        .toList();
  }

  private static List<JsonNode> trail(String action, String subject) {
    return shop.staff(Role.ADMINISTRATOR, "li.wen@example.com")
        .json("/api/audit?action=%s&subject=%s".formatted(action, subject))
        .get("entries")
        .findParents("action");
  }

  private static HttpResponse<String> save(String code, String name, String requirements) {
    return put(
        code,
        "{\"name\": \"%s\", \"routing\": \"split-ac\", \"requirements\": [%s]}"
            .formatted(name, requirements));
  }

  private static HttpResponse<String> put(String code, String body) {
    return manager.put("/api/products/" + code, body);
  }

  private static HttpResponse<String> saveFrom(String version, String code, String name) {
    return manager.ask(
        "PUT",
        "/api/products/" + code,
        "{\"name\": \"%s\", \"routing\": \"split-ac\"}".formatted(name),
        "If-Match",
        "\"" + version + "\"");
  }

  private static void assertSaved(
      HttpResponse<String> answer, int status, String outcome, long version) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode saved = TestClient.json(answer);
    assertThat(saved.get("outcome").asText()).isEqualTo(outcome);
    assertThat(saved.get("version").asLong()).isEqualTo(version);
  }

  private static String field(HttpResponse<String> refused) {
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    return TestClient.json(refused).get("field").asText();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
