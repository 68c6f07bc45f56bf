package org.vitrine.webhooks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.microsoft.playwright.Locator;
import io.vertx.core.Vertx;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/** How an administrator adds an endpoint, sees that nothing arrives and why, and helps it on. */
@ExtendWith(Browsers.class)
class WebhooksBrowserIT {
  private static final Vertx VERTX = Vertx.vertx();
  private static final String ADA = "ada@example.com";
  private static final Pattern SECRET = Pattern.compile("whsec_.{44}");

  private static TestVitrine vitrine;
  private static Shop shop;
  private static HookReceivers receivers;

  @BeforeAll
  static void open() {
    receivers = new HookReceivers(VERTX);
    vitrine = TestVitrine.startReaching(new TestClock(), "127.0.0.0/8");
    shop = new Shop(vitrine);
    shop.staff(Role.ADMINISTRATOR, ADA);
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
    receivers.close();
    VERTX.close().await();
  }

  private static Locator row(Visitor ada, String name) {
    return ada.see("[data-webhook='" + name + "']");
  }

  private static void act(Visitor ada, String name, String action) {
    row(ada, name).locator("[data-action=" + action + "]").click();
  }

  @ParameterizedTest
  @EnumSource(names = {"DESK", "PHONE", "PHONE_CHINESE_DARK", "DESK_CHINESE"})
  void an_endpoint_is_added_tested_looked_at_and_removed(Look look) {
    String name = "ERP " + look;
    String path = "/" + look;
    receivers.answering(path, 500);
    Visitor ada = new Visitor(vitrine, look).signInAs(ADA).open("/webhooks");
    ada.see("webhooks-page h1").waitFor();
    ada.expectGoodPage();

    ada.see("[data-action=add]").click();
    ada.see("webhook-form [data-action=save]").click();
    assertThat(ada.see("#webhook-name-error")).not().hasText("");
    ada.expectAccessible();
    ada.see("#webhook-name").fill(name);
    ada.see("#webhook-url").fill(receivers.url(path));
    ada.see("#webhook-owner").fill("it@integrator.example");
    ada.see("webhook-form input[value='order.*']").check();
    ada.see("webhook-form [data-action=save]").click();
    assertThat(ada.see("webhook-secret input")).hasValue(SECRET);
    ada.expectAccessible();
    ada.see("webhook-secret [data-action=close]").click();
    assertThat(row(ada, name)).containsText("order.*");

    act(ada, name, "ping");
    assertThat(ada.see("webhooks-page [role=status]").first()).containsText("500");
    act(ada, name, "deliveries");
    Locator message = ada.see("webhook-delivery").first();
    message.locator("summary").click();
    assertThat(message.locator(".delivery-text").last()).containsText("org.vitrine.ping");
    assertThat(message).containsText("500");
    ada.expectGoodPage();

    receivers.answering(path, 204);
    message.locator("[data-action=try-again]").click();
    await(
        "it is delivered",
        () -> {
          ada.see("[data-action=reload]").click();
          return message.locator(".delivery[data-state=delivered]").count() == 1;
        });

    act(ada, name, "pause");
    assertThat(row(ada, name).locator("[data-action=go-on]")).isVisible();
    act(ada, name, "go-on");
    assertThat(row(ada, name).locator("[data-action=pause]")).isVisible();
    act(ada, name, "remove");
    ada.see("dialog .go").click();
    assertThat(row(ada, name)).hasCount(0);
  }
}
