package org.vitrine.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.companies.Companies.SaveCompany;
import org.vitrine.companies.CompanyKind;
import org.vitrine.companies.Tier;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** The history of an order tells an audience what its page does, and nothing beyond. */
class HistoryAudienceIT {
  private static TestVitrine vitrine;
  private static TestClient customer;
  private static TestClient staff;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    Shop shop = new Shop(vitrine);
    customer = shop.contact("northwind", "amelia@northwind.example");
    staff = shop.staff(Role.QUALITY_MANAGER, "wang@works.example");
    shop.order("SO-1");
    shop.good("SO-1", "a", "Assembly", 5);
    shop.good("SO-1", "b", "Rework of the compressor line", 4);
    vitrine
        .vitrine()
        .rooms()
        .companies()
        .save(
            "northwind", new SaveCompany("Northwind Climate", CompanyKind.CUSTOMER, Tier.PLATINUM));
    TestWatcher.await("the tier is noted", () -> kinds(staff).contains("company-changed"));
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void an_operation_that_no_stage_knows_is_for_staff() {
    assertThat(page(customer)).doesNotContain("compressor");
    assertThat(history(customer)).doesNotContain("compressor");
    assertThat(history(staff)).contains("compressor");
  }

  @Test
  void what_a_customer_hears_stands_there_once_each() {
    assertThat(kinds(customer)).containsExactly("placed", "promised", "reported");
    assertThat(kinds(staff))
        .containsExactly("placed", "promised", "reported", "reported", "company-changed");
  }

  @Test
  void a_tier_that_changes_is_for_staff() {
    assertThat(page(customer)).doesNotContain("platinum");
    assertThat(history(customer)).doesNotContain("company-changed");
  }

  @Test
  void who_said_it_is_for_staff() {
    assertThat(history(customer)).doesNotContain("Zhang San");
    assertThat(history(staff)).contains("Zhang San");
  }

  private static String page(TestClient client) {
    return client.get("/api/orders/SO-1").body();
  }

  private static String history(TestClient client) {
    return client.get("/api/orders/SO-1/events").body();
  }

  private static List<String> kinds(TestClient client) {
    JsonNode events = client.json("/api/orders/SO-1/events").get("events");
    return StreamSupport.stream(events.spliterator(), false)
        .map(event -> event.get("kind").asText())
        .toList();
  }
}
