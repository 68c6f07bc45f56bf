package org.vitrine.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.meetings.TableShop.assertDone;
import static org.vitrine.meetings.TableShop.path;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestVitrine;

/** Minutes become final by themselves at the end of the fifth day, on the calendar of the plant. */
class MinutesBecomeFinalIT {
  private static final ZoneId PLANT = ZoneId.of("Asia/Shanghai");
  private static final String AMELIA = "amelia@northwind.example";

  private static TestClock clock;
  private static TestVitrine vitrine;
  private static TestVitrine there;
  private static TestClient chen;
  private static TestClient amelia;
  private static long number;
  private static int keys;

  @BeforeAll
  static void start() {
    clock = new TestClock();
    vitrine = TestVitrine.startAt(clock);
    there = vitrine.beside();
    TableShop shop = new TableShop(vitrine);
    chen = shop.chen();
    amelia = shop.amelia();
    number = shop.begin();
    assertDone(amelia.put(path(number, "attendance"), ""), 204);
    assertDone(chen.put("/api/meetings/" + number, "{\"state\": \"prepared\"}"), 200);
  }

  @AfterAll
  static void stop() {
    there.close();
    vitrine.close();
  }

  /** Sessions end sooner than minutes become final. */
  private static void pass(Duration time) {
    clock.pass(time);
    Shop again = new Shop(vitrine, "integrator " + ++keys);
    chen = again.staff(Role.QUALITY_MANAGER, "chen@plant.example");
    amelia = again.contact("northwind", AMELIA);
  }

  /** Both nodes look. */
  private static JsonNode looked() {
    vitrine.vitrine().rooms().meetings().minutesClock().round();
    there.vitrine().rooms().meetings().minutesClock().round();
    return chen.json("/api/meetings/" + number);
  }

  private static HttpResponse<String> want(String text) {
    return amelia.post(path(number, "amendments"), "{\"text\": \"%s\"}".formatted(text));
  }

  private static long told() {
    return new TestMailbox(vitrine)
        .to(AMELIA).stream()
            .filter(mail -> mail.contains("are final") && !mail.contains("ready to read"))
            .count();
  }

  @Test
  void once_all_that_was_asked_for_in_time_is_decided() {
    LocalDate last = LocalDate.ofInstant(clock.instant(), PLANT).plusDays(5);
    assertThat(looked().get("amendDay").asText()).isEqualTo(last.toString());
    pass(
        Duration.between(
            clock.instant(), last.plusDays(1).atStartOfDay(PLANT).toInstant().minusSeconds(1)));
    assertThat(looked().get("state").asText()).isEqualTo("prepared");
    String key = TestClient.json(assertDone(want("In the last second"), 201)).get("key").asText();

    pass(Duration.ofSeconds(1));
    HttpResponse<String> late = want("Too late");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("are over");
    assertThat(looked().get("state").asText())
        .as("what is asked for is decided first")
        .isEqualTo("prepared");

    assertDone(
        chen.post(
            path(number, "amendments/" + key + "/decision"),
            "{\"outcome\": \"declined\", \"answer\": \"It was so\"}"),
        200);
    JsonNode page = looked();
    assertThat(page.get("state").asText()).isEqualTo("final");
    assertThat(page.has("amendUntil")).isFalse();
    assertThat(told()).isEqualTo(1);
    looked();
    assertThat(told()).as("told once").isEqualTo(1);
  }
}
