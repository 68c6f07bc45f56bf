package org.vitrine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;
import static org.vitrine.scenario.MotorPlant.FOSHAN;
import static org.vitrine.scenario.MotorPlant.IN_HOUSE;
import static org.vitrine.scenario.MotorPlant.LOT;
import static org.vitrine.scenario.MotorPlant.STATIONS;
import static org.vitrine.scenario.MotorPlant.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.scenario.MotorPlant.Customer;

/**
 * A capacitor fails in a durability test; everything made of its lot is held, everybody who has one
 * is told what is done for them, and it is over when it is done for all.
 */
class CapacitorIT {
  private final TestClock clock = new TestClock();
  private TestVitrine vitrine;
  private MotorPlant plant;
  private long problem;
  private long meeting;

  @BeforeEach
  void start() {
    vitrine = TestVitrine.startAt(clock);
    plant = new MotorPlant(vitrine);
  }

  @AfterEach
  void stop() {
    vitrine.close();
  }

  @Test
  void a_doubtful_capacitor_is_replaced_everywhere_at_our_cost() {
    plant.motorsLeave();
    plant.othersAreInHouse();
    next_months_meeting_is_planned();
    one_fails_in_the_durability_test_and_its_stage_is_in_doubt_at_once();

    everything_of_the_lot_is_seen_before_it_is_held();
    it_is_held_in_one_act_and_stations_are_stopped();

    four_customers_are_told_in_their_languages_each_of_its_own();
    amelia_and_jonas_choose_and_otto_passes_it_on_by_a_glass_link();
    ruth_is_silent_and_is_called();

    it_is_not_over_while_anything_is_left();
    the_remedies_are_done_and_what_is_in_house_is_scrapped_or_released();
    it_is_closed_and_the_stages_are_clear_again();
    the_next_meeting_has_it_on_its_agenda();
  }

  private void next_months_meeting_is_planned() {
    LocalDate nextMonth = LocalDate.ofInstant(clock.instant(), FOSHAN).plusMonths(1);
    meeting =
        ok(
                201,
                plant
                    .chen()
                    .post(
                        "/api/meetings",
                        """
                        {"kind": "quality-improvement", "title": "Next month", "start": "%sT14:00",
                         "zone": "Asia/Shanghai", "minutes": 60}\
                        """
                            .formatted(nextMonth)))
            .get("number")
            .asLong();
    ok(
        200,
        plant
            .chen()
            .post(
                "/api/meetings/" + meeting + "/invitations",
                "{\"asked\": {\"companies\": [\"%s\"]}}".formatted(Customer.AMELIA.company())));
  }

  private void one_fails_in_the_durability_test_and_its_stage_is_in_doubt_at_once() {
    plant.report(
        IN_HOUSE,
        "t1",
        "reading",
        "\"requirement\": \"capacity\", \"unit\": \"H2-1\", \"value\": 2900");
    problem =
        ok(
                201,
                plant
                    .chen()
                    .post(
                        "/api/nonconformances",
                        """
                        {"title": "Capacitor bulges after 400 hours", "severity": "critical", "order": "SO-5",
                         "line": 1, "requirement": "capacity", "lot": "%s"}\
                        """
                            .formatted(LOT)))
            .get("number")
            .asLong();
    assertThat(stage(IN_HOUSE, "final-inspection")).isEqualTo("doubted");
  }

  private void everything_of_the_lot_is_seen_before_it_is_held() {
    JsonNode seen = contain("?preview");
    assertThat(seen.get("pieces").asInt()).isEqualTo(96 + 31 + 76);
    assertThat(seen.at("/house/pieces").asInt())
        .as("what nobody knows counts, until it is shown otherwise")
        .isEqualTo(96 + 31);
    assertThat(seen.at("/house/stations").findValuesAsText("station"))
        .containsExactlyInAnyOrderElementsOf(STATIONS);
    assertThat(seen.at("/customers/pieces").asInt()).isEqualTo(76);
    assertThat(seen.at("/customers/companies").asInt()).isEqualTo(4);
    assertThat(seen.at("/unknown/pieces").asInt()).isEqualTo(31);
    assertThat(plant.reporting(IN_HOUSE, "before", "H0-1").statusCode())
        .as("it is not held yet")
        .isEqualTo(200);
  }

