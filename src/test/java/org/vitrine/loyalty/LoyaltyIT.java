package org.vitrine.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** How loyal customers are, read from a database. */
class LoyaltyIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient manager;
  private static TestClient customer;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    manager = shop.staff(Role.ACCOUNT_MANAGER, "wu@plant.example");
    customer = shop.contact("northwind", "amelia@northwind.example");
    for (int ago : new int[] {153, 133, 109, 61}) {
      order("baltic", "SO-B" + ago, ago, false);
    }
    order("baltic", "SO-B-CANCELLED", 2, true);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(vitrine.vitrine().clock().instant(), ZoneId.of("Asia/Shanghai"));
  }

  private static void order(String company, String number, int daysAgo, boolean cancelled) {
    shop.company(company, company);
    HttpResponse<String> answer =
        shop.integrator()
            .put(
                "/api/orders/" + number,
                """
                {"company": "%s", "placedOn": "%s", %s "lines": [{"number": 1, "product": "KFR-35", "quantity": 5,
                 "routing": "split-ac"}]}\
                """
                    .formatted(
                        company,
                        today().minusDays(daysAgo),
                        cancelled ? "\"cancelled\": \"by mistake\"," : ""));
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  @Test
  void a_company_that_is_later_than_ever_says_since_when() {
    JsonNode row = row("baltic");

    assertThat(row.at("/orders/days").asInt()).as("without the cancelled one").isEqualTo(4);
    assertThat(row.at("/orders/usual").asInt()).isEqualTo(24);
    assertThat(row.at("/orders/silent").asInt()).isEqualTo(61);
    assertThat(row.at("/signs/0/kind").asText()).isEqualTo("later-than-ever");
    assertThat(row.at("/signs/0/from").asText())
        .isEqualTo(row.at("/orders/laterThanEverFrom").asText())
        .isEqualTo(today().minusDays(12).toString());
    assertThat(row.has("model")).as("of few companies").isFalse();
    assertThat(row.at("/since").asText()).isEqualTo(today().minusDays(153).toString());
  }

  private static JsonNode row(String company) {
    JsonNode report = manager.json("/api/loyalty?company=" + company);
    assertThat(report.get("total").asInt()).isEqualTo(1);
    return report.at("/companies/0");
  }

  @Test
  void a_filter_narrows_what_is_shown_and_counted() {
    JsonNode all = manager.json("/api/loyalty");
    assertThat(all.get("months")).hasSize(12);
    assertThat(all.at("/companies").findValuesAsText("code")).contains("northwind", "baltic");
    assertThat(all.at("/companies/0/company/code").asText())
        .as("to look after")
        .isEqualTo("baltic");
    assertThat(all.at("/now/churn/silent").asInt()).isEqualTo(1);
    JsonNode silver = manager.json("/api/loyalty?tier=silver");
    assertThat(silver.get("companies")).isEmpty();
    assertThat(silver.at("/now/tenure/n").asInt()).isZero();
    assertThat(manager.json("/api/loyalty?limit=1").get("companies")).hasSize(1);
  }

  @Test
  void what_a_customer_says_of_its_need_is_kept_with_its_source_and_once() {
    String said =
        "{\"share\": 60, \"need\": {\"amount\": 1200000, \"currency\": \"CNY\"}, \"source\": \" 王芳，拜访时 \", \"saidOn\": \"%s\"}"
            .formatted(today().minusDays(4));
    assertThat(manager.put("/api/loyalty/northwind/need", said).statusCode()).isEqualTo(200);
    manager.put("/api/loyalty/northwind/need", said);
    manager.put(
        "/api/loyalty/northwind/need",
        "{\"share\": 40, \"source\": \"earlier\", \"saidOn\": \"%s\"}"
            .formatted(today().minusDays(40)));

    JsonNode needs = row("northwind").get("needs");

    assertThat(needs.findValuesAsText("share")).containsExactly("60", "40");
    assertThat(needs.at("/0/source").asText()).isEqualTo("王芳，拜访时");
    assertThat(needs.at("/0/savedBy").asText()).isEqualTo("wu@plant.example");
    assertThat(needs.at("/1").has("need")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"source\": \"x\", \"saidOn\": \"2026-01-02\"}|share",
        "{\"share\": 101, \"source\": \"x\", \"saidOn\": \"2026-01-02\"}|share",
        "{\"share\": \"60\", \"source\": \"x\", \"saidOn\": \"2026-01-02\"}|share",
        "{\"share\": 60.5, \"source\": \"x\", \"saidOn\": \"2026-01-02\"}|share",
        "{\"share\": 60, \"source\": \" \", \"saidOn\": \"2026-01-02\"}|source",
        "{\"share\": 60, \"source\": \"x\"}|saidOn",
        "{\"share\": 60, \"source\": \"x\", \"saidOn\": \"2999-01-02\"}|saidOn",
        "{\"share\": 60, \"source\": \"x\", \"saidOn\": \"2026-01-02\", \"need\": {\"amount\": 0,"
            + " \"currency\": \"CNY\"}}|need.amount",
        "{\"share\": 60, \"source\": \"x\", \"saidOn\": \"2026-01-02\", \"need\": {\"amount\": 5,"
            + " \"currency\": \"yuan\"}}|need.currency",
        "{\"share\": 60, \"source\": \"x\", \"saidOn\": \"2026-01-02\", \"more\": 1}|more"
      })
  void what_is_no_statement_is_refused_at_its_field(String body, String field) {
    HttpResponse<String> answer = manager.put("/api/loyalty/northwind/need", body);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(TestClient.json(answer).get("field").asText()).isEqualTo(field);
  }

  @Test
  void customers_read_nothing_of_it_and_what_is_not_there_is_not_found() {
    assertThat(customer.get("/api/loyalty").statusCode()).isEqualTo(403);
    String said = "{\"share\": 60, \"source\": \"x\", \"saidOn\": \"2026-01-02\"}";
    assertThat(customer.put("/api/loyalty/northwind/need", said).statusCode()).isEqualTo(403);
    assertThat(manager.put("/api/loyalty/nobody/need", said).statusCode()).isEqualTo(404);
    assertThat(manager.get("/api/loyalty?company=nobody").statusCode()).isEqualTo(422);
    assertThat(manager.get("/api/loyalty?tier=gilded").statusCode()).isEqualTo(422);
    assertThat(manager.get("/api/loyalty?tire=gold").statusCode()).isEqualTo(422);
    assertThat(manager.get("/api/loyalty?limit=0").statusCode()).isEqualTo(422);
  }
}
