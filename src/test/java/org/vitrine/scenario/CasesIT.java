package org.vitrine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.SignedUp.expect;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.intake.Intake;
import org.vitrine.intake.OrderSheet;
import org.vitrine.intake.OrderSheetSummary;
import org.vitrine.platform.json.Json;

/** What real plants were seen to send, and what is right for it; the inputs lie outside. */
class CasesIT {
  private static final Path CASES = Path.of("../shared/cases");

  private static TestVitrine vitrine;
  private static TestClient erp;
  private static TestClient customer;
  private static TestClient staff;

  @BeforeAll
  static void start() throws IOException {
    boolean there = Files.isDirectory(CASES);
    if (!there) {
      System.out.println("Skipped: there is no " + CASES);
    }
    Assumptions.assumeTrue(there, "no " + CASES);
    vitrine = TestVitrine.start();
    Shop shop = new Shop(vitrine);
    erp = shop.integrator();
    shop.company("acme", "Acme");
    customer = shop.contact("acme", "amelia@acme.example");
    staff = shop.staff(Role.OPERATOR, "olga@works.example");
    for (String routing : new String[] {"shop", "two-ops", "wash-twice"}) {
      erp.put("/api/routings/" + routing, read("00-setup", "routing-" + routing + ".json"));
    }
  }

  @AfterAll
  static void stop() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  @Test
  void a_stage_is_counted_by_each_of_its_operations() throws IOException {
    String folder = "01-two-operations-one-stage";
    JsonNode machine = told(folder, "B01").at("/lines/1/stages/machine");
    assertThat(machine.get("state").asText()).isEqualTo("running");
    assertThat(machine.get("through").asInt()).isZero();
    report(folder, "then.json");
    machine = customer.json("/api/orders/B01").at("/lines/1/stages/machine");
    assertThat(machine.get("state").asText()).isEqualTo("running");
    assertThat(machine.get("through").asInt()).isEqualTo(5);
  }

  @Test
  void what_the_plant_closes_short_is_completed_short() throws IOException {
    JsonNode page = told("03-everything-is-through", "B03");
    assertThat(page.get("state").asText()).isEqualTo("completed-short");
    assertThat(page.at("/lines/1/shortBy").asInt()).isEqualTo(40);
    await(
        "the list",
        () -> customer.json("/api/orders?state=completed-short").toString().contains("B03"));
    assertThat(customer.json("/api/orders?state=completed").toString()).doesNotContain("B03");
  }

  @Test
  void readings_without_a_serial_are_of_a_piece_each() throws IOException {
    JsonNode stages = told("04-readings-without-serial", "B04").at("/lines/1/stages");
    JsonNode leak = stages.findValue("leak");
    assertThat(leak.get("verdict").asText()).isEqualTo("failed");
    assertThat(leak.get("measured").asInt()).isEqualTo(2);
    assertThat(leak.get("failedUnits").asInt()).isEqualTo(1);
    JsonNode cap = stages.findValue("cap");
    assertThat(cap.get("measured").asInt()).isEqualTo(3);
    assertThat(cap.get("failedUnits").asInt()).isEqualTo(1);
  }

  @Test
  void work_that_no_stage_knows_is_hidden_and_not_denied() throws IOException {
    JsonNode page = told("05-hidden-work-denied", "B05");
    assertThat(page.get("state").asText()).isEqualTo("in-production");
    assertThat(page.get("heardAt")).isNotNull();
    assertThat(page.at("/lines/1/unmapped").isMissingNode()).isTrue();
  }

  @Test
  void a_hold_ends_with_the_work_that_goes_on() throws IOException {
    JsonNode page = told("06-hold-never-ends", "B06");
    assertThat(page.at("/lines/1/stages/cut/state").asText()).isEqualTo("met");
    assertThat(page.toString()).doesNotContain("\"hold\"");
    assertThat(page.path("withheld").asText()).isNotEqualTo("held");
  }

  @Test
  void an_operation_that_stands_twice_belongs_where_the_pieces_are() throws IOException {
    JsonNode page = told("08-same-operation-twice", "B08");
    assertThat(page.at("/lines/1/stages/wash1/through").asInt()).isEqualTo(10);
    assertThat(page.at("/lines/1/stages/wash2/through").asInt()).isEqualTo(10);
    assertThat(page.get("state").asText()).isEqualTo("completed");
  }

