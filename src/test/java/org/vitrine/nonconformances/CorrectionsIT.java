package org.vitrine.nonconformances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;
import static org.vitrine.nonconformances.QualityShop.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.evidence.EvidenceFiles;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.changes.Changes;

/** What is done about what went wrong: whether it worked, what it costs, and who reads of it. */
class CorrectionsIT {
  private static TestVitrine vitrine;
  private static QualityShop shop;
  private static final AtomicInteger REPORTS = new AtomicInteger();

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new QualityShop(vitrine);
    shop.zhang();
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static String path(long number) {
    return "/api/nonconformances/" + number;
  }

  private static long about(String order, String title) {
    return shop.raised(
        """
        {"title": "%s", "problem": "Three of ten", "severity": "critical", "order": "%s", "line": 1,
         "requirement": "capacity", "team": ["zhang@plant.example"]}\
        """
            .formatted(title, order));
  }

  private static JsonNode corrections(long number) {
    return shop.chen().json(path(number) + "/corrections");
  }

  /** An action that is proven by so many readings of the capacity of a product; it is not done. */
  private static long correction(long number, String purpose, int goal) {
    JsonNode page =
        ok(
            201,
            shop.chen()
                .post(
                    path(number) + "/corrections",
                    """
                    {"purpose": "%s", "text": "Another winding", "owner": "zhang@plant.example",
                     "due": "%d-01-01", "proof": {"product": "kfr-35", "requirement": "capacity", "goal": %d}}\
                    """
                        .formatted(purpose, Year.now().getValue() + 1, goal)));
    JsonNode actions = page.at("/report/actions");
    return actions.get(actions.size() - 1).get("number").asLong();
  }

  private static void done(long action) {
    ok(
        200,
        shop.zhang()
            .post(
                "/api/actions/" + action + "/outcome",
                "{\"outcome\": \"done\", \"text\": \"It is in\"}"));
  }

  private static String measured(String order, String piece, int watts, String more) {
    String id = "m" + REPORTS.incrementAndGet();
    ok(
        200,
        shop.shop()
            .integrator()
            .post(
                "/api/reports",
                """
                {"id": "%s", "order": "%s", "requirement": "capacity", "kind": "reading", "value": %d,
                 "unit": "%s", "source": "machine", "happenedAt": "%s"%s}\
                """
                    .formatted(id, order, watts, piece, Instant.now(), more)));
    return id;
  }

  private static JsonNode proof(long number) {
    return corrections(number).at("/report/actions/0/proof");
  }

  private static void counted(long number, int pieces, int restarts) {
    await(
        "so many are counted",
        () ->
            proof(number).get("counted").asInt() == pieces
                && proof(number).get("restarts").asInt() == restarts);
  }

  @Test
  void an_action_is_proven_by_readings_alone() {
    shop.shop().order("SO-P1");
    shop.shop().order("SO-P2");
    long number = about("SO-P1", "It does not cool");
    long action = correction(number, "correction", 3);
    measured("SO-P1", "SN-0", 3_500, "");
    done(action);
    await("it is done", () -> corrections(number).at("/report/actions/0/done").asBoolean());

    measured("SO-P2", "SN-1", 3_500, "");
    measured("SO-P1", "SN-2", 3_500, "");
    counted(number, 2, 0);
    assertThat(proof(number).at("/name/en").asText()).isEqualTo("Cooling capacity");
    measured("SO-P2", "SN-3", 9_000, "");
    counted(number, 0, 1);
    assertThat(proof(number).has("failedAt")).isTrue();
    assertThat(proof(number).has("provenAt")).isFalse();
    measured("SO-P1", "SN-4", 3_500, "");
    measured("SO-P1", "SN-5", 3_500, "");
    measured("SO-P1", "SN-6", 3_500, "");

    await("it is proven", () -> proof(number).has("provenAt"));
    assertThat(shop.history(number)).contains("proof-restarted", "action-proven");
  }

  @Test
  void a_reading_that_was_corrected_does_not_count() {
    shop.shop().order("SO-P3");
    long number = about("SO-P3", "It does not cool");
    done(correction(number, "prevention", 2));
    String wrong = measured("SO-P3", "SN-1", 9_000, "");
    counted(number, 0, 1);

    measured("SO-P3", "SN-1", 3_500, ", \"corrects\": \"" + wrong + "\"");

    counted(number, 1, 0);
  }

