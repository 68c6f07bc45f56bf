package org.vitrine.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Actor;
import org.vitrine.companies.CompanyId;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.nonconformances.NonconformanceNumber;
import org.vitrine.nonconformances.Nonconformances;
import org.vitrine.nonconformances.RaiseNonconformance;
import org.vitrine.nonconformances.Severity;
import org.vitrine.orders.Amount;
import org.vitrine.orders.LocalizedText;
import org.vitrine.recalls.RecallMatter;
import org.vitrine.recalls.RecallWords;
import org.vitrine.recalls.Recalls;
import org.vitrine.recalls.Remedy;
import org.vitrine.traceability.Criteria;

/** Whatever is shipped with its serial is registered, and nobody has anything to do for it. */
class ShippedPiecesIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient program;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    program = shop.integrator();
    program.put(
        "/api/warranty/terms/KFR-35",
        "{\"months\": 24, \"begins\": \"delivery\", \"euLaw\": true}");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void it_is_covered_from_its_delivery_on() {
    shop.order("SO-A");
    ship("SO-A", "S-1", "\"leftOn\": \"2026-03-01\"", "A-1", "A-2");
    await("registered", () -> found("A-2"));
    assertThat(shown("A-1").at("/cover/until").isMissingNode()).isTrue();
    assertThat(shown("A-1").at("/sold/owner").asText()).isEqualTo("northwind");
    assertThat(shown("A-1").at("/sold/order").asText()).isEqualTo("SO-A");

    ship(
        "SO-A", "S-1", "\"leftOn\": \"2026-03-01\", \"deliveredOn\": \"2026-03-05\"", "A-1", "A-2");

    await("said anew", () -> shown("A-1").at("/cover/until").asText().equals("2028-03-05"));
    assertThat(shown("A-1").at("/ledger/0/by").asText()).isEqualTo("shipment");
  }

  @Test
  void what_was_handed_over_stays_whose_it_is() {
    shop.order("SO-B");
    ship("SO-B", "S-1", "\"leftOn\": \"2026-03-01\"", "B-1");
    await("registered", () -> found("B-1"));
    CompanyId acme = shop.company("acme", "Acme").id();
    Warranty warranty = vitrine.vitrine().rooms().warranty();
    warranty.database.inTransaction(
        transaction -> {
          warranty.handOver(transaction, new WarrantySerial("B-1"), acme);
          return null;
        });

    ship("SO-B", "S-1", "\"leftOn\": \"2026-03-01\", \"deliveredOn\": \"2026-03-07\"", "B-1");

    await("said anew", () -> shown("B-1").at("/cover/until").asText().equals("2028-03-07"));
    assertThat(shown("B-1").at("/sold/owner").asText()).isEqualTo("acme");
    assertThat(shown("B-1").at("/sold/buyer").asText()).isEqualTo("northwind");
  }

  @Test
  void what_came_back_and_leaves_for_somebody_else_is_sold_anew() {
    shop.order("SO-C");
    shop.order("SO-D", "acme");
    ship("SO-C", "S-1", "\"leftOn\": \"2026-03-01\", \"deliveredOn\": \"2026-03-04\"", "C-1");
    await("registered", () -> found("C-1"));
    program.post("/api/warranty/cards", "{\"serials\": [\"C-1\"]}");
    assertThat(
            program
                .delete("/api/orders/SO-C/shipments/S-1?reason=sent+to+the+wrong+house")
                .statusCode())
        .isLessThan(300);
    ship("SO-D", "S-7", "\"leftOn\": \"2026-04-01\"", "C-1");
    await("said anew", () -> shown("C-1").at("/sold/owner").asText().equals("acme"));
    assertThat(shown("C-1").at("/sold/deliveredOn").isMissingNode()).isTrue();
    assertThat(program.json("/api/warranty/cards?order=SO-D").at("/pieces/0").has("madeAt"))
        .as("the card of whoever had it before opens nothing")
        .isFalse();
    ship("SO-D", "S-7", "\"leftOn\": \"2026-04-01\", \"deliveredOn\": \"2026-04-03\"", "C-1");

    await("said anew", () -> shown("C-1").at("/cover/until").asText().equals("2028-04-03"));
    assertThat(shown("C-1").at("/sold/buyer").asText()).isEqualTo("acme");
    assertThat(shown("C-1").at("/sold/shipment").asText()).isEqualTo("S-7");
    assertThat(shown("C-1").at("/cover/until").asText()).isEqualTo("2028-04-03");
  }

  @Test
  void what_is_sold_anew_has_a_ledger_of_its_own() {
    shop.order("SO-G");
    TestClient buyer = shop.contact("acme", "otto@acme.example");
    CompanyId acme = shop.company("acme", "acme").id();
    shop.order("SO-H", "acme");
    ship(
        "SO-G", "S-1", "\"leftOn\": \"2026-03-01\", \"deliveredOn\": \"2026-03-04\"", "G-1", "G-2");
    await("registered", () -> found("G-1") && found("G-2"));
    enter("G-1", "{\"kind\": \"extension\", \"from\": \"2026-03-05\", \"months\": 12}");
    enter(
        "G-1",
        "{\"kind\": \"voided\", \"from\": \"2026-03-08\", \"reason\": \"Northwind opened it\"}");
    enter("G-2", "{\"kind\": \"law\", \"from\": \"2026-03-05\", \"months\": 12}");
    program.delete("/api/orders/SO-G/shipments/S-1?reason=it+came+back");

    ship("SO-H", "S-1", "\"leftOn\": \"2026-04-01\"", "G-1", "G-2");
    await("sold anew", () -> shown("G-2").at("/sold/owner").asText().equals("acme"));
    assertThat(shown("G-1").get("ledger")).as("not delivered yet").isEmpty();
    ship(
        "SO-H", "S-1", "\"leftOn\": \"2026-04-01\", \"deliveredOn\": \"2026-04-03\"", "G-1", "G-2");
    await("said anew", () -> shown("G-1").at("/cover/until").asText().equals("2028-04-03"));
    await("said anew", () -> shown("G-2").at("/cover/until").asText().equals("2028-04-03"));

    assertThat(shown("G-1").at("/ledger").findValuesAsText("kind")).containsExactly("base");
    assertThat(buyer.json("/api/warranty/pieces").toString())
        .contains("G-1")
        .doesNotContain("voided", "Northwind");
    List<String> kinds =
        vitrine
            .vitrine()
            .database()
            .onBehalfOf(
                Optional.of(acme.value()),
                queries ->
                    queries.find(
                        "test.portal",
                        "SELECT kind FROM cover_entry WHERE piece = folded_number('G-1')",
                        row -> row.getString(0)));
    assertThat(kinds).as("behind the wall").containsExactly("base");
    enter("G-2", "{\"kind\": \"law\", \"from\": \"2026-04-05\", \"months\": 12}");
    assertThat(shown("G-2").at("/cover/until").asText()).isEqualTo("2029-04-03");
  }

  private static void enter(String serial, String entry) {
    HttpResponse<String> answer =
        program.post("/api/warranty/pieces/%s/entries".formatted(serial), entry);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
  }

  @Test
  void what_never_left_is_forgotten() {
    shop.order("SO-E");
    ship("SO-E", "S-1", "\"leftOn\": \"2026-03-01\"", "E-1");
    await("registered", () -> found("E-1"));

    program.delete("/api/orders/SO-E/shipments/S-1?reason=by+mistake");

    await("forgotten", () -> !found("E-1"));
  }

  @Test
  void what_is_repaired_in_a_recall_is_covered_longer_by_law() {
    shop.order("SO-F");
    program.put(
        "/api/pieces/F-1",
        "{\"product\": \"KFR-35\", \"from\": [{\"lot\": \"L-9\", \"product\": \"Capacitor\"}]}");
    ship("SO-F", "S-1", "\"leftOn\": \"2026-03-01\", \"deliveredOn\": \"2026-03-05\"", "F-1");
    await("registered", () -> found("F-1"));
    Actor chen = Actor.system("Chen");
    Nonconformances nonconformances = vitrine.vitrine().rooms().nonconformances();
    NonconformanceNumber fault = nonconformances.raise(fault(), chen);
    nonconformances.contain(fault, new Criteria(List.of("L-9"), List.of(), null, null, null), chen);
    Recalls recalls = vitrine.vitrine().rooms().recalls();
    recalls.tell(fault, new RecallMatter(words(), Set.of(Remedy.REPAIR)), chen);

    CompanyId northwind = shop.company("northwind", "Northwind Climate").id();
    recalls.answered(fault, northwind, Remedy.REPAIR, Amount.NONE, chen);
    assertThat(shown("F-1").at("/cover/until").asText()).as("chosen").isEqualTo("2028-03-05");
    recalls.answered(fault, northwind, Remedy.REPAIR, Amount.of(1), chen);

    await("longer", () -> shown("F-1").at("/cover/until").asText().equals("2029-03-05"));
    assertThat(shown("F-1").at("/ledger/1/by").asText()).isEqualTo("recall");
  }

  private static RaiseNonconformance fault() {
    return new RaiseNonconformance(
        "Capacitor bulges",
        null,
        Severity.MAJOR,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static RecallWords words() {
    LocalizedText text = LocalizedText.of(Map.of("en", "It can burst", "zh-CN", "电容可能爆裂"));
    return new RecallWords(text, text, text, text);
  }

  private static void ship(String order, String number, String said, String... serials) {
    HttpResponse<String> answer =
        program.put(
            "/api/orders/%s/shipments/%s".formatted(order, number),
            """
            {%s, "items": [{"line": 1, "quantity": %d, "serials": ["%s"]}]}\
            """
                .formatted(said, serials.length, String.join("\", \"", serials)));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
  }

  private static boolean found(String serial) {
    return program.get("/api/warranty/pieces/" + serial).statusCode() == 200;
  }

  private static JsonNode shown(String serial) {
    return program.json("/api/warranty/pieces/" + serial);
  }
}
