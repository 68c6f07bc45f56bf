package org.vitrine.warranty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Actor;
import org.vitrine.access.Role;
import org.vitrine.companies.CompanyId;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.database.Database;

class WarrantyIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient manager;
  private static Warranty warranty;
  private static Database database;
  private static CompanyId northwind;
  private static CompanyId acme;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    northwind = shop.company("northwind", "Northwind Climate").id();
    acme = shop.company("acme", "Acme").id();
    manager = shop.staff(Role.ACCOUNT_MANAGER, "wang.fang@example.com");
    warranty = vitrine.vitrine().rooms().warranty();
    database = warranty.database;
    assertThat(
            manager
                .put("/api/warranty/terms/KFR-35", "{\"months\": 24, \"begins\": \"delivery\"}")
                .statusCode())
        .isEqualTo(201);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void a_piece_is_registered_by_the_terms_of_its_product() {
    assertSaved(save("T-1", "{\"product\": \"kfr-35\", \"company\": \"northwind\"}"), "created");
    assertThat(shown("T-1").at("/cover/until").isMissingNode()).as("not delivered yet").isTrue();

    assertSaved(save("T-1", "{\"deliveredOn\": \"2026-03-05\"}"), "changed");

    assertThat(shown("T-1").at("/cover/until").asText()).isEqualTo("2028-03-05");
    assertThat(shown("T-1").at("/ledger/0/by").asText()).isEqualTo("wang.fang@example.com");
  }

  @Test
  void the_same_again_changes_nothing_in_whatever_letters() {
    String wanted =
        "{\"product\": \"Pump\", \"company\": \"acme\", \"shippedOn\": \"2026-03-01\","
            + " \"promise\": {\"months\": 12}}";
    assertSaved(save("sn-7", wanted), "created");
    assertSaved(save("SN-7", wanted), "unchanged");
    assertThat(shown("ＳＮ-7").get("serial").asText()).isEqualTo("sn-7");
    assertThat(shown("sn-7").get("ledger")).hasSize(1);
  }

  @Test
  void terms_of_tomorrow_change_nothing_of_a_piece_of_today() {
    manager.put("/api/warranty/terms/Valve", "{\"months\": 6}");
    save("V-1", "{\"product\": \"Valve\", \"company\": \"acme\", \"shippedOn\": \"2026-03-01\"}");
    manager.put("/api/warranty/terms/Valve", "{\"months\": 36}");

    assertSaved(save("V-1", "{\"shippedOn\": \"2026-03-02\"}"), "changed");

    assertThat(shown("V-1").at("/cover/until").asText()).isEqualTo("2026-09-02");
    assertThat(shown("V-1").get("ledger")).hasSize(2);
  }

  @Test
  void what_has_no_terms_of_its_own_has_those_of_all_others() {
    manager.put("/api/warranty/terms/*", "{\"months\": 3}");
    save("O-1", "{\"product\": \"Odd\", \"company\": \"acme\", \"shippedOn\": \"2026-03-01\"}");
    manager.delete("/api/warranty/terms/*");
    save("O-2", "{\"product\": \"Odd\", \"company\": \"acme\", \"shippedOn\": \"2026-03-01\"}");

    assertThat(shown("O-1").at("/cover/until").asText()).isEqualTo("2026-06-01");
    assertThat(shown("O-2").at("/cover/until").isMissingNode()).isTrue();
  }

  @Test
  void whoever_bought_it_is_not_said_anew() {
    save("B-1", "{\"product\": \"Pump\", \"company\": \"northwind\"}");
    assertThat(save("B-1", "{\"company\": \"acme\"}").statusCode()).isEqualTo(409);
    database.inTransaction(
        transaction -> {
          warranty.handOver(transaction, new WarrantySerial("B-1"), acme);
          return null;
        });

    assertSaved(save("B-1", "{\"company\": \"northwind\"}"), "unchanged");

    assertThat(shown("B-1").at("/sold/owner").asText()).isEqualTo("acme");
    assertThat(shown("B-1").at("/sold/buyer").asText()).isEqualTo("northwind");
  }

  @Test
  void whoever_has_a_piece_no_longer_hears_of_it_as_whoever_has_it_now() {
    save("B-2", "{\"product\": \"Pump\", \"company\": \"northwind\"}");
    database.inTransaction(
        transaction -> {
          warranty.handOver(transaction, new WarrantySerial("B-2"), acme);
          return null;
        });
    assertThat(
            TestDatabase.find(
                vitrine.databaseUrl(),
                "SELECT kind || ' ' || company_id FROM change WHERE key LIKE 'b-2%' ORDER BY id"))
        .endsWith("warranty " + acme.value(), "warranty-transfer " + northwind.value());
  }

  @Test
  void a_new_piece_needs_its_product_and_its_buyer() {
    assertThat(field(save("N-1", "{\"company\": \"acme\"}"))).isEqualTo("product");
    assertThat(field(save("N-1", "{\"product\": \"Pump\"}"))).isEqualTo("company");
    assertThat(field(save("N-1", "{\"product\": \"Pump\", \"company\": \"nobody\"}")))
        .isEqualTo("company");
    assertThat(
            field(
                save(
                    "N-1",
                    "{\"product\": \"P\", \"company\": \"acme\", \"gtin\": \"6901234567890\"}")))
        .isEqualTo("gtin");
    assertThat(manager.get("/api/warranty/pieces/N-1").statusCode()).isEqualTo(404);
  }

  @Test
  void an_entry_answers_how_the_piece_is_covered_now() {
    save(
        "E-1",
        "{\"product\": \"Pump\", \"company\": \"acme\", \"shippedOn\": \"2026-03-01\","
            + " \"promise\": {\"months\": 24}}");
    JsonNode cover =
        TestClient.json(
            manager.post(
                "/api/warranty/pieces/E-1/entries",
                "{\"kind\": \"voided\", \"from\": \"2026-06-01\", \"reason\": \"Opened\"}"));
    assertThat(cover.get("until").asText()).isEqualTo("2026-05-31");
    assertThat(cover.get("voided").asText()).isEqualTo("Opened");
  }

  @Test
  void choosing_repair_adds_a_year_where_eu_law_applies_and_only_there() {
    String sold =
        "{\"product\": \"Pump\", \"company\": \"acme\", \"shippedOn\": \"%s\","
            + " \"promise\": {\"months\": 24, \"euLaw\": %s}}";
    save("L-1", sold.formatted(warranty.today(), true));
    save("L-2", sold.formatted(warranty.today(), false));

    assertThat(repaired("L-1").until()).isEqualTo(warranty.today().plusMonths(24).plusMonths(12));
    assertThat(repaired("L-2").until()).isEqualTo(warranty.today().plusMonths(24));
  }

  private static Cover repaired(String serial) {
    return database.inTransaction(
        transaction ->
            warranty.repairChosen(
                transaction, new WarrantySerial(serial), Instant.now(), Actor.system("test")));
  }

  @Test
  void behind_its_wall_a_company_finds_its_own_pieces_and_their_cover_only() {
    String sold =
        "{\"product\": \"Pump\", \"company\": \"%s\", \"shippedOn\": \"2026-03-01\","
            + " \"promise\": {\"months\": 24}}";
    save("W-1", sold.formatted("northwind"));
    save("W-2", sold.formatted("acme"));
    database.onBehalfOf(
        Optional.of(northwind.value()),
        queries -> {
          assertThat(warranty.piece(queries, new WarrantySerial("W-1"))).isPresent();
          assertThat(warranty.ledger(queries, new WarrantySerial("W-1"))).hasSize(1);
          assertThat(warranty.piece(queries, new WarrantySerial("W-2"))).isEmpty();
          assertThat(warranty.ledger(queries, new WarrantySerial("W-2"))).isEmpty();
          assertThat(warranty.piecesOf(queries, acme, Optional.empty(), 10)).isEmpty();
          return null;
        });
  }

  private static HttpResponse<String> save(String serial, String body) {
    return manager.put("/api/warranty/pieces/" + serial, body);
  }

  private static void assertSaved(HttpResponse<String> answer, String outcome) {
    assertThat(TestClient.json(answer).path("outcome").asText())
        .as(answer.body())
        .isEqualTo(outcome);
  }

  private static JsonNode shown(String serial) {
    return manager.json(
        "/api/warranty/pieces/" + URLEncoder.encode(serial, StandardCharsets.UTF_8));
  }

  private static String field(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    return TestClient.json(answer).get("field").asText();
  }
}