  @Test
  void what_does_not_count_in_its_order_proves_nothing() {
    ok(
        201,
        shop.shop()
            .integrator()
            .put(
                "/api/orders/SO-P10",
                """
                {"company": "northwind", "placedOn": "2026-10-02", "promise": {"date": "2026-12-12"},
                 "lines": [{"number": 1, "product": "kfr-35", "quantity": 5, "routing": "split-ac",
                            "requirements": [{"code": "capacity", "stage": "final-inspection", "name": "Cooling capacity",
                                              "unit": "W", "minimum": 3325, "maximum": 3675, "photo": true}]}]}\
                """));
    long number = about("SO-P10", "It does not cool");
    done(correction(number, "prevention", 3));
    measured("SO-P10", "SN-1", 9_000, "");
    counted(number, 0, 1);
    measured("SO-P10", "SN-2", 3_500, "");
    String photo = photographed("SO-P10", "SN-2");
    counted(number, 1, 1);

    ok(
        200,
        shop.shop()
            .integrator()
            .post(
                "/api/reports",
                """
                {"id": "gone", "order": "SO-P10", "kind": "withdrawn", "stage": "final-inspection", "corrects": "%s",
                 "source": "manual", "happenedAt": "%s"}\
                """
                    .formatted(photo, Instant.now())));

    counted(number, 0, 1);
  }

  /** A photo of a piece, as of what is demanded. */
  private static String photographed(String order, String piece) {
    byte[] photo = EvidenceFiles.photo(60, 40, 0x123456);
    String hash = EvidenceFiles.hash(photo);
    assertThat(shop.shop().integrator().put("/api/evidence/" + hash, photo).statusCode())
        .isIn(200, 201);
    String id = "m" + REPORTS.incrementAndGet();
    ok(
        200,
        shop.shop()
            .integrator()
            .post(
                "/api/reports",
                """
                {"id": "%s", "order": "%s", "requirement": "capacity", "kind": "seen", "unit": "%s",
                 "evidence": ["%s"], "source": "scan", "happenedAt": "%s"}\
                """
                    .formatted(id, order, piece, hash, Instant.now())));
    return id;
  }

  @Test
  void readings_of_an_import_that_was_taken_back_prove_nothing() {
    shop.shop().order("SO-P9");
    long number = about("SO-P9", "It does not cool");
    done(correction(number, "correction", 3));
    await("it is done", () -> corrections(number).at("/report/actions/0/done").asBoolean());
    String first = measured("SO-P9", "SN-1", 3_500, "");
    String imported = measured("SO-P9", "SN-2", 3_500, "");
    measured("SO-P9", "SN-3", 3_500, "");
    await("it is proven", () -> proof(number).has("provenAt"));

    takenBack("SO-P9", imported);

    assertThat(proof(number).has("provenAt")).isFalse();
    assertThat(proof(number).get("counted").asInt()).isEqualTo(2);
    String corrects = ", \"corrects\": \"" + first + "\"";
    String correction = measured("SO-P9", "SN-1", 9_000, corrects);
    counted(number, 0, 1);
    takenBack("SO-P9", correction);
    counted(number, 2, 0);
  }

