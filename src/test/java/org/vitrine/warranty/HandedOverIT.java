package org.vitrine.warranty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.companies.CompanyId;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.platform.json.Json;
import org.vitrine.traceability.Affected;
import org.vitrine.traceability.Criteria;

/** A fault reaches a piece where it is now, however often it was handed over. */
class HandedOverIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient amelia;
  private static TestClient ines;
  private static TestClient otto;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    amelia = shop.contact("northwind", "amelia@northwind.example");
    ines = shop.contact("contoso", "ines@contoso.example");
    otto = shop.contact("fabrikam", "otto@fabrikam.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void after_two_transfers_it_is_found_with_whoever_has_it_and_no_order_of_another() {
    shop.order("SO-1");
    made("C-2231", "HO-1", "HO-2");
    ship("SO-1", "DN-1", "HO-1", "HO-2", "");
    TestWatcher.await("it left", () -> owner("HO-1").equals(Optional.of(company("northwind"))));
    register("HO-1");
    handOver("HO-1", amelia, ines);
    handOver("HO-1", ines, otto);

    assertThat(owner("HO-1")).contains(company("fabrikam"));
    assertThat(owner("HO-2")).contains(company("northwind"));
    Affected found = affected("HO-1");
    assertThat(found.company()).contains(company("fabrikam"));
    assertThat(found.order()).as("it is another company's").isEmpty();
    assertThat(affected("HO-2").order()).isPresent();

    ship("SO-1", "DN-1", "HO-1", "HO-2", "\"deliveredOn\": \"2026-11-12\",");
    TestWatcher.await("it arrived", () -> affected("HO-2").where() == Affected.Location.CUSTOMER);
    assertThat(owner("HO-1"))
        .as("what is said of its shipment again makes it nobody else's")
        .contains(company("fabrikam"));
  }

  @Test
  void what_is_undone_is_found_with_its_former_owner() {
    shop.order("SO-2");
    made("C-2232", "HU-1", "HU-2");
    ship("SO-2", "DN-2", "HU-1", "HU-2", "");
    TestWatcher.await("it left", () -> owner("HU-1").equals(Optional.of(company("northwind"))));
    register("HU-1");
    String id = handOver("HU-1", amelia, ines);
    assertThat(owner("HU-1")).contains(company("contoso"));
    assertThat(ines.post("/api/warranty/transfers/" + id + "/undo", "{}").statusCode())
        .isEqualTo(204);
    assertThat(owner("HU-1")).contains(company("northwind"));
  }

  @Test
  void what_comes_back_and_is_bought_again_is_its_buyers() {
    shop.order("SO-3");
    shop.order("SO-4");
    made("C-2233", "HB-1", "HB-2");
    ship("SO-3", "DN-3", "HB-1", "HB-2", "");
    TestWatcher.await("it left", () -> owner("HB-1").equals(Optional.of(company("northwind"))));
    TestWatcher.await("it is registered", () -> orderOf("HB-1").equals("SO-3"));
    String id = handOver("HB-1", amelia, ines);
    bringBack("SO-3", "DN-3");
    TestWatcher.await("it came back", () -> owner("HB-1").isEmpty());

    ship("SO-4", "DN-4", "HB-1", "HB-2", "");

    TestWatcher.await("it left again", () -> owner("HB-2").isPresent());
    assertThat(owner("HB-1")).contains(company("northwind"));
    TestWatcher.await("it is registered", () -> orderOf("HB-1").equals("SO-4"));
    assertThat(shop.integrator().json("/api/warranty/pieces/HB-1").at("/sold/owner").asText())
        .isEqualTo("northwind");
    for (TestClient side : List.of(ines, amelia)) {
      assertThat(side.post("/api/warranty/transfers/" + id + "/undo", "{}").statusCode())
          .as("what was handed over is not what was bought since")
          .isEqualTo(409);
    }
    assertThat(transfer("contoso", id).has("undoableUntil")).isFalse();
    assertThat(transfer("northwind", id).has("undoableUntil")).isFalse();
  }

  private static JsonNode transfer(String code, String id) {
    CompanyId company = company(code);
    return vitrine
        .vitrine()
        .database()
        .onBehalfOf(
            Optional.of(company.value()),
            queries ->
                new OwnTransferRepository()
                    .find(queries, company, Long.parseLong(id))
                    .orElseThrow());
  }

  @Test
  void what_was_handed_over_in_an_earlier_sale_says_nothing_about_a_later_one() {
    shop.order("SO-5");
    shop.order("SO-6", "contoso");
    made("C-2234", "HC-1", "HC-2");
    ship("SO-5", "DN-5", "HC-1", "HC-2", "");
    TestWatcher.await("it left", () -> owner("HC-1").equals(Optional.of(company("northwind"))));
    TestWatcher.await("it is registered", () -> orderOf("HC-1").equals("SO-5"));
    String id = handOver("HC-1", amelia, otto);
    assertThat(amelia.post("/api/warranty/transfers/" + id + "/undo", "{}").statusCode())
        .isEqualTo(204);
    bringBack("SO-5", "DN-5");
    TestWatcher.await("it came back", () -> owner("HC-1").isEmpty());
    ship("SO-6", "DN-6", "HC-1", "HC-2", "");
    TestWatcher.await("it is registered", () -> orderOf("HC-1").equals("SO-6"));
    handOver("HC-1", ines, otto);

    ship("SO-6", "DN-6", "HC-1", "HC-2", "\"deliveredOn\": \"2026-11-12\",");

    TestWatcher.await("it arrived", () -> delivered("HC-2"));
    assertThat(owner("HC-1")).contains(company("fabrikam"));
  }

  private static void bringBack(String order, String number) {
    assertThat(
            shop.integrator()
                .delete("/api/orders/%s/shipments/%s?reason=it+came+back".formatted(order, number))
                .statusCode())
        .isLessThan(300);
  }

  /** With which order it left, as its warranty knows. */
  private static String orderOf(String serial) {
    HttpResponse<String> shown = shop.integrator().get("/api/warranty/pieces/" + serial);
    return shown.statusCode() == 200 ? TestClient.json(shown).at("/sold/order").asText() : "";
  }

  private static boolean delivered(String serial) {
    return vitrine
        .vitrine()
        .rooms()
        .traces()
        .piece(vitrine.vitrine().database(), serial)
        .flatMap(card -> card.shipment())
        .flatMap(shipment -> shipment.deliveredOn())
        .isPresent();
  }

  private static void made(String lot, String... serials) {
    for (String serial : serials) {
      HttpResponse<String> saved =
          shop.integrator()
              .put(
                  "/api/pieces/" + serial,
                  "{\"product\": \"KFR-35\", \"from\": [{\"lot\": \"%s\"}]}".formatted(lot));
      assertThat(saved.statusCode()).as(saved.body()).isLessThan(300);
    }
  }

  private static void ship(String order, String number, String first, String second, String more) {
    HttpResponse<String> answer =
        shop.integrator()
            .put(
                "/api/orders/" + order + "/shipments/" + number,
                """
                {"leftOn": "2026-11-10", %s "items": [{"line": 1, "quantity": 2, "serials": ["%s", "%s"]}]}\
                """
                    .formatted(more, first, second));
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  /** By hand where it was not by its shipment. */
  private static void register(String serial) {
    HttpResponse<String> saved =
        shop.integrator()
            .put(
                "/api/warranty/pieces/" + serial,
                "{\"product\": \"KFR-35\", \"company\": \"northwind\"}");
    assertThat(saved.statusCode()).as(saved.body()).isLessThan(300);
  }

  private static String handOver(String serial, TestClient from, TestClient to) {
    HttpResponse<String> offered =
        from.post("/api/warranty/transfers", "{\"serial\": \"%s\"}".formatted(serial));
    assertThat(offered.statusCode()).as(offered.body()).isEqualTo(201);
    String code = TestClient.json(offered).get("code").asText();
    assertThat(
            to.post("/api/warranty/transfers/acceptances", "{\"secret\": \"%s\"}".formatted(code))
                .statusCode())
        .isEqualTo(200);
    return TestClient.json(offered).get("transfer").asText();
  }

  private static CompanyId company(String code) {
    return vitrine.vitrine().rooms().companies().find(code).orElseThrow().id();
  }

  private static Optional<CompanyId> owner(String serial) {
    return vitrine
        .vitrine()
        .rooms()
        .traces()
        .piece(vitrine.vitrine().database(), serial)
        .flatMap(card -> card.company());
  }

  private static Affected affected(String serial) {
    String lot = serial.startsWith("HO") ? "C-2231" : "C-2232";
    List<Affected> known =
        vitrine
            .vitrine()
            .rooms()
            .traces()
            .impact(
                vitrine.vitrine().database(),
                Json.read("{\"lots\": [\"%s\"]}".formatted(lot), Criteria.class))
            .known();
    return known.stream().filter(one -> one.code().equals(serial)).findFirst().orElseThrow();
  }
}
