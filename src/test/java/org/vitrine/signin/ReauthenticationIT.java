package org.vitrine.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.SignedUp.AMELIA;
import static org.vitrine.fixtures.SignedUp.LI_WEN;
import static org.vitrine.fixtures.SignedUp.PASSWORD;
import static org.vitrine.fixtures.SignedUp.credentials;
import static org.vitrine.fixtures.SignedUp.expect;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.SignedUp;
import org.vitrine.fixtures.TestBrowser;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestVitrine;

/** What somebody signs in with is changed by themselves, and not by whoever finds their screen. */
class ReauthenticationIT {
  private static final String WANTED = "a quiet river at noon";
  private static final String ZHAO = "zhao@works.example";
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final Duration A_WHILE = Duration.ofMinutes(10);

  private final TestClock clock = new TestClock();
  private final TestVitrine vitrine = TestVitrine.startAt(clock);
  private final SignedUp people = new SignedUp(vitrine);
  private final TestBrowser desk = people.enter(LI_WEN);

  @AfterEach
  void close() {
    vitrine.close();
  }

  @Test
  void a_screen_that_was_left_open_changes_neither_password_nor_second_factor() {
    clock.pass(A_WHILE);

    for (HttpResponse<String> refused :
        List.of(
            password(desk, ""),
            desk.post("/api/me/second-factor", "{}"),
            desk.put("/api/me/second-factor", "{\"code\":\"000000\"}"),
            desk.delete("/api/me/second-factor", "{\"code\":\"000000\"}"))) {
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("\"type\":\"urn:vitrine:unproved\"");
    }
    expect(
        200, new TestBrowser(vitrine).post("/api/sign-in/password", credentials(LI_WEN, PASSWORD)));
  }

  @Test
  void the_current_password_proves_it_for_ten_minutes() {
    clock.pass(A_WHILE);
    assertThat(password(desk, "\"current\":\"wrong\",").body()).contains("\"field\":\"current\"");
    assertThat(desk.get("/api/audit?action=proof-refused").body()).contains(LI_WEN, "password");

    expect(200, desk.post("/api/me/second-factor", "{\"current\":\"" + PASSWORD + "\"}"));
    clock.pass(A_WHILE.minusSeconds(1));
    expect(200, desk.post("/api/me/second-factor", "{}"));
    clock.pass(Duration.ofSeconds(1));
    assertThat(desk.post("/api/me/second-factor", "{}").statusCode()).isEqualTo(403);
  }

  @Test
  void whoever_has_a_second_factor_brings_a_code_too() {
    String secret = setUp(desk);
    clock.pass(A_WHILE);
    String current = "\"current\":\"" + PASSWORD + "\",";

    assertThat(password(desk, current).statusCode()).isEqualTo(403);
    assertThat(password(desk, current + "\"code\":\"000000\",").body())
        .contains("\"field\":\"code\"");
    expect(204, password(desk, current + "\"code\":\"" + now(secret) + "\","));
  }

  @Test
  void removing_a_second_factor_wants_a_code_and_where_it_is_long_ago_the_password() {
    String secret = setUp(desk);
    clock.pass(A_WHILE);

    assertThat(remove(desk, now(secret), "").statusCode()).isEqualTo(403);
    assertThat(remove(desk, "000000", ",\"current\":\"" + PASSWORD + "\"").statusCode())
        .isEqualTo(422);
    expect(204, remove(desk, now(secret), ",\"current\":\"" + PASSWORD + "\""));
  }