  /** As an import is taken back: what it told stays as such, and the order says so. */
  private static void takenBack(String order, String report) {
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        UPDATE event SET kind = 'taken-back', report_id = NULL
         WHERE report_id = '%s' AND order_id = (SELECT id FROM orders WHERE number = '%s')\
        """
            .formatted(report, order));
    String[] at =
        TestDatabase.find(
                vitrine.databaseUrl(),
                """
                SELECT order_id || ' ' || max(version) FROM event
                 WHERE kind = 'taken-back' AND order_id = (SELECT id FROM orders WHERE number = '%s')
                 GROUP BY order_id\
                """
                    .formatted(order))
            .getFirst()
            .split(" ");
    OrderVersion told = new OrderVersion(new OrderId(Long.parseLong(at[0])), Long.parseLong(at[1]));
    vitrine
        .vitrine()
        .database()
        .inTransaction(
            transaction -> {
              new ProofLedger(
                      vitrine.vitrine().rooms().actions(),
                      vitrine.vitrine().rooms().snapshots(),
                      new NonconformanceDesk(new Changes(), Clock.systemUTC()))
                  .heard(transaction, List.of(told));
              return told;
            });
  }

  @Test
  void what_is_open_again_has_proven_nothing() {
    shop.shop().order("SO-P4");
    long number = about("SO-P4", "It does not cool");
    long action = correction(number, "correction", 1);
    done(action);
    measured("SO-P4", "SN-1", 3_500, "");
    await("it is proven", () -> proof(number).has("provenAt"));

    ok(
        200,
        shop.chen()
            .post(
                "/api/actions/" + action + "/outcome",
                "{\"outcome\": \"reopened\", \"text\": \"No\"}"));

    counted(number, 0, 0);
    assertThat(proof(number).has("provenAt")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "purpose           | {}",
        "purpose           | {\"purpose\": \"fun\"}",
        "proof.goal        | {\"purpose\": \"correction\", \"proof\": {\"product\": \"KFR-35\","
            + " \"requirement\": \"capacity\", \"goal\": 0}}",
        "proof.requirement | {\"purpose\": \"correction\", \"proof\": {\"product\": \"KFR-35\","
            + " \"requirement\": \"weight\", \"goal\": 5}}",
        "proof.product     | {\"purpose\": \"correction\", \"proof\": {\"requirement\":"
            + " \"capacity\", \"goal\": 5}}"
      })
  void what_proves_nothing_is_refused_at_its_field(String field, String body) {
    shop.shop().order("SO-P5");
    long number = about("SO-P5", "It does not cool");
    long action = correction(number, "correction", 1);

    JsonNode refused =
        ok(422, shop.chen().put(path(number) + "/actions/" + action + "/purpose", body));

    assertThat(refused.get("field").asText()).isEqualTo(field);
    ok(404, shop.chen().put(path(number) + "/actions/1/purpose", "{\"purpose\": \"correction\"}"));
  }

  @Test
  void a_cost_is_taken_back_by_an_entry_against_it() {
    long number = shop.raised("{\"title\": \"It leaks\", \"severity\": \"minor\"}");
    ok(201, booked(number, "scrap", 12_500, "EUR"));
    ok(201, booked(number, "freight", 900, "EUR"));
    JsonNode page = ok(201, booked(number, "replacement", 70_000, "CNY"));
    long wrong = page.at("/costs/entries/1/id").asLong();

    String reversal = path(number) + "/costs/" + wrong + "/reversal";
    ok(422, shop.chen().post(reversal, "{\"reason\": \" \"}"));
    JsonNode costs =
        ok(201, shop.chen().post(reversal, "{\"reason\": \"Another shipment\"}")).get("costs");

    assertThat(costs.get("entries")).hasSize(4);
    assertThat(costs.at("/entries/3/amount").asLong()).isEqualTo(-900);
    assertThat(costs.at("/entries/3/against").asLong()).isEqualTo(wrong);
    assertThat(costs.get("sums").toString())
        .isEqualTo(
            "[{\"currency\":\"CNY\",\"amount\":70000},{\"currency\":\"EUR\",\"amount\":12500}]");
    ok(409, shop.chen().post(reversal, "{\"reason\": \"Once more\"}"));
    long against = costs.at("/entries/3/id").asLong();
    ok(
        409,
        shop.chen().post(path(number) + "/costs/" + against + "/reversal", "{\"reason\": \"No\"}"));
  }

  private static java.net.http.HttpResponse<String> booked(
      long number, String kind, long amount, String currency) {
    return shop.chen()
        .post(
            path(number) + "/costs",
            "{\"kind\": \"%s\", \"amount\": %d, \"currency\": \"%s\"}"
                .formatted(kind, amount, currency));
  }

  @ParameterizedTest
  @CsvSource({
    "fun, 1, EUR, kind",
    "scrap, 0, EUR, amount",
    "scrap, 1, EURO, currency",
    "scrap, 1, XXX, currency"
  })
  void a_cost_that_is_none_is_refused_at_its_field(
      String kind, long amount, String currency, String field) {
    long number = shop.raised("{\"title\": \"It leaks\", \"severity\": \"minor\"}");

    JsonNode refused = ok(422, booked(number, kind, amount, currency));

    assertThat(refused.get("field").asText()).isEqualTo(field);
  }

  private static String analysis(String cause) {
    return """
    {"whys": ["The bearing ran dry", "", "Nobody greased it"], "cause": "%s",
     "prevention": "It stands in the plan", "thanks": "To the night shift"}\
    """
        .formatted(cause);
  }

  @Test
  void what_was_found_out_is_written_by_whoever_has_read_it() {
    shop.shop().order("SO-R1");
    long number = about("SO-R1", "It rattles");
    String version = "\"" + corrections(number).get("version").asLong() + "\"";

    ok(200, shop.zhang().put(path(number) + "/report", analysis("No grease"), "If-Match", version));

    JsonNode report = shop.chen().json(path(number) + "/report");
    assertThat(report.get("whys")).hasSize(2);
    assertThat(report.at("/team/0").asText()).isEqualTo("zhang@plant.example");
    assertThat(report.get("problem").asText()).isEqualTo("Three of ten");
    assertThat(report.get("cause").asText()).isEqualTo("No grease");
    assertThat(report.get("thanks").asText()).isEqualTo("To the night shift");
    ok(412, shop.chen().put(path(number) + "/report", analysis("Rust"), "If-Match", version));
    assertThat(shop.history(number)).containsExactly("raised", "report-written");
  }

  @Test
  void a_company_reads_the_report_that_was_shared_with_it_and_of_nobody_else() {
    shop.shop().company("baltic", "Baltic Cooling");
    TestClient jonas = shop.shop().contact("baltic", "jonas@baltic.example");
    shop.shop().order("SO-R2");
    shop.shop().order("SO-R3", "baltic");
    long number = about("SO-R2", "It rattles");
    contained(number, "SO-R2", "R2-1", "SO-R3", "R3-1");
    String own = path(number) + "/report";
    ok(404, shop.amelia().get(own));
    ok(200, shop.chen().put(own, analysis("Baltic Cooling saw it first")));
    correction(number, "correction", 5);
    ok(201, booked(number, "scrap", 987_654, "EUR"));

    JsonNode preview = shop.chen().json(own + "?company=northwind");
    assertThat(preview.get("withheld").toString()).isEqualTo("[\"cause\"]");
    assertThat(preview.has("cause")).isFalse();
    JsonNode refused = ok(422, shop.chen().put(own + "/readers/northwind", "{}"));
    assertThat(refused.get("field").asText()).isEqualTo("cause");
    ok(200, shop.chen().put(own, analysis("No grease")));
    ok(200, shop.chen().put(own + "/readers/northwind", "{}"));

    String read = shop.amelia().get(own).body();
    assertThat(read)
        .contains("No grease", "R2-1", "SO-R2", "Another winding", "zhang")
        .doesNotContain("R3-1", "SO-R3", "altic", "987", "counted", "goal", "EUR");
    assertThat(shop.amelia().json(own + "?company=northwind").toString()).isEqualTo(read);
    ok(404, shop.amelia().get(own + "?company=baltic"));
    ok(404, jonas.get(own));
    ok(403, shop.amelia().get(path(number) + "/corrections"));
    assertThat(
            shop.amelia().json("/api/shared-reports?order=so-r2").at("/reports/0/number").asLong())
        .isEqualTo(number);
    assertThat(shop.amelia().json("/api/shared-reports?order=SO-R1").get("reports")).isEmpty();
    assertThat(jonas.json("/api/shared-reports").get("reports")).isEmpty();

    ok(200, shop.chen().put(own, analysis("Not enough grease")));
    await("it is written anew", () -> shop.amelia().get(own).body().contains("Not enough grease"));
    ok(200, shop.chen().delete(own + "/readers/northwind"));
    ok(404, shop.amelia().get(own));
  }

  private static void contained(
      long number, String order, String piece, String otherOrder, String otherPiece) {
    shipped(order, piece);
    shipped(otherOrder, otherPiece);
    await(
        "it left",
        () -> {
          JsonNode seen =
              ok(
                  200,
                  shop.chen().post(path(number) + "/containment?preview", "{\"lots\": [\"C-R\"]}"));
          return seen.at("/customers/pieces").asInt() == 2;
        });
    ok(200, shop.chen().post(path(number) + "/containment", "{\"lots\": [\"C-R\"]}"));
  }

  private static void shipped(String order, String piece) {
    ok(
        201,
        shop.shop()
            .integrator()
            .put(
                "/api/pieces/" + piece,
                """
                {"product": "Motor", "order": "%s", "line": 1, "from": [{"lot": "C-R", "product": "Capacitor"}]}\
                """
                    .formatted(order)));
    ok(
        201,
        shop.shop()
            .integrator()
            .put(
                "/api/orders/" + order + "/shipments/DN-" + order,
                """
                {"leftOn": "2026-11-02", "deliveredOn": "2026-11-03",
                 "items": [{"line": 1, "quantity": 1, "serials": ["%s"]}]}\
                """
                    .formatted(piece)));
  }

  @Test
  void who_does_not_decide_books_and_shares_nothing() {
    long number = shop.raised("{\"title\": \"It leaks\", \"severity\": \"minor\"}");

    ok(403, shop.zhang().post(path(number) + "/costs", "{}"));
    ok(403, shop.zhang().put(path(number) + "/report/readers/northwind", "{}"));
  }
}
