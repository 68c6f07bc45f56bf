package org.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.people.Newcomer;
import org.vitrine.people.PersonChange;
import org.vitrine.people.Preferences;
import org.vitrine.platform.Rejection;

class SessionsIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient administrator;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    administrator = shop.staff(Role.ADMINISTRATOR, "wu.min@foshan.example");
    shop.order("SO-1");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void a_person_sees_their_sessions_and_ends_one_of_them_elsewhere() {
    TestClient here = shop.contact("northwind", "amelia@northwind.example");
    TestClient there = shop.contact("northwind", "amelia@northwind.example");
    JsonNode sessions = here.json("/api/sessions").at("/sessions");
    assertThat(sessions).hasSize(2);
    for (JsonNode session : sessions) {
      if (!session.at("/current").asBoolean()) {
        assertThat(here.delete("/api/sessions/" + session.at("/id").asLong()).statusCode())
            .isEqualTo(204);
      }
    }
    assertThat(there.get("/api/me").statusCode()).isEqualTo(401);
    assertThat(here.get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void nobody_ends_a_session_of_somebody_else() {
    TestClient amelia = shop.contact("northwind", "amelia2@northwind.example");
    TestClient carl = shop.contact("contoso", "carl@contoso.example");
    long hers = amelia.json("/api/sessions").at("/sessions/0/id").asLong();
    assertThat(carl.delete("/api/sessions/" + hers).statusCode()).isEqualTo(404);
    assertThat(amelia.get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void an_open_socket_closes_when_its_session_ends() {
    TestClient amelia = shop.contact("northwind", "amelia3@northwind.example");
    try (TestWatcher watcher = new TestWatcher(vitrine, amelia).watch("orders/SO-1")) {
      await("the page", () -> watcher.page("orders/SO-1") != null);
      assertThat(amelia.delete("/api/session").statusCode()).isEqualTo(204);
      await("the socket closes", watcher::isClosed);
      assertThat(watcher.gone("orders/SO-1")).isEqualTo("revoked");
    }
  }

  @Test
  void whoever_is_disabled_is_out_at_once_and_stays_out() {
    TestClient amelia = shop.contact("northwind", "amelia4@northwind.example");
    long id = person("amelia4@northwind.example");
    try (TestWatcher watcher = new TestWatcher(vitrine, amelia).watch("orders")) {
      await("the list", () -> watcher.page("orders") != null);
      assertThat(
              administrator
                  .put(
                      "/api/people/" + id,
                      """
                      {"name": "Amelia", "role": "customer", "companies": ["northwind"], "disabled": true}""")
                  .statusCode())
          .isEqualTo(200);
      assertThat(amelia.get("/api/orders/SO-1").statusCode()).isEqualTo(401);
      await("the socket closes", watcher::isClosed);
    }
    assertThat(vitrine.vitrine().rooms().people().find(id).orElseThrow().disabled()).isTrue();
  }

  @Test
  void a_contact_of_two_companies_switches_between_them_and_sees_one_at_a_time() {
    shop.company("contoso", "Contoso");
    shop.order("SO-2", "contoso");
    TestClient amelia = shop.contact("northwind", "both@northwind.example");
    administrator.put(
        "/api/people/" + person("both@northwind.example"),
        """
        {"name": "Both", "role": "customer", "companies": ["northwind", "contoso"], "disabled": false}""");
    assertThat(amelia.get("/api/orders/SO-1").statusCode()).isEqualTo(200);
    assertThat(amelia.get("/api/orders/SO-2").statusCode()).isEqualTo(404);
    assertThat(amelia.put("/api/me/company", "{\"code\": \"contoso\"}").statusCode())
        .isEqualTo(200);
    assertThat(amelia.get("/api/orders/SO-1").statusCode()).isEqualTo(404);
    assertThat(amelia.get("/api/orders/SO-2").statusCode()).isEqualTo(200);
    assertThat(amelia.put("/api/me/company", "{\"code\": \"none\"}").statusCode()).isEqualTo(404);
  }

  @Test
  void an_account_manager_invites_contacts_of_the_companies_in_their_care_only() {
    TestClient manager = shop.staff(Role.ACCOUNT_MANAGER, "li.wen@foshan.example");
    administrator.put(
        "/api/people/" + person("li.wen@foshan.example"),
        """
        {"name": "Li Wen", "role": "account-manager", "companies": ["northwind"], "disabled": false}""");
    assertThat(invite(manager, "new@northwind.example", "customer", "northwind")).isEqualTo(201);
    assertThat(invite(manager, "new@northwind.example", "customer", "northwind")).isEqualTo(409);
    shop.company("contoso", "Contoso");
    assertThat(invite(manager, "new@contoso.example", "customer", "contoso")).isEqualTo(403);
    assertThat(invite(manager, "boss@foshan.example", "administrator", "northwind")).isEqualTo(403);
    assertThat(manager.json("/api/people").at("/people"))
        .noneMatch(person -> person.at("/role").asText().equals("administrator"));
  }

  @Test
  void a_key_does_what_it_is_for_and_nothing_else() {
    JsonNode made =
        TestClient.json(
            administrator.post("/api/keys", "{\"name\": \"line 4\", \"scopes\": [\"reports\"]}"));
    TestClient station = TestClient.withKey(vitrine, new Token(made.at("/key").asText()));
    assertThat(station.get("/api/orders/SO-1").statusCode()).isEqualTo(403);
    assertThat(station.put("/api/companies/x", "{\"name\": \"X\"}").statusCode()).isEqualTo(403);
    assertThat(station.post("/api/reports", "{}").statusCode()).isEqualTo(422);
    assertThat(administrator.json("/api/keys").toString()).doesNotContain(made.at("/key").asText());
  }

  @Test
  void a_rotated_key_overlaps_and_a_revoked_one_is_out() {
    JsonNode first =
        TestClient.json(
            administrator.post("/api/keys", "{\"name\": \"erp\", \"scopes\": [\"read\"]}"));
    long id = first.at("/id").asLong();
    JsonNode second =
        TestClient.json(
            administrator.post("/api/keys/" + id + "/rotation", "{\"overlapHours\": 1}"));
    TestClient old = TestClient.withKey(vitrine, new Token(first.at("/key").asText()));
    TestClient fresh = TestClient.withKey(vitrine, new Token(second.at("/key").asText()));
    assertThat(old.get("/api/orders/SO-1").statusCode()).isEqualTo(200);
    assertThat(fresh.get("/api/orders/SO-1").statusCode()).isEqualTo(200);
    assertThat(administrator.delete("/api/keys/" + id).statusCode()).isEqualTo(204);
    assertThat(old.get("/api/orders/SO-1").statusCode()).isEqualTo(401);
    assertThat(fresh.get("/api/orders/SO-1").statusCode()).isEqualTo(401);
  }

  @Test
  void a_glass_link_shows_stages_and_dates_until_it_is_revoked() {
    TestClient amelia = shop.contact("northwind", "amelia5@northwind.example");
    shop.good("SO-1", "glass-1", "Assembly", 40);
    String url =
        TestClient.json(amelia.post("/api/orders/SO-1/links", "{\"days\": 3}")).at("/url").asText();
    Token session =
        vitrine
            .vitrine()
            .rooms()
            .links()
            .open(new Token(url.substring(url.indexOf('#') + 1)), Sessions.From.NOWHERE);
    TestClient holder = TestClient.withSession(vitrine, session);
    try (TestWatcher watcher = new TestWatcher(vitrine, holder).watch("glass")) {
      await("the page", () -> watcher.page("glass") != null);
      JsonNode page = watcher.page("glass");
      assertThat(page.at("/lines/1/stages/assembly/through").asInt()).isEqualTo(40);
      assertThat(page.toString())
          .doesNotContain("PO-SO-1", "Zhang San", "3325", "Cooling capacity");
      assertThat(holder.get("/api/orders/SO-1").statusCode()).isEqualTo(403);
      JsonNode link = amelia.json("/api/orders/SO-1/links").at("/links/0");
      assertThat(link.at("/uses").asInt()).isEqualTo(1);
      amelia.delete("/api/orders/SO-1/links/" + link.at("/id").asLong());
      await("the socket closes", watcher::isClosed);
    }
    assertThat(holder.get("/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void an_address_in_other_letters_is_the_same_person() {
    assertThat(invite(administrator, "WU.Min@Foshan.example", "customer", "northwind"))
        .isEqualTo(409);
  }

  @Test
  void a_link_from_before_a_right_was_changed_opens_nothing() {
    shop.contact("northwind", "promoted@northwind.example");
    long id = person("promoted@northwind.example");
    Token link = vitrine.vitrine().rooms().sessions().links().make(id);
    administrator.put(
        "/api/people/" + id,
        """
        {"name": "Promoted", "role": "quality-manager", "companies": [], "disabled": false}""");
    assertThat(
            TestClient.unknown(vitrine)
                .post("/api/session", "{\"token\": \"" + link.text() + "\"}")
                .statusCode())
        .isEqualTo(410);
  }

  @Test
  void a_key_that_may_not_read_makes_no_link_to_read_by() {
    JsonNode made =
        TestClient.json(
            administrator.post(
                "/api/keys", "{\"name\": \"orders only\", \"scopes\": [\"orders\"]}"));
    TestClient program = TestClient.withKey(vitrine, new Token(made.at("/key").asText()));
    assertThat(program.post("/api/orders/SO-1/links", "{}").statusCode()).isEqualTo(403);
  }

  @Test
  void looking_through_a_glass_signs_nobody_out() {
    TestClient amelia = shop.contact("northwind", "amelia7@northwind.example");
    String url = TestClient.json(amelia.post("/api/orders/SO-1/links", "{}")).at("/url").asText();
    var opened =
        amelia.post(
            "/api/glass-session",
            "{\"token\": \"%s\"}".formatted(url.substring(url.indexOf('#') + 1)));
    String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).startsWith("vitrine-glass=").contains("HttpOnly", "SameSite=Lax");
    assertThat(amelia.json("/api/me").at("/role").asText()).isEqualTo("customer");
    assertThat(
            TestClient.unknown(vitrine)
                .get("/api/me?as=glass", "Cookie", cookie.substring(0, cookie.indexOf(';')))
                .body())
        .contains("\"role\":\"glass\"");
  }

  @Test
  void whoever_stops_looking_through_a_glass_stays_signed_in() {
    TestClient amelia = shop.contact("northwind", "amelia8@northwind.example");
    String gone =
        amelia
            .ask("DELETE", "/api/session?as=glass")
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow();
    assertThat(gone).startsWith("vitrine-glass=;").contains("Max-Age=0");
    assertThat(amelia.get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void a_planted_session_is_worth_nothing_after_a_sign_in_as_glass_either() {
    TestClient planted = shop.contact("northwind", "amelia9@northwind.example");
    Token link =
        vitrine.vitrine().rooms().sessions().links().make(person("amelia9@northwind.example"));
    assertThat(
            planted
                .post("/api/session?as=glass", "{\"token\": \"%s\"}".formatted(link.text()))
                .statusCode())
        .isEqualTo(200);
    assertThat(planted.get("/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void a_socket_does_not_go_on_for_a_company_that_one_no_longer_works_for() {
    shop.company("contoso", "Contoso");
    TestClient amelia = shop.contact("northwind", "switching@northwind.example");
    administrator.put(
        "/api/people/" + person("switching@northwind.example"),
        """
        {"name": "Switching", "role": "customer", "companies": ["northwind", "contoso"], "disabled": false}""");
    try (TestWatcher watcher = new TestWatcher(vitrine, amelia).watch("orders")) {
      await("the list", () -> watcher.page("orders") != null);
      amelia.put("/api/me/company", "{\"code\": \"contoso\"}");
      await("the socket closes", watcher::isClosed);
      assertThat(watcher.gone("orders")).isEqualTo("changed");
    }
  }

  @Test
  void nobody_is_let_in_again_by_accident() {
    shop.contact("northwind", "left@northwind.example");
    String path = "/api/people/" + person("left@northwind.example");
    String left = "{\"name\": \"Left\", \"role\": \"customer\", \"companies\": [\"northwind\"]";
    administrator.put(path, left + ", \"disabled\": true}");

    assertThat(administrator.put(path, left + "}").body()).contains("\"field\":\"disabled\"");
    assertThat(
            administrator
                .put(path, left + ", \"disabled\": false, \"wasDisabled\": false}")
                .statusCode())
        .as("by a form from before")
        .isEqualTo(409);
    assertThat(
            administrator
                .put(path, left + ", \"disabled\": false, \"wasDisabled\": true}")
                .statusCode())
        .isEqualTo(200);
    JsonNode enabled = administrator.json("/api/audit?action=person-enabled").at("/entries/0");
    assertThat(enabled.at("/subject").asText()).isEqualTo("left@northwind.example");
    assertThat(enabled.at("/detail/disabled/before").asBoolean()).isTrue();
    assertThat(enabled.at("/detail/disabled/after").asBoolean()).isFalse();
  }

  @Test
  void an_administrator_whom_no_letter_reaches_is_not_the_last_one() {
    long wu = person("wu.min@foshan.example");
    vitrine
        .vitrine()
        .rooms()
        .people()
        .save(List.of(), "Administrator", "administrator@localhost", Role.ADMINISTRATOR);

    assertThat(
            administrator
                .put(
                    "/api/people/" + wu,
                    """
                    {"name": "Wu Min", "role": "operator", "companies": [], "disabled": false}""")
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void nobody_changes_others_by_a_right_that_they_have_just_lost() {
    shop.staff(Role.OPERATOR, "demoted@foshan.example");
    shop.contact("northwind", "victim@northwind.example");
    Caller.SignedIn stale =
        new Caller.SignedIn(
            person("demoted@foshan.example"), "Demoted", Role.ADMINISTRATOR, Optional.empty());
    long victim = person("victim@northwind.example");
    assertThatThrownBy(
            () ->
                vitrine
                    .vitrine()
                    .rooms()
                    .people()
                    .change(
                        stale,
                        Sessions.From.NOWHERE,
                        victim,
                        new PersonChange(
                            "Victim",
                            Role.OPERATOR,
                            List.of(),
                            Preferences.UNKNOWN,
                            false,
                            Optional.empty())))
        .isInstanceOf(Rejection.Forbidden.class);
    assertThatThrownBy(
            () ->
                vitrine
                    .vitrine()
                    .rooms()
                    .people()
                    .invite(
                        stale,
                        Sessions.From.NOWHERE,
                        new Newcomer(
                            "New",
                            "new@foshan.example",
                            Role.ADMINISTRATOR,
                            List.of(),
                            Preferences.UNKNOWN)))
        .isInstanceOf(Rejection.Forbidden.class);
  }

  @Test
  void asking_for_a_new_glass_link_says_nothing_of_whether_there_was_one() {
    var known = TestClient.unknown(vitrine).post("/api/glass-request", "{\"token\": \"nothing\"}");
    assertThat(known.statusCode()).isEqualTo(204);
    assertThat(known.body()).isEmpty();
  }

  @Test
  void what_was_done_about_access_is_on_the_trail_without_any_secret() {
    JsonNode made =
        TestClient.json(
            administrator.post("/api/keys", "{\"name\": \"trail\", \"scopes\": [\"read\"]}"));
    String trail = administrator.get("/api/audit?action=key-created").body();
    assertThat(trail).contains("trail", "wu.min@foshan.example");
    assertThat(trail).doesNotContain(made.at("/key").asText());
    assertThat(administrator.get("/api/audit.csv").body()).contains("key-created");
    assertThat(shop.contact("northwind", "a6@northwind.example").get("/api/audit").statusCode())
        .isEqualTo(403);
  }

  private static int invite(TestClient by, String email, String role, String company) {
    return by.post(
            "/api/people",
            "{\"name\": \"New\", \"email\": \"%s\", \"role\": \"%s\", \"companies\": [\"%s\"]}"
                .formatted(email, role, company))
        .statusCode();
  }

  private static long person(String email) {
    return administrator.json("/api/people?q=" + email).at("/people/0/id").asLong();
  }
}