  @Test
  void a_change_ends_the_sessions_elsewhere() {
    TestBrowser elsewhere = people.enter(LI_WEN);
    setUp(desk);

    assertThat(elsewhere.get("/api/me").statusCode()).isEqualTo(401);
    assertThat(desk.get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void what_cannot_end_the_sessions_elsewhere_changes_nothing() {
    AtomicBoolean broken = new AtomicBoolean();
    try (TestVitrine breaking =
        TestVitrine.rewording(
            sql ->
                broken.get() && sql.contains("SET version = version + 1")
                    ? sql.replace("version + 1", "version / 0")
                    : sql)) {
      TestBrowser here = new SignedUp(breaking).enter(LI_WEN);
      broken.set(true);

      assertThat(password(here, "").statusCode()).isEqualTo(500);
      broken.set(false);
      expect(
          200,
          new TestBrowser(breaking).post("/api/sign-in/password", credentials(LI_WEN, PASSWORD)));
    }
  }

  @Test
  void a_screen_that_was_left_open_gives_no_right_that_outlasts_it() {
    vitrine.vitrine().rooms().people().save(List.of(), "Zhao", ZHAO, Role.OPERATOR);
    String zhao = "/api/people/" + id(ZHAO);
    String raised =
        "{\"name\":\"Zhao\",\"role\":\"administrator\",\"companies\":[],\"disabled\":false}";
    clock.pass(A_WHILE);

    for (HttpResponse<String> refused :
        List.of(
            desk.post("/api/keys", "{\"name\":\"erp\",\"scopes\":[\"read\"]}"),
            desk.post("/api/keys/1/rotation", "{}"),
            desk.put("/api/settings", "{\"secondFactorForStaff\":false}"),
            desk.post(
                "/api/people",
                "{\"name\":\"Eve\",\"email\":\"eve@works.example\",\"role\":\"operator\"}"),
            desk.put(zhao, raised),
            desk.post("/api/me/proof", "{}"))) {
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("\"type\":\"urn:vitrine:unproved\"");
    }
    assertThat(desk.put(zhao, raised.replace("administrator", "operator")).statusCode())
        .as("who is no more than before")
        .isEqualTo(200);

    expect(204, desk.post("/api/me/proof", "{\"current\":\"" + PASSWORD + "\"}"));
    expect(200, desk.put(zhao, raised));
    expect(201, desk.post("/api/keys", "{\"name\":\"erp\",\"scopes\":[\"read\"]}"));
  }

  @Test
  void a_password_that_is_changed_while_it_is_compared_lets_nobody_in() {
    AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    try (TestVitrine changing = interrupted("SELECT password_hash", meanwhile)) {
      new SignedUp(changing);
      meanwhile.set(
          () ->
              TestDatabase.execute(
                  changing.databaseUrl(),
                  "UPDATE person SET password_hash = 'another' WHERE email = '" + LI_WEN + "'"));

      expect(
          401,
          new TestBrowser(changing).post("/api/sign-in/password", credentials(LI_WEN, PASSWORD)));
    }
  }

  @Test
  void a_link_that_is_used_while_all_other_sessions_end_leaves_none_behind() {
    AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    try (TestVitrine racing =
        interrupted("DELETE FROM sign_in_link\n WHERE person_id", meanwhile)) {
      TestBrowser here = new SignedUp(racing).enter(LI_WEN);
      TestBrowser thief = new TestBrowser(racing);
      String link =
          racing
              .vitrine()
              .rooms()
              .sessions()
              .links()
              .make(racing.vitrine().rooms().people().administrators().first())
              .text();
      meanwhile.set(() -> expect(200, thief.post("/api/session", "{\"token\":\"" + link + "\"}")));

      expect(204, password(here, ""));

      assertThat(thief.get("/api/me").statusCode()).isEqualTo(401);
    }
  }

  /** Where something happens once, just before such a statement. */
  private static TestVitrine interrupted(String statement, AtomicReference<Runnable> meanwhile) {
    return TestVitrine.rewording(
        sql -> {
          if (sql.contains(statement)) {
            meanwhile.getAndSet(() -> {}).run();
          }
          return sql;
        });
  }

  @Test
  void a_forgotten_password_is_replaced_after_coming_in_by_a_link() {
    TestMailbox mailbox = new TestMailbox(vitrine);
    TestBrowser browser = new TestBrowser(vitrine);
    browser.post("/api/sign-in/link", "{\"email\":\"" + LI_WEN + "\"}");
    expect(200, browser.post("/api/session", "{\"token\":\"" + mailbox.token(LI_WEN, 1) + "\"}"));

    expect(204, password(browser, ""));
    expect(
        200, new TestBrowser(vitrine).post("/api/sign-in/password", credentials(LI_WEN, WANTED)));
    assertThat(desk.get("/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void a_link_replaces_no_password_of_whoever_has_a_second_factor_without_a_code() {
    setUp(desk);
    TestBrowser thief = new TestBrowser(vitrine);
    long person = vitrine.vitrine().rooms().people().administrators().first();
    String link = vitrine.vitrine().rooms().sessions().links().make(person).text();

    assertThat(thief.post("/api/session", "{\"token\":\"" + link + "\"}").body())
        .contains("\"secondFactor\":\"code\"");
    assertThat(password(thief, "").statusCode()).isEqualTo(401);
  }

  @Test
  void an_administrator_helps_whoever_lost_their_phone() {
    TestBrowser zhao = zhao();
    setUp(zhao);
    long id = id(ZHAO);

    expect(204, desk.delete("/api/people/" + id + "/second-factor", "{}"));

    assertThat(zhao.get("/api/me").statusCode()).isEqualTo(401);
    assertThat(people.enter(ZHAO).get("/api/me").body()).contains("\"secondFactor\":false");
    assertThat(new TestMailbox(vitrine).to(ZHAO).getLast()).contains("two-step verification");
    assertThat(desk.get("/api/audit?action=second-factor-removed").body())
        .contains("\"actor\":\"Li Wen\"", ZHAO);
    assertThat(desk.delete("/api/people/" + id + "/second-factor", "{}").statusCode())
        .isEqualTo(409);
    assertThat(desk.delete("/api/people/" + id(LI_WEN) + "/second-factor", "{}").statusCode())
        .as("one's own")
        .isEqualTo(409);
    clock.pass(A_WHILE);
    assertThat(desk.delete("/api/people/" + id + "/second-factor", "{}").statusCode())
        .isEqualTo(403);
  }

  @Test
  void demanding_a_second_factor_signs_out_those_who_have_none() {
    TestBrowser zhao = zhao();
    TestBrowser amelia = people.enter(AMELIA);
    TestBrowser home = people.enter(LI_WEN);
    long before = vitrine.vitrine().rooms().sessions().changeVersion();

    expect(200, desk.put("/api/settings", "{\"secondFactorForStaff\":true}"));

    assertThat(zhao.get("/api/me").statusCode()).isEqualTo(401);
    assertThat(home.get("/api/me").statusCode()).as("elsewhere").isEqualTo(401);
    assertThat(desk.get("/api/me").statusCode()).as("whoever demands it").isEqualTo(200);
    assertThat(amelia.get("/api/me").statusCode()).as("who does not work here").isEqualTo(200);
    assertThat(vitrine.vitrine().rooms().sessions().changeVersion()).isGreaterThan(before);
    setUp(desk);
    expect(200, desk.put("/api/settings", "{\"secondFactorForStaff\":true}"));
    assertThat(desk.get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void whoever_demands_a_second_factor_has_an_hour_to_set_up_their_own() {
    expect(200, desk.put("/api/settings", "{\"secondFactorForStaff\":true}"));
    clock.pass(Duration.ofHours(1));

    vitrine.vitrine().rooms().sessions().forgetCallers();
    assertThat(desk.get("/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void whoever_has_set_theirs_up_within_that_hour_stays() {
    expect(200, desk.put("/api/settings", "{\"secondFactorForStaff\":true}"));
    setUp(desk);
    clock.pass(Duration.ofHours(1));

    vitrine.vitrine().rooms().sessions().forgetCallers();
    assertThat(desk.get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void those_who_have_a_second_factor_stay() {
    TestBrowser zhao = zhao();
    setUp(zhao);

    expect(200, desk.put("/api/settings", "{\"secondFactorForStaff\":true}"));

    assertThat(zhao.get("/api/me").statusCode()).isEqualTo(200);
  }

  private TestBrowser zhao() {
    vitrine.vitrine().rooms().people().save(List.of(), "Zhao", ZHAO, Role.OPERATOR);
    return people.enter(ZHAO);
  }

  private long id(String email) {
    return vitrine
        .vitrine()
        .database()
        .find(
            "test.person",
            "SELECT id FROM person WHERE email = $1",
            row -> row.getLong("id"),
            email)
        .getFirst();
  }

  private String setUp(TestBrowser at) {
    String secret =
        at.json(expect(200, at.post("/api/me/second-factor", "{}"))).get("secret").asText();
    expect(200, at.put("/api/me/second-factor", "{\"code\":\"" + now(secret) + "\"}"));
    clock.pass(STEP);
    return secret;
  }

  private String now(String secret) {
    return SignedUp.code(secret, clock.instant());
  }

  private static HttpResponse<String> password(TestBrowser at, String proof) {
    return at.put("/api/me/password", "{" + proof + "\"password\":\"" + WANTED + "\"}");
  }

  private static HttpResponse<String> remove(TestBrowser at, String code, String proof) {
    return at.delete("/api/me/second-factor", "{\"code\":\"" + code + "\"" + proof + "}");
  }
}
