package org.vitrine.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.access.Token;
import org.vitrine.companies.Company;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

/** What somebody does over and over fills nothing: neither the trail, nor the tables behind it. */
class CountedIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient administrator;
  private static TestClient amelia;
  private static long person;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    shop.order("SO-1");
    shop.order("SO-2");
    administrator = shop.staff(Role.ADMINISTRATOR, "li.wen@works.example");
    Company northwind = shop.company("northwind", "Northwind Climate");
    Company contoso = shop.company("contoso", "Contoso");
    person =
        vitrine
            .vitrine()
            .rooms()
            .people()
            .save(
                List.of(northwind.id(), contoso.id()),
                "Amelia Hart",
                "amelia@northwind.example",
                Role.CUSTOMER);
    amelia = TestClient.withSession(vitrine, Entrance.open(vitrine, person).session());
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void who_works_now_for_one_company_and_now_for_the_other_is_counted() {
    for (int round = 0; round < 30; round++) {
      workFor("contoso");
      workFor("northwind");
    }

    List<JsonNode> switches = trail("company-switched");
    assertThat(switches).hasSize(2).allMatch(entry -> entry.get("times").asInt() == 30);
    assertThat(switches).allMatch(entry -> entry.has("lastAt"));
  }

  @Test
  void who_works_for_that_company_already_changes_nothing() {
    workFor("northwind");
    String before = changes();
    int switches = trail("company-switched").stream().mapToInt(CountedIT::times).sum();

    workFor("northwind");

    assertThat(changes()).isEqualTo(before);
    assertThat(trail("company-switched").stream().mapToInt(CountedIT::times).sum())
        .isEqualTo(switches);
  }

  @Test
  void where_nobody_else_is_signed_in_nobody_is_signed_out() {
    String before = changes();

    assertThat(administrator.delete("/api/sessions").statusCode()).isEqualTo(204);

    assertThat(trail("session-ended")).isEmpty();
    assertThat(changes()).isEqualTo(before);
  }

  @Test
  void who_is_all_of_it_already_is_not_changed() {
    for (int round = 0; round < 2; round++) {
      assertThat(
              administrator
                  .put(
                      "/api/people/" + person,
                      """
                      {"name": "Amelia Hart", "role": "customer", "companies": ["northwind", "contoso"],
                       "disabled": false}\
                      """)
                  .statusCode())
          .isEqualTo(200);
      assertThat(
              administrator.put("/api/settings", "{\"secondFactorForStaff\": false}").statusCode())
          .isEqualTo(200);
    }

    assertThat(trail("person-changed")).isEmpty();
    assertThat(trail("setting-changed")).isEmpty();
  }

  @Test
  void a_person_is_invited_so_often_in_a_day() {
    String invitation = "/api/people/" + person + "/invitation";
    for (int invited = 1; invited < 20; invited++) {
      assertThat(administrator.post(invitation, "").statusCode()).isEqualTo(204);
    }

    var refused = administrator.post(invitation, "");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("20 times");
  }

  @Test
  void so_many_links_to_an_order_are_made_in_a_day() {
    for (int made = 0; made < 200; made++) {
      var answer = amelia.post("/api/orders/SO-1/links", "{}");
      assertThat(answer.statusCode()).isEqualTo(201);
      String link = TestClient.json(answer).get("id").asText();
      assertThat(amelia.delete("/api/orders/SO-1/links/" + link).statusCode()).isEqualTo(204);
    }

    var refused = amelia.post("/api/orders/SO-1/links", "{}");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("200 glass links");
    assertThat(trail("glass-link-made")).hasSizeLessThan(10);
  }

  @Test
  void a_person_is_signed_in_at_so_many_places_and_leaves_the_oldest() {
    long other =
        vitrine
            .vitrine()
            .rooms()
            .people()
            .save(List.of(), "Wang", "wang@works.example", Role.OPERATOR);
    TestClient first = TestClient.withSession(vitrine, Entrance.open(vitrine, other).session());
    assertThat(first.get("/api/me").statusCode()).isEqualTo(200);
    for (int place = 0; place < 100; place++) {
      Entrance.open(vitrine, other);
    }

    assertThat(
            TestDatabase.find(
                vitrine.databaseUrl(),
                "SELECT count(*) FROM session WHERE kind = 'person' AND subject_id = " + other))
        .containsExactly("100");
    vitrine.vitrine().rooms().sessions().forgetCallers();
    assertThat(first.get("/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void a_glass_link_is_opened_so_often_in_a_minute() {
    String link = glassLink();
    for (int opened = 0; opened < 120; opened++) {
      assertThat(openGlass(link).statusCode()).isEqualTo(200);
    }

    HttpResponse<String> refused = openGlass(link);

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void the_public_numbers_are_asked_for_so_often_in_a_minute() {
    TestClient anybody = TestClient.unknown(vitrine);

    refusedAfter120(() -> anybody.get("/api/scorecard"));
  }

  @Test
  void links_of_surveys_are_tried_so_often_in_a_minute() {
    TestClient anybody = TestClient.unknown(vitrine);

    refusedAfter120(() -> anybody.ask("GET", "/api/surveys/any", "", "Survey-Link", "guessed"));
  }

  private static void refusedAfter120(Supplier<HttpResponse<String>> asking) {
    for (int asked = 0; asked < 120; asked++) {
      assertThat(asking.get().statusCode()).isNotEqualTo(429);
    }
    HttpResponse<String> refused = asking.get();
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void a_glass_link_has_so_many_sessions_and_leaves_those_not_seen_for_longest() {
    String link = glassLink();
    long id = idOf(link);
    var sessions = vitrine.vitrine().rooms().sessions();
    for (int opened = 0; opened < 501; opened++) {
      vitrine
          .vitrine()
          .database()
          .inTransaction(
              transaction ->
                  sessions.openGlass(transaction, id, Instant.now().plus(Duration.ofDays(1))));
    }

    assertThat(
            TestDatabase.find(
                vitrine.databaseUrl(),
                "SELECT count(*) FROM session WHERE kind = 'glass' AND subject_id = " + id))
        .containsExactly("500");
  }

  private static String glassLink() {
    String url =
        TestClient.json(shop.integrator().post("/api/orders/SO-2/links", "{}")).get("url").asText();
    return url.substring(url.indexOf('#') + 1);
  }

  private static long idOf(String link) {
    return Long.parseLong(
        TestDatabase.find(
                vitrine.databaseUrl(),
                "SELECT id FROM glass_link WHERE token_hash = '\\x%s'"
                    .formatted(HexFormat.of().formatHex(new Token(link).hash())))
            .getFirst());
  }

  private static HttpResponse<String> openGlass(String link) {
    return TestClient.unknown(vitrine)
        .post("/api/glass-session", "{\"token\": \"%s\"}".formatted(link));
  }

  private static void workFor(String company) {
    var answer = amelia.put("/api/me/company", "{\"code\": \"%s\"}".formatted(company));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private static List<JsonNode> trail(String action) {
    JsonNode entries = administrator.json("/api/audit?limit=200&action=" + action).get("entries");
    return StreamSupport.stream(entries.spliterator(), false).toList();
  }

  private static int times(JsonNode entry) {
    return entry.get("times").asInt();
  }

  /** What every node looks at to see whether a right was taken away. */
  private static String changes() {
    return TestDatabase.find(vitrine.databaseUrl(), "SELECT version FROM access_change").getFirst();
  }
}
