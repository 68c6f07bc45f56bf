package org.vitrine.nonconformances;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/**
 * A house in which something goes wrong: who raises it, who decides, and who waits for an order.
 */
final class QualityShop {
  private final Shop shop;
  private final Map<String, TestClient> clients = new ConcurrentHashMap<>();

  QualityShop(TestVitrine vitrine) {
    this.shop = new Shop(vitrine);
  }

  Shop shop() {
    return shop;
  }

  /** Reports at stations. */
  TestClient zhang() {
    return staff(Role.OPERATOR, "zhang@plant.example");
  }

  /** Keeps quality. */
  TestClient chen() {
    return staff(Role.QUALITY_MANAGER, "chen@plant.example");
  }

  /** Keeps quality as well. */
  TestClient wu() {
    return staff(Role.QUALITY_MANAGER, "wu@plant.example");
  }

  /** Buys, at Northwind. */
  TestClient amelia() {
    return clients.computeIfAbsent(
        "amelia", known -> shop.contact("northwind", "amelia@northwind.example"));
  }

  private TestClient staff(Role role, String email) {
    return clients.computeIfAbsent(email, unknown -> shop.staff(role, email));
  }

  long raised(String body) {
    return ok(201, zhang().post("/api/nonconformances", body)).get("number").asLong();
  }

  JsonNode read(long number) {
    return chen().json("/api/nonconformances/" + number);
  }

  JsonNode done(TestClient by, long number, String act, String body) {
    return ok(200, by.post("/api/nonconformances/" + number + "/" + act, body));
  }

  static JsonNode ok(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return TestClient.json(answer);
  }

  /** How each stage of the first line of an order stands, as this one reads it. */
  static List<String> stages(TestClient reader, String order) {
    JsonNode stages = reader.json("/api/orders/" + order).at("/lines/1/stages");
    return List.of("assembly", "final-inspection", "packing").stream()
        .map(stage -> stages.at("/" + stage + "/state").asText())
        .toList();
  }

  List<String> history(long number) {
    return read(number).get("history").findValuesAsText("kind");
  }
}
