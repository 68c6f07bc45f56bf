package org.vitrine.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/** A newcomer finds the way to a station of the demo, and all that is to be scanned there. */
@ExtendWith(Browsers.class)
class DemoFloorBrowserIT {
  private static final PlantClock CLOCK = new PlantClock(Clock.systemUTC());
  private static TestVitrine vitrine;
  private static DemoPlant demo;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.startServing(CLOCK, DemoFeature::of);
    demo = DemoPlant.open(vitrine.vitrine(), CLOCK, OptionalLong.empty());
  }

  @AfterAll
  static void close() {
    if (demo != null) {
      demo.close();
    }
    if (vitrine != null) {
      vitrine.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DESK", "PHONE_CHINESE", "PHONE_CHINESE_DARK"})
  void from_the_demo_s_own_page_to_the_first_good_piece(Look look) {
    Visitor newcomer = new Visitor(vitrine, look).open("/demo");
    newcomer.expectGoodPage();
    newcomer.see("[data-station='Assembly 1'] [data-action=be-station]").click();
    report(newcomer);
  }

  @Test
  void the_link_that_is_printed_at_the_start_leads_there_too() {
    String link = demo.station().link();
    Visitor newcomer =
        new Visitor(vitrine, Look.DESK).open(link.substring(link.indexOf("/station")));
    report(newcomer);
  }

  /** With what the screen says of a badge, and the first traveller from the other page. */
  private static void report(Visitor newcomer) {
    Locator hint = newcomer.see("demo-hint p");
    hint.waitFor();
    newcomer.expectGoodPage();
    assertThat(hint).containsText("0042");
    assertThat(hint).containsText("2468");
    newcomer.see("#station-badge").fill("0042");
    newcomer.see("#station-pin").fill("2468");
    newcomer.see("operator-entry .go").click();
    newcomer.see("work-finder h1").waitFor();
    assertThat(hint).not().containsText("2468");

    newcomer.open("/demo");
    Locator traveller = newcomer.see("[data-station='Assembly 1'] .demo-codes a").first();
    String order = traveller.locator("strong").textContent().split("[, ]")[0].trim();
    traveller.click();
    assertThat(newcomer.see("work-sheet .eyebrow")).containsText(order);
  }

  @Test
  void a_house_that_is_no_demo_has_none_of_it() {
    try (TestVitrine house = TestVitrine.start()) {
      TestClient stranger = TestClient.unknown(house);
      for (String path : List.of("/demo", "/api/demo/badges", "/api/demo/floor")) {
        assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(404);
      }
      assertThat(stranger.get("/station").body()).doesNotContain("demo");
    }
  }

  @Test
  void every_station_of_the_demo_has_something_to_scan() {
    JsonNode floor = TestClient.json(TestClient.unknown(vitrine).get("/api/demo/floor"));
    assertThat(floor.get("stations")).hasSize(3);
    for (JsonNode one : floor.get("stations")) {
      assertThat(one.get("travellers")).as(one.at("/station/name").asText()).isNotEmpty();
    }
  }
}