  private void it_is_held_in_one_act_and_stations_are_stopped() {
    assertThat(contain("").at("/house/pieces").asInt()).isEqualTo(96 + 31);
    assertThat(plant.reporting(IN_HOUSE, "after", "H0-1").body()).contains("H0-1").contains("held");
    assertThat(plant.reporting(IN_HOUSE, "gap", "GAP-7").statusCode())
        .as("nobody knows")
        .isEqualTo(422);
    assertThat(plant.reporting(IN_HOUSE, "fine", "OK-1").statusCode()).isEqualTo(200);
  }

  private void four_customers_are_told_in_their_languages_each_of_its_own() {
    assertThat(writing("A precautionary exchange of capacitors").body())
        .as("a hazard is not played down")
        .contains("\"field\":\"hazard");
    ok(200, writing("The capacitor can burst and start a fire."));
    assertThat(
            ok(200, plant.chen().post("/api/recalls/" + problem + "/told", "{}"))
                .get("told")
                .asInt())
        .isEqualTo(4);
    assertThat(
            ok(200, plant.chen().post("/api/recalls/" + problem + "/told", "{}"))
                .get("told")
                .asInt())
        .as("nobody is told twice")
        .isZero();
    for (Customer customer : Customer.values()) {
      JsonNode notice = notice(customer);
      assertThat(notice.get("pieces").asInt()).isEqualTo(customer.motors());
      assertThat(((ObjectNode) notice).without("id").toString())
          .doesNotContain(otherOrder(customer) + "-", String.valueOf(96 + 31 + 76));
      await("a letter by mail", () -> mails(customer).size() == 1);
    }
    assertThat(mails(Customer.AMELIA).getFirst()).contains("Capacitors");
    assertThat(mails(Customer.JONAS).getFirst()).contains("电容");
  }

  private void amelia_and_jonas_choose_and_otto_passes_it_on_by_a_glass_link() {
    chooses(Customer.AMELIA, "replace");
    chooses(Customer.JONAS, "repair");
    JsonNode read =
        get(
                plant.holder(Customer.OTTO.order()),
                "/api/recall-notices?order=" + Customer.OTTO.order(),
                200)
            .get("notices")
            .elements()
            .next();
    assertThat(read.at("/now/en").asText()).startsWith("Switch it off");
    chooses(Customer.OTTO, "refund");
    ok(
        200,
        plant
            .client(Customer.OTTO)
            .post("/api/recall-notices/" + key(Customer.OTTO) + "/reached", "{\"reached\": 17}"));
  }

  private void ruth_is_silent_and_is_called() {
    for (int day = 0; day < 12; day++) {
      clock.pass(Duration.ofDays(1));
      await("what is due today is done", Duration.ofSeconds(30), this::nothingIsDue);
    }
    assertThat(mails(Customer.RUTH)).as("told, and reminded three times").hasSize(4);
    assertThat(mails(Customer.AMELIA)).hasSize(1);
    assertThat(calls()).hasSize(1);
    assertThat(calls().getFirst().toString()).contains(Customer.RUTH.company());
    ok(
        200,
        plant
            .li()
            .post(
                "/api/recall-notices/" + key(Customer.RUTH) + "/remedy",
                "{\"remedy\": \"replace\"}"));
  }

  private void it_is_not_over_while_anything_is_left() {
    JsonNode refused = ok(422, closing("{\"text\": \"Done\"}"));
    assertThat(refused.get("field").asText()).isEqualTo("left");
    JsonNode forAll =
        ok(
            422,
            closing(
                """
                {"left": [{"what": "held", "reason": "Later"}, {"what": "actions", "reason": "Later"},
                          {"what": "recalls", "reason": "They will call us"}]}\
                """));
    assertThat(forAll.get("detail").asText()).as("for each company").contains("recalls");
  }

  private void the_remedies_are_done_and_what_is_in_house_is_scrapped_or_released() {
    for (Customer customer : Customer.values()) {
      ok(
          200,
          plant
              .chen()
              .post(
                  "/api/recall-notices/" + key(customer) + "/progress",
                  "{\"done\": %d}".formatted(customer.motors())));
    }
    JsonNode sums = plant.chen().json("/api/recalls/" + problem).get("sums");
    assertThat(sums.at("/done/pieces").asInt()).isEqualTo(76);
    ok(
        200,
        plant
            .chen()
            .post(
                "/api/nonconformances/" + problem + "/release",
                "{\"reason\": \"Capacitors of C-2240 are built in instead\"}"));
    assertThat(
            plant
                .chen()
                .post("/api/nonconformances/" + problem + "/release/confirmation", "")
                .statusCode())
        .as("one person alone lets nothing go")
        .isEqualTo(409);
    ok(200, plant.wu().post("/api/nonconformances/" + problem + "/release/confirmation", ""));
    assertThat(plant.reporting(IN_HOUSE, "again", "H0-1").statusCode()).isEqualTo(200);
  }

