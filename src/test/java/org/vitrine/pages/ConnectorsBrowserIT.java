package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.connectors.ServedSource;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/** An administrator sets a connector up, sees what it would do, and what was refused. */
@ExtendWith(Browsers.class)
class ConnectorsBrowserIT {
  private static TestVitrine vitrine;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.startReaching(Clock.systemUTC(), "127.0.0.0/8");
    new Shop(vitrine).staff(Role.ADMINISTRATOR, "admin@plant.example");
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Look.class,
      names = {"PHONE", "DESK", "PHONE_CHINESE_DARK"})
  void an_erp_is_connected_tried_and_looked_after(Look look) {
    String code = look.name().toLowerCase(Locale.ROOT).replace('_', '-');
    try (ServedSource served = ServedSource.erpNext(2, "unknown-" + code)) {
      Visitor visitor = new Visitor(vitrine, look).signInAs("admin@plant.example");
      visitor.open("/connectors");
      visitor.expectGoodPage();
      visitor.see("[data-action=add]").click();
      visitor.see("#connector-code").fill(code);
      visitor.see("#connector-name").fill("ERP " + code);
      visitor.see("select[name=kind]").selectOption("erpnext");
      visitor.see("#connector-address").fill(served.address());
      visitor.see("#connector-resource").fill("Sales Order");
      visitor.see("#connector-secret").fill("key:secret");
      visitor.see("[data-action=test]").click();
      visitor.see("[data-works]");
      visitor.see("#connector-column-order").fill("number");
      visitor.see("#connector-column-company").fill("company");
      visitor.see("#connector-column-quantity").fill("items.quantity");
      visitor.see("#connector-constant-routing").fill("split-ac");
      visitor.expectAccessible();
      visitor.see("dialog [data-action=save]").click();

      String row = "[data-connector='%s'] ".formatted(code);
      visitor.see(row + "[data-action=refused]").click();
      visitor.see("[data-record]").first();
      visitor.see("dialog [data-action=close]").click();
      visitor.see(row + "[data-action=preview]").click();
      visitor.see("[data-fate=refused]").first();
      visitor.see("dialog [data-action=close]").click();
      assertThat(visitor.see(row + ".connector-state")).hasAttribute("data-state", "fine");
      visitor.expectGoodPage();
    }
  }
}
