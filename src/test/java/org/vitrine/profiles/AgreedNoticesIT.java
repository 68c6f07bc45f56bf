package org.vitrine.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** What people are told of a company with which something was agreed. */
class AgreedNoticesIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient manager;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    manager = shop.staff(Role.ACCOUNT_MANAGER, "wang.fang@example.com");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void who_has_not_chosen_is_told_as_was_agreed_and_reads_by_which_version() {
    TestClient amelia = shop.contact("northwind", "amelia@northwind.example");
    TestClient fay = shop.contact("northwind", "fay@northwind.example");
    TestClient otto = shop.contact("contoso", "otto@contoso.example");
    assertThat(
            fay.put(
                    "/api/notices/choices",
                    "{\"topics\": [{\"topic\": \"promises\", \"mode\": \"digest\"}]}")
                .statusCode())
        .isEqualTo(200);
    agree("northwind", "\"notices\": {\"deliveries\": \"off\", \"promises\": \"at-once\"}");
    assertThat(usual(amelia, "deliveries")).isEqualTo("off");
    assertThat(usual(otto, "deliveries")).isEqualTo("at-once");
    assertThat(topic(amelia, "deliveries").at("/agreed/owner").asText()).isEqualTo("company");
    assertThat(topic(amelia, "deliveries").at("/agreed/version").asInt()).isEqualTo(1);
    assertThat(topic(amelia, "risks").has("agreed")).as("as the house has it").isFalse();
    assertThat(topic(otto, "deliveries").has("agreed")).as("another company's").isFalse();
    shop.order("SO-1");
    TestWatcher.await(
        "that it was placed is told",
        () ->
            vitrine
                .vitrine()
                .database()
                .findOne(
                    "test.told",
                    "SELECT count(*) AS told FROM told_order",
                    row -> row.getLong("told"))
                .filter(told -> told > 0)
                .isPresent());

    shop.revisePromise("SO-1", "2031-03-20", "Seal kit");

    assertThat(told(amelia).at("/agreed/owner").asText()).isEqualTo("company");
    assertThat(told(amelia).at("/agreed/version").asInt()).isEqualTo(1);
    assertThat(told(fay).has("agreed")).as("she chose").isFalse();
  }

  private static JsonNode told(TestClient person) {
    TestWatcher.await("a notice", () -> !first(person).isMissingNode());
    return first(person);
  }

  private static JsonNode first(TestClient person) {
    for (JsonNode notice : person.json("/api/notices").get("notices")) {
      if (notice.get("topic").asText().equals("promises")) {
        return notice;
      }
    }
    return MissingNode.getInstance();
  }

  private static String usual(TestClient person, String topic) {
    return topic(person, topic).get("usual").asText();
  }

  private static JsonNode topic(TestClient person, String topic) {
    for (JsonNode one : person.json("/api/notices/choices").get("topics")) {
      if (one.get("topic").asText().equals(topic)) {
        return one;
      }
    }
    throw new AssertionError(topic);
  }

  private static void agree(String company, String terms) {
    var answer =
        manager.put(
            "/api/profiles/" + company,
            "{%s, \"agreedBy\": \"Amelia Hart\", \"agreedOn\": \"%s\"}"
                .formatted(terms, LocalDate.of(2025, 1, 2)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }
}