  @Test
  void what_was_repaired_is_through() throws IOException {
    JsonNode page = told("09-rework-recovered", "B09");
    assertThat(page.at("/lines/1/stages/pack/through").asInt()).isEqualTo(20);
    assertThat(page.at("/lines/1/stages/pack/inferred").asInt()).isZero();
  }

  @Test
  void whole_numbers_as_floats_are_whole_and_fractions_are_quoted() throws IOException {
    String folder = "10-whole-numbers-as-floats";
    String order = read(folder, "order.json");
    expect(201, erp.put("/api/orders/B10", order));
    report(folder, "reports.json");
    JsonNode page = customer.json("/api/orders/B10");
    assertThat(page.at("/lines/1/quantity").toString()).isEqualTo("10");
    assertThat(page.get("heard").toString()).contains("\"good\":12,");
    String fraction = order.replace("10.0", "120.50");
    assertThat(erp.put("/api/orders/B10C", fraction).body()).contains("“120.50” is not a whole");
    expect(201, erp.put("/api/orders/B10C", fraction.replace("120.50", "120.50,\"unit\":\"m\"")));
    assertThat(customer.json("/api/orders/B10C").at("/lines/1/quantity").toString())
        .isEqualTo("120.5");
    OrderSheetSummary summary =
        vitrine
            .vitrine()
            .rooms()
            .intake()
            .place(
                OrderSheet.read(CASES.resolve(folder).resolve("orders.csv")),
                Intake.Mode.FOR_REAL,
                Optional.empty(),
                () -> false,
                done -> {});
    assertThat(customer.json("/api/orders/B10A").at("/lines/1/quantity").asInt()).isEqualTo(10);
    assertThat(summary.refused())
        .singleElement()
        .satisfies(
            refused ->
                assertThat(refused.row().reason())
                    .isEqualTo(
                        "“120.5” is not a whole number; give the line a unit such as m or kg"));
  }

  @Test
  void what_was_cancelled_stands_still() throws IOException {
    String folder = "25-cancelled-but-running";
    told(folder, "B25");
    expect(200, erp.put("/api/orders/B25", read(folder, "order-cancelled.json")));
    report(folder, "after.json");
    JsonNode shown = customer.json("/api/orders/B25");
    assertThat(shown.at("/lines/1/stages/weld/state").asText()).isEqualTo("waiting");
    assertThat(shown.has("workedAfterCancelAt")).isFalse();
    assertThat(shown.get("heard").toString()).doesNotContain("started");
    JsonNode cancelled = Json.read(read(folder, "order-cancelled.json"), JsonNode.class);
    ((ObjectNode) cancelled).put("cancelled", "Said in other words");
    expect(200, erp.put("/api/orders/B25", cancelled.toString()));
    assertThat(customer.json("/api/orders/B25").at("/lines/1/stages/weld/state").asText())
        .isEqualTo("waiting");
    JsonNode known = staff.json("/api/orders/B25");
    assertThat(known.get("workedAfterCancelAt").asText()).isEqualTo("2026-11-27T12:00:00Z");
    assertThat(known.get("heard").toString()).contains("started");
  }

  @Test
  void one_line_is_cancelled_and_the_others_complete_the_order() throws IOException {
    String folder = "13-cancel-one-line";
    told(folder, "B13");
    assertThat(erp.put("/api/orders/B13", read(folder, "order-without-line-2.json")).body())
        .contains("cancelled");
    JsonNode order = Json.read(read(folder, "order.json"), JsonNode.class);
    ((ObjectNode) order.at("/lines/1")).put("cancelled", "The buyer needs fewer.");
    expect(200, erp.put("/api/orders/B13", order.toString()));
    JsonNode page = customer.json("/api/orders/B13");
    assertThat(page.get("state").asText()).isEqualTo("completed");
    assertThat(page.at("/lines/2/state").asText()).isEqualTo("cancelled");
    assertThat(page.at("/lines/2/cancelled").asText()).isEqualTo("The buyer needs fewer.");
    assertThat(page.has("forecast")).isFalse();
  }

