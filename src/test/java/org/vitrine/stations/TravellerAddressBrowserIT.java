package org.vitrine.stations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.SetUpStation;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/** Where the address on a traveller leads whoever opens it, with whatever reads it. */
@ExtendWith(Browsers.class)
class TravellerAddressBrowserIT {
  private static final String CHEN = "chen.yu@example.com";
  private static final String AMELIA = "amelia@northwind.example";
  private static final String ORDER = "WH/订单 9001";

  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient keeper;
  private static String address;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    keeper = shop.staff(Role.QUALITY_MANAGER, CHEN);
    shop.contact("northwind", AMELIA);
    shop.contact("harbour", "jonas@harbour.example");
    keeper.post(
        "/api/operators", "{\"name\": \"Zhang Wei\", \"badge\": \"0042\", \"pin\": \"2468\"}");
    shop.order("WH%2F%E8%AE%A2%E5%8D%95%209001");
    address = new Traveller("", ORDER, 1, "Assembly").text();
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  private static Visitor atStation(Look look, String name) {
    String made =
        keeper
            .post(
                "/api/stations",
                "{\"name\": \"%s\", \"operations\": [\"Assembly\"]}".formatted(name))
            .body();
    long id = Long.parseLong(made.replaceFirst("(?s).*\"id\" *: *(\\d+).*", "$1"));
    String code =
        TestClient.json(keeper.post("/api/stations/" + id + "/set-up", "")).get("code").asText();
    Visitor worker = new Visitor(vitrine, look).open("/station#" + code);
    worker.see("operator-entry h1").waitFor();
    return worker;
  }

  private static void signIn(Visitor worker) {
    worker.see("#station-badge").fill("0042");
    worker.see("#station-pin").fill("2468");
    worker.see("operator-entry .go").click();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void at_a_station_it_is_a_scan(Look look) {
    Visitor worker = atStation(look, "Assembly " + look);
    signIn(worker);
    worker.see("work-finder h1").waitFor();
    worker.open(address);
    assertThat(worker.see("work-sheet .eyebrow")).containsText(ORDER);
    assertThat(worker.page()).hasURL(vitrine.at("/station").toString());
    worker.expectGoodPage();
  }

  @Test
  void where_nobody_is_it_waits_for_a_badge_and_goes_on() {
    Visitor worker = atStation(Look.PHONE, "Assembly alone");
    worker.open(address);
    assertThat(worker.see(".station-told")).isVisible();
    signIn(worker);
    assertThat(worker.see("work-sheet .eyebrow")).containsText(ORDER);
  }

  @Test
  void one_that_was_read_wrong_says_so_and_leads_to_nothing() {
    Visitor worker = atStation(Look.DESK, "Assembly wrong");
    signIn(worker);
    worker.see("work-finder h1").waitFor();
    worker.open(address.replaceFirst("c=.*", "c=00000000"));
    assertThat(worker.see(".station-told")).isVisible();
    assertThat(worker.see("work-finder h1")).isVisible();
  }

  @ParameterizedTest
  @ValueSource(strings = {CHEN, AMELIA})
  void staff_and_its_customer_come_to_the_order(String email) {
    Visitor somebody = new Visitor(vitrine, Look.DESK).signInAs(email).open(address);
    assertThat(somebody.see("main")).containsText(ORDER);
    assertThat(somebody.see(".panes")).isVisible();
  }

  @Test
  void another_customer_finds_nothing_there() {
    Visitor jonas =
        new Visitor(vitrine, Look.PHONE).signInAs("jonas@harbour.example").expecting("404");
    jonas.open(address);
    assertThat(jonas.see("notice-page h1")).isVisible();
    assertThat(jonas.see("main")).not().containsText("KFR-35");
  }

  @Test
  void a_stranger_signs_in_first_and_sees_nothing_before() {
    Visitor stranger = new Visitor(vitrine, Look.PHONE_CHINESE).expecting("401");
    stranger.open(address);
    assertThat(stranger.see("sign-in-page h1")).isVisible();
    assertThat(stranger.see("main")).not().containsText("KFR-35");
  }

  @Test
  void the_screen_of_a_station_stays_one_whoever_is_signed_in_beside() {
    Visitor chen = atStation(Look.DESK, "Assembly and office").signInAs(CHEN);
    signIn(chen);
    chen.see("work-finder h1").waitFor();
    chen.open(address);
    assertThat(chen.see("work-sheet .eyebrow")).containsText(ORDER);
  }

  @Test
  void a_station_that_was_withdrawn_is_a_stranger() {
    SetUpStation station = SetUpStation.of(vitrine, keeper, "Withdrawn", "[\"Assembly\"]");
    assertThat(locationOf(station.screen().get(address))).startsWith("/station?scan=%2Ft%2FWH");
    keeper.delete("/api/stations/" + station.id());
    assertThat(locationOf(station.screen().get(address)))
        .isEqualTo("/orders/WH%2F%E8%AE%A2%E5%8D%95%209001");
    assertThat(locationOf(TestClient.unknown(vitrine).get(address))).startsWith("/orders/");
  }

  private static String locationOf(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
