package org.vitrine.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** The pages of orders show whose they are. */
class CompanyChangesIT {
  private static TestVitrine vitrine;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void a_company_that_is_renamed_is_renamed_on_open_pages_and_said_once_in_the_history() {
    Shop shop = new Shop(vitrine);
    shop.order("SO-1");
    shop.company("contoso", "Contoso");
    shop.order("SO-2", "contoso");
    TestClient manager = shop.staff(Role.ACCOUNT_MANAGER, "manager@plant.example");
    try (TestWatcher watcher = new TestWatcher(vitrine, manager).watch("orders/SO-1")) {
      await("the page", () -> watcher.page("orders/SO-1") != null);
      shop.company("northwind", "Northwind Air");
      shop.company("northwind", "Northwind Air");
      await("the new name", () -> watcher.page("orders/SO-1").toString().contains("Northwind Air"));
    }
    String history = manager.get("/api/orders/SO-1/events").body();
    assertThat(history.split("company-changed", -1)).as(history).hasSize(2);
    assertThat(manager.get("/api/orders/SO-2/events").body()).doesNotContain("company-changed");
  }
}