  @Test
  void each_line_has_its_own_date() {
    OrderSheet sheet = OrderSheet.read(CASES.resolve("12-promise-per-line").resolve("orders.csv"));
    Intake intake = vitrine.vitrine().rooms().intake();
    assertThat(
            intake
                .place(sheet, Intake.Mode.FOR_REAL, Optional.empty(), () -> false, done -> {})
                .refused())
        .isEmpty();
    JsonNode page = customer.json("/api/orders/B12");
    assertThat(page.at("/due/next").asText()).isEqualTo("2026-12-04");
    assertThat(page.at("/due/last").asText()).isEqualTo("2026-12-18");
    assertThat(page.at("/lines/1/promise/current").asText()).isEqualTo("2026-12-04");
    assertThat(page.at("/lines/2/promise/current").asText()).isEqualTo("2026-12-18");
    assertThat(page.at("/outlook/lateFrom")).isEqualTo(page.at("/lines/1/due/lateFrom"));
    assertThat(
            intake
                .place(sheet, Intake.Mode.FOR_REAL, Optional.empty(), () -> false, done -> {})
                .nothingNew())
        .isTrue();

    String withdrawn =
        """
        {"company": "acme", "lines": [
          {"number": 1, "product": "Pump", "quantity": 10, "routing": "shop",
           "promise": {"toBeConfirmed": true, "reason": "The castings are late"}},
          {"number": 2, "product": "Valve", "quantity": 10, "routing": "shop"}]}\
        """;
    expect(200, erp.put("/api/orders/B12", withdrawn));
    page = customer.json("/api/orders/B12");
    assertThat(page.at("/due/next").asText()).isEqualTo("2026-12-18");
    assertThat(page.at("/due/toBeConfirmed").asInt()).isEqualTo(1);
    assertThat(page.at("/lines/1/promise/reason").asText()).isEqualTo("The castings are late");
  }

  @Test
  void a_work_order_s_number_leads_to_its_line() throws IOException {
    String folder = "21-work-order-number";
    String order =
        """
        {"company": "acme", "lines": [
          {"number": 1, "product": "DEMO-BENCH", "quantity": 2, "routing": "shop", "workOrders": ["WO-EX-001"]},
          {"number": 2, "product": "DEMO-BENCH", "quantity": 2, "routing": "shop", "workOrders": ["WO-EX-002"]}]}\
        """;
    expect(201, erp.put("/api/orders/SO7788", order));
    HttpResponse<String> answer =
        expect(200, erp.post("/api/reports", read(folder, "reports.json")));
    assertThat(TestClient.json(answer).at("/taken/0/order").asText()).isEqualTo("SO7788");
    JsonNode page = customer.json("/api/orders/SO7788");
    assertThat(page.at("/lines/1/stages/cut/through").asInt()).isEqualTo(1);
    assertThat(page.at("/lines/2/state").asText()).isEqualTo("waiting");
    assertThat(page.toString()).doesNotContain("WO-EX");
    assertThat(staff.json("/api/orders?q=wo-ex-002").at("/orders/0/number").asText())
        .isEqualTo("SO7788");
  }

  /** The customer's page once the order and its reports were sent. */
  @Test
  void over_the_weekend_a_page_says_what_it_said_on_friday() throws IOException {
    String day = "[{\"from\": \"08:00\", \"to\": \"17:00\"}]";
    expect(
        201,
        erp.put(
            "/api/calendars/five-days",
            """
            {"zone": "Europe/Berlin", "week": {"monday": %1$s, "tuesday": %1$s, "wednesday": %1$s,
             "thursday": %1$s, "friday": %1$s}}\
            """
                .formatted(day)));
    ObjectNode routing =
        (ObjectNode) Json.read(read("00-setup", "routing-shop.json"), JsonNode.class);
    expect(200, erp.put("/api/routings/shop", routing.put("calendar", "five-days").toString()));
    JsonNode page = told("19-weekend", "B19");
    assertThat(page.get("verifiedUntil").asText()).isEqualTo("2026-11-30T14:50:00Z");
    assertThat(page.at("/outlook/risks").findValuesAsText("from"))
        .isNotEmpty()
        .allMatch(from -> from.compareTo("2026-11-30") > 0);
    assertThat(page.at("/forecast/earliest").asText()).isEqualTo("2026-11-30");
    assertThat(page.at("/forecast/likely").asText()).isEqualTo("2026-11-30");
    assertThat(page.at("/forecast/latest").asText()).isEqualTo("2026-12-01");
  }

  private static JsonNode told(String folder, String number) throws IOException {
    expect(201, erp.put("/api/orders/" + number, read(folder, "order.json")));
    report(folder, "reports.json");
    return customer.json("/api/orders/" + number);
  }

  private static void report(String folder, String file) throws IOException {
    expect(200, erp.post("/api/reports", read(folder, file)));
  }

  private static String read(String folder, String file) throws IOException {
    return Files.readString(CASES.resolve(folder).resolve(file));
  }
}
