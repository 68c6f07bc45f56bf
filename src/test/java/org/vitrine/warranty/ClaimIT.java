package org.vitrine.warranty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.platform.json.Json;

/** What owners of pieces claim, and what is decided. */
class ClaimIT {
  private static final TestClock CLOCK = new TestClock();
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient amelia;
  private static TestClient ines;
  private static TestClient manager;
  private static TestClient operator;
  private static int pieces;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new Shop(vitrine);
    signIn();
    shop.order("SO-1");
    shop.integrator().put("/api/warranty/terms/KFR-35", "{\"months\": 24, \"euLaw\": true}");
  }

  /** Sessions end sooner than cover does. */
  private static void signIn() {
    amelia = shop.contact("northwind", "amelia@northwind.example");
    ines = shop.contact("contoso", "ines@contoso.example");
    manager = shop.staff(Role.QUALITY_MANAGER, "chen@plant.example");
    operator = shop.staff(Role.OPERATOR, "wu@plant.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static String piece() {
    return piece(vitrine.vitrine().rooms().warranty().today().minusMonths(12));
  }

  private static String piece(LocalDate shipped) {
    String serial = "CL-" + ++pieces;
    String body =
        """
        {"product": "KFR-35", "company": "northwind", "order": "SO-1", "shippedOn": "%s"}\
        """
            .formatted(shipped);
    assertThat(shop.integrator().put("/api/warranty/pieces/" + serial, body).statusCode())
        .isEqualTo(201);
    return serial;
  }

  private static HttpResponse<String> claiming(TestClient by, String serial, String text) {
    return by.post(
        "/api/warranty/claims",
        "{\"serial\": \"%s\", \"text\": %s}".formatted(serial, Json.text(text)));
  }

  private static long claim(TestClient by, String serial) {
    HttpResponse<String> made = claiming(by, serial, "It hums");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return TestClient.json(made).get("number").asLong();
  }

  private static HttpResponse<String> deciding(TestClient by, long number, String decision) {
    return by.post("/api/warranty/claims/" + number + "/decision", decision);
  }

  private static void handOver(String serial, TestClient from, TestClient to) {
    HttpResponse<String> offered =
        from.post("/api/warranty/transfers", "{\"serial\": \"%s\"}".formatted(serial));
    String code = TestClient.json(offered).get("code").asText();
    assertThat(
            to.post("/api/warranty/transfers/acceptances", "{\"secret\": \"%s\"}".formatted(code))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_claim_is_a_message_about_the_piece_and_its_order() {
    String serial = piece();
    long number = claim(amelia, serial);
    JsonNode message = amelia.json("/api/voices/" + number);
    assertThat(message.get("kind").asText()).isEqualTo("complaint");
    assertThat(message.get("piece").asText()).isEqualTo(serial);
    assertThat(message.get("order").asText()).isEqualTo("SO-1");
    JsonNode claim = amelia.json("/api/warranty/claims/" + number);
    assertThat(claim.get("covered").asBoolean()).isTrue();
    assertThat(claim.has("decision")).isFalse();
    assertThat(claim.has("euLaw")).as("for the house").isFalse();
    JsonNode own = amelia.json("/api/warranty/pieces?limit=500").get("pieces");
    assertThat(own.findValuesAsText("number")).contains(String.valueOf(number));
  }

  @Test
  void whoever_has_it_now_claims_and_learns_nothing_of_its_order() {
    String serial = piece();
    long before = claim(amelia, serial);
    handOver(serial, amelia, ines);
    assertThat(claiming(amelia, serial, "It hums still").statusCode()).isEqualTo(404);
    long number = claim(ines, serial);
    assertThat(ines.json("/api/voices/" + number).has("order")).isFalse();
    assertThat(ines.get("/api/warranty/claims/" + before).statusCode()).isEqualTo(404);
    assertThat(amelia.get("/api/warranty/claims/" + number).statusCode()).isEqualTo(404);
    assertThat(ines.json("/api/warranty/pieces").toString())
        .contains(String.valueOf(number))
        .doesNotContain("SO-1", "northwind", "\"number\":" + before);
  }

  @Test
  void the_decision_has_a_reason_and_repair_makes_cover_longer_by_law() {
    String serial = piece();
    long number = claim(amelia, serial);
    String until = amelia.json("/api/warranty/claims/" + number).at("/cover/until").asText();
    String wanted =
        "{\"verdict\": \"accepted\", \"remedy\": \"repair\", \"reason\": \"The fan is worn\"}";
    assertThat(deciding(operator, number, wanted).statusCode()).isEqualTo(403);
    assertThat(deciding(amelia, number, wanted).statusCode()).isEqualTo(403);
    HttpResponse<String> decided = deciding(manager, number, wanted);
    assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
    assertThat(deciding(manager, number, wanted).statusCode()).as("again").isEqualTo(200);

    JsonNode claim = amelia.json("/api/warranty/claims/" + number);
    assertThat(claim.at("/decision/reason").asText()).isEqualTo("The fan is worn");
    assertThat(claim.at("/cover/until").asText())
        .isEqualTo(LocalDate.parse(until).plusMonths(12).toString());
    assertThat(amelia.json("/api/voices/" + number).get("thread").toString())
        .contains("The fan is worn");
    assertThat(
            deciding(manager, number, "{\"verdict\": \"declined\", \"reason\": \"It was dropped\"}")
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void who_asked_in_time_loses_nothing_by_a_late_decision() {
    LocalDate today = vitrine.vitrine().rooms().warranty().today();
    String serial = piece(today.minusMonths(24));
    long number = claim(amelia, serial);
    String until = amelia.json("/api/warranty/claims/" + number).at("/cover/until").asText();
    CLOCK.pass(Duration.ofDays(40));
    signIn();
    String late = piece(today.minusMonths(24));
    long tooLate = claim(amelia, late);
    String wanted =
        "{\"verdict\": \"accepted\", \"remedy\": \"repair\", \"reason\": \"The fan is worn\"}";
    assertThat(deciding(manager, number, wanted).statusCode()).isEqualTo(200);
    assertThat(deciding(manager, tooLate, wanted).statusCode()).isEqualTo(200);

    assertThat(amelia.json("/api/warranty/claims/" + number).at("/cover/until").asText())
        .isEqualTo(LocalDate.parse(until).plusMonths(12).toString());
    assertThat(amelia.json("/api/warranty/claims/" + tooLate).at("/cover/until").asText())
        .isEqualTo(until);
  }

  @Test
  void a_decision_enters_in_the_ledger_what_it_changes() {
    String serial = piece();
    long number = claim(amelia, serial);
    HttpResponse<String> decided =
        deciding(
            manager,
            number,
            """
            {"verdict": "accepted", "remedy": "goodwill", "reason": "We are sorry",
             "entry": {"kind": "goodwill", "from": "2026-11-01", "months": 3, "reason": "We are sorry"}}\
            """);
    assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
    assertThat(
            manager.json("/api/warranty/pieces/" + serial).get("ledger").findValuesAsText("kind"))
        .containsExactly("base", "goodwill");
  }

  @Test
  void whoever_has_it_next_reads_nothing_that_was_written_for_somebody_else() {
    String serial = piece();
    long number = claim(amelia, serial);
    HttpResponse<String> voided =
        manager.post(
            "/api/warranty/pieces/" + serial + "/entries",
            "{\"kind\": \"voided\", \"from\": \"2026-11-01\", \"reason\": \"Amelia opened it\"}");
    assertThat(voided.statusCode()).as(voided.body()).isLessThan(300);
    assertThat(own(amelia, serial).get("voided").asText()).isEqualTo("Amelia opened it");
    handOver(serial, amelia, ines);
    HttpResponse<String> decided =
        deciding(
            manager,
            number,
            """
            {"verdict": "declined", "reason": "Amelia broke it",
             "entry": {"kind": "voided", "from": "2026-11-01", "reason": "Amelia broke it"}}\
            """);
    assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);

    assertThat(own(ines, serial).get("voided").asText()).isEmpty();
    assertThat(ines.json("/api/warranty/pieces?limit=500").toString()).doesNotContain("Amelia");
    long next = claim(ines, serial);
    JsonNode claim = ines.json("/api/warranty/claims/" + next);
    assertThat(claim.at("/cover").has("voided")).isTrue();
    assertThat(claim.toString()).doesNotContain("Amelia");
    assertThat(reasons("contoso")).doesNotContain("Amelia opened it", "Amelia broke it");
    assertThat(reasons("northwind")).contains("Amelia opened it", "Amelia broke it");
    assertThat(manager.json("/api/warranty/pieces/" + serial).toString())
        .contains("Amelia opened it");
  }

  private static JsonNode own(TestClient by, String serial) {
    for (JsonNode piece : by.json("/api/warranty/pieces?limit=500").get("pieces")) {
      if (piece.get("serial").asText().equals(serial)) {
        return piece;
      }
    }
    throw new AssertionError("not theirs: " + serial);
  }

  /** What stands behind this company's wall. */
  private static List<String> reasons(String company) {
    long id = vitrine.vitrine().rooms().companies().find(company).orElseThrow().id().value();
    return vitrine
        .vitrine()
        .database()
        .onBehalfOf(
            Optional.of(id),
            queries ->
                queries.find(
                    "test.reasons", "SELECT reason FROM cover_reason", row -> row.getString(0)));
  }

  @Test
  void what_is_declined_has_no_remedy_and_each_needs_a_reason() {
    long number = claim(amelia, piece());
    assertThat(deciding(manager, number, "{\"verdict\": \"declined\"}").statusCode())
        .isEqualTo(422);
    assertThat(
            deciding(
                    manager,
                    number,
                    "{\"verdict\": \"declined\", \"remedy\": \"repair\", \"reason\": \"No\"}")
                .statusCode())
        .isEqualTo(422);
    assertThat(
            deciding(manager, number, "{\"verdict\": \"accepted\", \"reason\": \"Yes\"}")
                .statusCode())
        .isEqualTo(422);
    assertThat(
            deciding(manager, 99, "{\"verdict\": \"declined\", \"reason\": \"No\"}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void the_house_lists_what_is_undecided() {
    String serial = piece();
    long number = claim(amelia, serial);
    JsonNode list = manager.json("/api/warranty/claims?decided=false&limit=200");
    assertThat(list.get("claims").findValuesAsText("number")).contains(String.valueOf(number));
    assertThat(list.get("claims").findValuesAsText("company")).contains("Northwind Climate");
    deciding(manager, number, "{\"verdict\": \"declined\", \"reason\": \"It was dropped\"}");
    assertThat(
            manager
                .json("/api/warranty/claims?decided=false&limit=200")
                .get("claims")
                .findValuesAsText("number"))
        .doesNotContain(String.valueOf(number));
  }

  @Test
  void an_open_page_sees_it_without_being_loaded_again() {
    String serial = piece();
    String own = "/pieces/" + new WarrantySerial(serial).key();
    try (TestWatcher watcher = new TestWatcher(vitrine, amelia).watch("warranty")) {
      TestWatcher.await("the piece", () -> shown(watcher, own).isObject());
      String number = String.valueOf(claim(amelia, serial));
      TestWatcher.await(
          "its claim",
          () -> shown(watcher, own + "/claims").findValuesAsText("number").contains(number));
      handOver(serial, amelia, ines);
      TestWatcher.await("that it is gone", () -> shown(watcher, own).isMissingNode());
    }
  }

  private static JsonNode shown(TestWatcher watcher, String path) {
    JsonNode page = watcher.page("warranty");
    return page == null ? MissingNode.getInstance() : page.at(path);
  }

  @Test
  void a_table_of_what_is_ones_own_runs_no_formula() {
    assertThat(
            shop.integrator()
                .put(
                    "/api/warranty/pieces/X=1",
                    "{\"product\": \"=HYPERLINK()\", \"company\": \"northwind\"}")
                .statusCode())
        .isEqualTo(201);
    HttpResponse<String> table = amelia.get("/api/warranty/pieces?format=csv");
    assertThat(table.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("attachment");
    assertThat(table.body()).contains("\"covered until\"", "'=HYPERLINK()");
    assertThat(ines.get("/api/warranty/pieces?format=csv").body()).doesNotContain("HYPERLINK");
  }

  @Test
  void with_the_first_wall_gone_the_second_holds() {
    String serial = piece();
    long other = vitrine.vitrine().rooms().companies().find("contoso").orElseThrow().id().value();
    Optional<WarrantyPiece> seen =
        vitrine
            .vitrine()
            .database()
            .onBehalfOf(
                Optional.of(other),
                queries ->
                    vitrine
                        .vitrine()
                        .rooms()
                        .warranty()
                        .piece(queries, new WarrantySerial(serial)));
    assertThat(seen).isEmpty();
    assertThat(claiming(ines, serial, "Mine").statusCode()).isEqualTo(404);
  }
}
