package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** Whoever may report may name anybody; who it was is kept all the same. */
class SenderIT {
  private static final String REPORT =
      """
      {"id": "%s", "order": "%s", "operation": "Assembly", "kind": "progressed", "good": 5,
       "source": "scan", "actor": "Li Wei", "happenedAt": "2026-11-20T10:00:00Z"}""";

  private static TestVitrine vitrine;
  private static Shop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine, "erp");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void who_sent_a_report_stands_beside_whom_it_names() {
    shop.order("SO-1");
    say(shop.integrator(), "r1", "SO-1");
    say(shop.integrator(), "[%s]", "r2", "SO-1");
    for (JsonNode event : reported(shop.staff(Role.ACCOUNT_MANAGER, "a@foshan.example"), "SO-1")) {
      assertThat(event.at("/actor").asText()).isEqualTo("Li Wei");
      assertThat(event.at("/sender/kind").asText()).isEqualTo("key");
      assertThat(event.at("/sender/name").asText()).isEqualTo("erp");
      assertThat(event.at("/sender/id").asLong()).isPositive();
    }
  }

  @Test
  void the_same_from_somebody_else_is_known_and_stays_whose_it_was() {
    shop.order("SO-2");
    say(shop.integrator(), "r1", "SO-2");
    TestClient operator = shop.staff(Role.OPERATOR, "o@foshan.example");
    assertThat(say(operator, "r1", "SO-2").at("/known")).hasSize(1);
    say(operator, "r2", "SO-2");
    List<JsonNode> read = reported(shop.integrator(), "SO-2");
    assertThat(read)
        .extracting(event -> event.at("/sender/kind").asText())
        .containsExactly("key", "person");
  }

  @Test
  void a_customer_reads_no_names_of_the_house() {
    shop.order("SO-3");
    say(shop.integrator(), "r1", "SO-3");
    List<JsonNode> read = reported(shop.contact("northwind", "c@northwind.example"), "SO-3");
    assertThat(read).hasSize(1);
    assertThat(read.toString()).doesNotContain("Li Wei", "erp", "sender", "actor");
  }

  private static JsonNode say(TestClient client, String id, String order) {
    return say(client, "%s", id, order);
  }

  private static JsonNode say(TestClient client, String around, String id, String order) {
    return TestClient.json(
        client.post("/api/reports", around.formatted(REPORT.formatted(id, order))));
  }

  /** The events of an order that are reports. */
  private static List<JsonNode> reported(TestClient client, String order) {
    List<JsonNode> reports = new ArrayList<>();
    for (JsonNode event : client.json("/api/orders/" + order + "/events").at("/events")) {
      if (event.at("/kind").asText().equals("reported")) {
        reports.add(event);
      }
    }
    return reports;
  }
}
