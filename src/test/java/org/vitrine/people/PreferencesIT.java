package org.vitrine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.SignedUp.AMELIA;
import static org.vitrine.fixtures.SignedUp.LI_WEN;
import static org.vitrine.fixtures.SignedUp.expect;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.fixtures.SignedUp;
import org.vitrine.fixtures.TestBrowser;
import org.vitrine.fixtures.TestVitrine;

class PreferencesIT {
  private final TestVitrine vitrine = TestVitrine.start();
  private final SignedUp people = new SignedUp(vitrine);

  @AfterEach
  void close() {
    vitrine.close();
  }

  @Test
  void whoever_has_not_said_how_they_read_has_no_language_and_no_zone() {
    assertThat(me(people.enter(AMELIA)).has("language")).isFalse();
    assertThat(me(people.enter(AMELIA)).has("zone")).isFalse();
  }

  @Test
  void a_person_says_how_they_read_and_takes_it_back() {
    TestBrowser amelia = people.enter(AMELIA);

    JsonNode told = prefer(amelia, "{\"language\": \"zh-CN\", \"zone\": \"America/Chicago\"}");
    assertThat(told.get("language").asText()).isEqualTo("zh-CN");
    assertThat(me(people.enter(AMELIA)).get("zone").asText()).isEqualTo("America/Chicago");
    assertThat(me(people.enter(LI_WEN)).has("language")).isFalse();

    assertThat(prefer(amelia, "{\"language\": null, \"zone\": null}").has("language")).isFalse();
    assertThat(me(amelia).has("zone")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"language\": \"fr\"}",
        "{\"language\": \"EN\"}",
        "{\"language\": \"\"}",
        "{\"zone\": \"Mars/Olympus\"}",
        "{\"zone\": \"+08:00\"}",
        "{\"zone\": \"europe/berlin\"}",
        "{\"zone\": \"\"}"
      })
  void a_language_or_a_zone_that_there_is_not_is_refused_by_its_name(String wanted) {
    String field = wanted.contains("language") ? "language" : "zone";

    assertThat(expect(422, people.enter(AMELIA).put("/api/me/preferences", wanted)).body())
        .contains("\"" + field + "\"");
    assertThat(
            expect(
                    422,
                    people
                        .enter(LI_WEN)
                        .post("/api/people", invitation(wanted.replaceAll("[{}]", ""))))
                .body())
        .contains("\"" + field + "\"");
  }

  @Test
  void whoever_invites_says_how_the_guest_reads_and_a_change_that_does_not_say_it_leaves_it() {
    TestBrowser administrator = people.enter(LI_WEN);
    JsonNode guest =
        administrator.json(
            expect(
                201,
                administrator.post(
                    "/api/people",
                    invitation("\"language\": \"zh-CN\", \"zone\": \"Asia/Shanghai\""))));
    assertThat(guest.get("language").asText()).isEqualTo("zh-CN");

    JsonNode changed =
        administrator.json(
            expect(
                200,
                administrator.put(
                    "/api/people/" + guest.get("id"),
                    """
                    {"name": "Wang Li", "role": "operator", "companies": [], "disabled": false,
                     "language": "en"}""")));

    assertThat(changed.get("language").asText()).isEqualTo("en");
    assertThat(changed.get("zone").asText()).isEqualTo("Asia/Shanghai");
  }

  @Test
  void the_audit_log_says_which_language_and_which_zone_somebody_was_given() {
    TestBrowser administrator = people.enter(LI_WEN);
    JsonNode guest =
        administrator.json(
            expect(
                201, administrator.post("/api/people", invitation("\"zone\": \"Asia/Shanghai\""))));

    change(administrator, guest, "\"language\": \"en\", \"zone\": \"Asia/Shanghai\"");
    assertThat(lastChange(administrator).at("/language/before").asText("absent")).isEmpty();
    assertThat(lastChange(administrator).at("/language/after").asText()).isEqualTo("en");
    assertThat(lastChange(administrator).has("zone")).isFalse();

    change(administrator, guest, "\"zone\": \"Europe/Berlin\"");
    assertThat(lastChange(administrator).at("/zone/before").asText()).isEqualTo("Asia/Shanghai");
    assertThat(lastChange(administrator).at("/zone/after").asText()).isEqualTo("Europe/Berlin");
    assertThat(lastChange(administrator).has("language")).isFalse();
  }

  private static void change(TestBrowser administrator, JsonNode guest, String preferences) {
    expect(
        200,
        administrator.put(
            "/api/people/" + guest.get("id"),
            """
            {"name": "Wang Li", "role": "operator", "companies": [], "disabled": false, %s}"""
                .formatted(preferences)));
  }

  private static JsonNode lastChange(TestBrowser administrator) {
    return administrator
        .json(expect(200, administrator.get("/api/audit?limit=1&action=person-changed")))
        .at("/entries/0/detail");
  }

  private static String invitation(String preferences) {
    return """
        {"name": "Wang Li", "email": "wang.li@works.example", "role": "operator", "companies": [], %s}"""
        .formatted(preferences);
  }

  private static JsonNode prefer(TestBrowser browser, String wanted) {
    return browser.json(expect(200, browser.put("/api/me/preferences", wanted)));
  }

  private static JsonNode me(TestBrowser browser) {
    return browser.json(expect(200, browser.get("/api/me")));
  }
}