  private void it_is_closed_and_the_stages_are_clear_again() {
    for (JsonNode call : calls()) {
      ok(
          200,
          plant
              .li()
              .post(
                  "/api/actions/" + call.get("number").asText() + "/outcome",
                  "{\"outcome\": \"done\", \"text\": \"She was called\"}"));
    }
    ok(200, closing("{\"text\": \"All 203 motors are put right\"}"));
    assertThat(stage(IN_HOUSE, "final-inspection")).isNotEqualTo("doubted");
    assertThat(notice(Customer.RUTH).get("state").asText()).isEqualTo("done");
  }

  private void the_next_meeting_has_it_on_its_agenda() {
    await(
        "it is talked about",
        () -> {
          vitrine.vitrine().rooms().meetings().makeAgendas();
          return wrong(plant.client(Customer.AMELIA), meeting) == 1
              && wrong(plant.chen(), meeting) > 1;
        });
  }

  private static long wrong(TestClient reader, long meeting) {
    return reader
        .json("/api/meetings/" + meeting)
        .get("items")
        .valueStream()
        .filter(item -> item.at("/facts/of").asText().equals("nonconformance"))
        .count();
  }

  private HttpResponse<String> closing(String body) {
    return plant.chen().post("/api/nonconformances/" + problem + "/closing", body);
  }

  private JsonNode contain(String query) {
    return ok(
        200,
        plant
            .chen()
            .post(
                "/api/nonconformances/" + problem + "/containment" + query,
                "{\"lots\": [\"" + LOT + "\"]}"));
  }

  private HttpResponse<String> writing(String hazard) {
    return plant
        .chen()
        .put(
            "/api/recalls/" + problem,
            """
            {"title": {"en": "Capacitors in your motors", "zh-CN": "您的电机中的电容"},
             "what": {"en": "The capacitor ages too fast.", "zh-CN": "电容老化过快。"},
             "hazard": {"en": "%s", "zh-CN": "电容可能爆裂并引起火灾。"},
             "now": {"en": "Switch it off and pull the plug.", "zh-CN": "请立即断电并拔下插头。"},
             "remedies": ["replace", "repair", "refund"]}\
            """
                .formatted(hazard));
  }

  private JsonNode notice(Customer customer) {
    return get(plant.client(customer), "/api/recall-notices?order=" + customer.order(), 200)
        .get("notices")
        .elements()
        .next();
  }

  private String key(Customer customer) {
    return notice(customer).get("id").asText();
  }

  private static String otherOrder(Customer customer) {
    return customer == Customer.AMELIA ? Customer.JONAS.order() : Customer.AMELIA.order();
  }

  private void chooses(Customer customer, String remedy) {
    ok(
        200,
        plant
            .client(customer)
            .post(
                "/api/recall-notices/" + key(customer) + "/remedy",
                "{\"remedy\": \"%s\"}".formatted(remedy)));
  }

  private boolean nothingIsDue() {
    return TestDatabase.find(
            vitrine.databaseUrl(),
            "SELECT id::text FROM recall_notice WHERE deed_at <= '%s'".formatted(clock.instant()))
        .isEmpty();
  }

  private List<JsonNode> calls() {
    return get(plant.li(), "/api/actions?source=recall&sourceNumber=" + problem, 200)
        .get("actions")
        .valueStream()
        .toList();
  }

  /** The subjects of what is written to them about it. */
  private List<String> mails(Customer customer) {
    return TestDatabase.find(
        vitrine.databaseUrl(),
        "SELECT subject FROM mail WHERE recipient = '%s' AND subject ~ 'Capacitors|电容' ORDER BY id"
            .formatted(customer.email()));
  }

  private String stage(String order, String stage) {
    return plant
        .chen()
        .json("/api/orders/" + order)
        .at("/lines/1/stages/" + stage + "/state")
        .asText();
  }

  private static JsonNode get(TestClient by, String path, int status) {
    return ok(status, by.get(path));
  }
}
