package org.vitrine.meetings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.vitrine.meetings.TableShop.assertDone;
import static org.vitrine.meetings.TableShop.path;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;
import org.vitrine.platform.json.Json;

/** Minutes on their page: amended, decided, final; and what came of what a customer said. */
@ExtendWith(Browsers.class)
class MinutesBrowserIT {
  private static TestVitrine vitrine;
  private static TableShop shop;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.start();
    shop = new TableShop(vitrine);
  }

  @AfterAll
  static void close() {
    vitrine.close();
  }

  private static Visitor visitor(String email, Look look) {
    return new Visitor(vitrine, look).signInAs(email);
  }

  private static String line(long number, int item, String kind, String text) {
    return TestClient.json(
            assertDone(
                shop.chen()
                    .post(
                        path(number, "lines"),
                        "{\"item\": \"%d%d\", \"kind\": \"%s\", \"text\": %s}"
                            .formatted(number, item, kind, Json.text(text))),
                201))
        .get("key")
        .asText();
  }

  @Test
  void minutes_are_amended_and_final_and_a_customer_says_what_is_not_solved() {
    long number = shop.begin();
    assertDone(shop.marcus().put(path(number, "attendance"), ""), 204);
    assertDone(shop.chen().put(path(number, "attendance"), ""), 204);
    line(number, 1, "remark", "Joints leak at 3 of 1000");
    line(number, 2, "decision", "Corner guards on all cartons");
    String key = line(number, 3, "remark", "Send Harbour a pump");
    String action =
        TestClient.json(
                assertDone(
                    shop.chen()
                        .post(
                            path(number, "lines/" + key + "/action"),
                            "{\"owner\": \"wu@plant.example\", \"due\": \"%s\"}"
                                .formatted(LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(9))),
                    201))
            .get("action")
            .asText();
    assertDone(
        shop.chen()
            .put(
                path(number, "items/" + number + "3/answer"),
                "{\"answer\": \"A pump is on its way\"}"),
        204);
    assertDone(
        shop.chen()
            .post(
                path(number, "polls"),
                "{\"question\": \"Test each pump?\", \"choices\": [\"Each\", \"Some\"]}"),
        201);
    assertDone(shop.chen().put("/api/meetings/" + number, "{\"state\": \"prepared\"}"), 200);

    Visitor marcus = visitor("marcus@harbour.example", Look.PHONE).open("/meetings/" + number);
    marcus.see("[data-action=minutes]").click();
    marcus.see("[data-action=amend]").first().click();
    marcus.see("#line-text").fill("Joints leak at 2 of 1000");
    marcus.see("[data-action=send]").click();
    assertThat(marcus.see("[data-amendment]")).containsText("Joints leak at 2 of 1000");
    marcus.expectGoodPage();

    Visitor chen =
        visitor("chen@plant.example", Look.DESK).open("/meetings/" + number + "/minutes");
    assertThat(chen.see("[data-amendment]")).containsText("harbour");
    assertThat(chen.see("[data-poll]")).containsText("Test each pump?");
    chen.see("[data-action=finish]").click();
    assertThat(chen.see(".recorded .lead [role=alert]")).containsText("Decide first");
    chen.see("[data-action=decide]").click();
    chen.see("#decide-answer").fill("As the log says");
    chen.see("[data-action=take]").click();
    assertThat(chen.see(".recorded-lines").first()).containsText("Joints leak at 2 of 1000");
    assertThat(marcus.see("[data-amendment]")).containsText("As the log says");
    chen.see("[data-action=finish]").click();
    chen.see("dialog [data-action=confirm]").click();
    assertThat(chen.see("[data-action=correct]").first()).isVisible();
    chen.expectGoodPage();
    assertThat(marcus.see("[data-action=amend]")).hasCount(0);

    assertDone(
        shop.wu()
            .post(
                "/api/actions/" + action + "/outcome",
                "{\"outcome\": \"done\", \"text\": \"Sent by air\"}"),
        200);
    marcus.open("/orders");
    assertThat(marcus.see(".you-said")).containsText("A pump is on its way");
    marcus.see("[data-action=not-solved]").click();
    marcus.see("#not-solved").fill("It is the wrong pump");
    marcus.see("[data-action=say]").click();
    assertThat(marcus.see("[data-action=not-solved]")).hasCount(0);
    marcus.expectGoodPage();
    chen.open("/meetings");
    assertThat(chen.see(".meeting-figures")).containsText("harbour");
    chen.expectGoodPage();
    chen.open("/meetings/" + number);
    assertThat(chen.see("came-card")).containsText("harbour");
    assertThat(chen.see("guests-card h2")).hasText("Who was invited");
    Visitor chinese =
        visitor("chen@plant.example", Look.DESK_CHINESE).open("/meetings/" + number + "/minutes");
    assertThat(chinese.see(".recorded")).containsText("未见效");
    chinese.expectGoodPage();
  }
}
