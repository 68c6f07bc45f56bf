package org.vitrine.stations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.SetUpStation;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/** How the house keeps its stations and who reports there. */
@ExtendWith(Browsers.class)
class StationsBrowserIT {
  private static final String CHEN = "chen.yu@example.com";
  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}");
  private static final int GUESSES = 10;

  private static TestVitrine vitrine;
  private static TestClient keeper;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.startAt(new TestClock()); // Nobody waits, so whoever guesses does.
    keeper = new Shop(vitrine).staff(Role.QUALITY_MANAGER, CHEN);
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  private static Visitor chen(Look look) {
    Visitor chen = new Visitor(vitrine, look).signInAs(CHEN).open("/stations");
    chen.see("stations-page h1").waitFor();
    return chen;
  }

  private static Locator row(Visitor chen, String station) {
    return chen.see("[data-station='" + station + "']");
  }

  @ParameterizedTest
  @EnumSource(names = {"DESK", "PHONE", "PHONE_CHINESE_DARK", "DESK_CHINESE", "DESK_DARK"})
  void a_station_is_made_set_up_renewed_and_taken_away(Look look) {
    String name = "Leak test " + look;
    Visitor chen = chen(look).expecting("422");
    chen.expectGoodPage();
    chen.see("[data-action=add]").click();
    chen.see("station-form h2").waitFor();
    chen.expectAccessible();
    chen.see("station-form [data-action=save]").click();
    assertThat(chen.see("#station-name-error")).not().hasText("");
    chen.see("#station-name").fill(name);
    chen.see("station-form [data-action=save]").click();
    assertThat(chen.see("#station-operations-error")).not().hasText("");
    chen.expectAccessible();
    chen.see("#station-operations").fill("Leak test\n\n Pressure test ");
    chen.see("#station-stages").fill("split-ac/packing");
    chen.see("station-form [data-action=save]").click();
    assertThat(row(chen, name)).containsText("Pressure test");
    assertThat(chen.see("stations-page .said").first()).containsText(name);

    String first = codeOf(chen, name);
    String second = codeOf(chen, name);
    Visitor tablet = new Visitor(vitrine, look).expecting("422").open("/station#" + first);
    assertThat(tablet.see("#station-code-error")).not().hasText("");
    tablet.expectGoodPage();
    tablet.see("#station-code").fill(second.toLowerCase());
    tablet.see("station-set-up .go").click();
    assertThat(tablet.see(".station-where")).containsText(name);

    chen.page().reload();
    assertThat(row(chen, name).locator(".station-seen")).not().hasAttribute("data-look", "warn");
    chen.expectGoodPage();
    act(chen, name, "sign-out");
    assertThat(row(chen, name).locator("[data-action=sign-out]")).hasCount(0);
    act(chen, name, "withdraw");
    assertThat(row(chen, name)).hasCount(0);
  }

  private static void act(Visitor chen, String name, String action) {
    row(chen, name).locator("[data-action=" + action + "]").click();
    chen.see("dialog h2").waitFor();
    chen.expectAccessible();
    chen.see("dialog .go").click();
    assertThat(chen.see("dialog")).hasCount(0);
  }

  private static String codeOf(Visitor chen, String name) {
    row(chen, name).locator("[data-action=set-up]").click();
    assertThat(chen.see(".set-up-letters")).hasText(CODE);
    assertThat(chen.see(".set-up-qr")).isVisible();
    chen.expectNoSidewaysScroll();
    chen.expectAccessible();
    String code = chen.see(".set-up-letters").textContent().trim();
    chen.see("[data-action=close]").click();
    return code;
  }

  @ParameterizedTest
  @EnumSource(names = {"DESK_CHINESE_DARK", "PHONE"})
  void two_stations_of_one_name_are_refused_at_the_name(Look look) {
    SetUpStation.of(vitrine, keeper, "Twice " + look, "[\"Leak test\"]");
    Visitor chen = chen(look).expecting("409");
    chen.see("[data-action=add]").click();
    chen.see("#station-name").fill("twice " + look);
    chen.see("#station-operations").fill("Leak test");
    chen.see("station-form [data-action=save]").click();
    assertThat(chen.see("#station-name-error")).not().hasText("");
    chen.expectAccessible();
  }

  @ParameterizedTest
  @EnumSource(names = {"DESK", "PHONE", "PHONE_CHINESE_DARK", "DESK_CHINESE"})
  void an_operator_is_added_given_another_pin_and_removed(Look look) {
    String name = "Zhang " + look;
    String badge = "B-" + look.ordinal();
    SetUpStation station = SetUpStation.of(vitrine, keeper, "At " + look, "[\"Leak test\"]");
    Visitor chen = chen(look).expecting("status of 412");
    chen.see("[data-action=add-operator]").click();
    chen.see("operator-form h2").waitFor();
    chen.expectAccessible();
    chen.see("#operator-name").fill(name);
    chen.see("#operator-badge").fill(badge);
    chen.see("#operator-pin").fill("12");
    chen.see("operator-form [data-action=save]").click();
    assertThat(chen.see("#operator-pin-error")).not().hasText("");
    chen.expectAccessible();
    chen.see("#operator-pin").fill("2468");
    chen.see("operator-form [data-action=save]").click();
    Locator row = chen.see("[data-operator='" + name + "']");
    assertThat(row).containsText(badge);
    expectSignIn(station, badge, "2468", 200);

    row.locator("[data-action=change]").click();
    chen.see("#operator-pin").fill("13579");
    chen.see("#operator-name").fill(name + " II");
    changeMeanwhile(name, badge);
    chen.see("operator-form [data-action=save]").click();
    assertThat(chen.see("edit-difference")).containsText(name + " III");
    chen.expectAccessible();
    chen.see("edit-difference [value=theirs]").check();
    chen.see("[data-action=merge]").click();
    assertThat(chen.see("dialog")).hasCount(0);
    row = chen.see("[data-operator='" + name + " III']");
    expectSignIn(station, badge, "2468", 422);
    expectSignIn(station, badge, "13579", 200);
    chen.expectGoodPage();

    row.locator("[data-action=remove]").click();
    chen.see("dialog h2").waitFor();
    chen.expectAccessible();
    chen.see("dialog .go").click();
    assertThat(row).hasCount(0);
    expectSignIn(station, badge, "13579", 422);
  }

  /** As a colleague does at another desk. */
  private static void changeMeanwhile(String name, String badge) {
    for (JsonNode one : keeper.json("/api/operators").get("operators")) {
      if (one.get("badge").asText().equals(badge)) {
        keeper.put(
            "/api/operators/" + one.get("id").asLong(),
            "{\"name\": \"%s III\", \"badge\": \"%s\"}".formatted(name, badge));
      }
    }
  }

  private static void expectSignIn(SetUpStation station, String badge, String pin, int status) {
    assertEquals(status, signIn(station, badge, pin));
  }

  private static int signIn(SetUpStation station, String badge, String pin) {
    return station
        .screen()
        .post("/api/station/sign-in", "{\"badge\": \"%s\", \"pin\": \"%s\"}".formatted(badge, pin))
        .statusCode();
  }

  @ParameterizedTest
  @EnumSource(names = {"DESK", "PHONE_CHINESE_DARK", "PHONE"})
  void several_are_pasted_from_a_sheet_and_what_is_refused_stays(Look look) {
    String of = look.name();
    Visitor chen = chen(look).expecting("409");
    chen.see("[data-action=add-several]").click();
    chen.see("#operator-lines").fill("Chen Jie\t%1$s-1\t2468\nLi Na\t%1$s-2".formatted(of));
    chen.see("operator-import [data-action=save]").click();
    assertThat(chen.see("#operator-lines-error")).containsText("Li Na");
    chen.expectAccessible();
    chen.see("#operator-lines")
        .fill(
            "Name;Badge;PIN\nChen Jie;%1$s-1;2468\nLi Na;%1$s-1;1357\nWu Min;%1$s-3;9753"
                .formatted(of));
    chen.see("operator-import [data-action=save]").click();
    assertThat(chen.see("#operator-lines")).hasValue("Li Na;%s-1;1357".formatted(of));
    assertThat(chen.see("#operator-lines-error"))
        .containsText(chen.in("Another operator has this badge", "该工牌已属于其他操作员"));
    chen.expectAccessible();
    chen.see("#operator-lines").fill("Li Na;%s-2;1357".formatted(of));
    chen.see("operator-import [data-action=save]").click();
    assertThat(chen.see("operator-list .said")).containsText("3");
    assertThat(chen.see("operator-list li", of + "-")).hasCount(3);
    chen.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void whoever_guesses_a_pin_is_told_to_wait(Look look) {
    String badge = "G-" + look.ordinal();
    keeper.post(
        "/api/operators",
        "{\"name\": \"Liu %s\", \"badge\": \"%s\", \"pin\": \"2468\"}".formatted(look, badge));
    SetUpStation station = SetUpStation.of(vitrine, keeper, "Guess " + look, "[\"Leak test\"]");
    String code =
        TestClient.json(keeper.post("/api/stations/" + station.id() + "/set-up", ""))
            .get("code")
            .asText();
    Visitor guessing =
        new Visitor(vitrine, look).expecting("422").expecting("429").open("/station#" + code);
    guessing.see("#station-badge").fill(badge);
    guessing.see("#station-pin").fill("0000");
    guessing.see("operator-entry .go").click();
    assertThat(guessing.see("#station-pin-error")).not().hasText("");
    guessing.expectGoodPage();
    for (int guess = 0; guess < GUESSES; guess++) {
      signIn(station, badge, "000" + guess);
    }
    guessing.see("#station-pin").fill("2468");
    guessing.see("operator-entry .go").click();
    assertThat(
            guessing.see("operator-entry .trouble:not(:empty)", guessing.in("Try again in", "秒")))
        .isVisible();
    assertThat(guessing.see("work-finder")).hasCount(0);
    guessing.expectAccessible();
  }
}
