package org.vitrine.servicereviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

/** Quarters of the service: prepared, concluded and signed. It is the 5th of October 2026. */
class ServiceReviewsIT {
  private static final String OUTCOMES =
      """
      INSERT INTO voice_outcome (voice, number, company_id, commitment, department, kind, tier, decided_at, missed, taken)
      SELECT 900000 + %1$d, n, c.id, 'seen', 'quality', 'complaint', 'gold', '%2$s', n > %3$d, 60
        FROM company c, generate_series(1, %4$d) n
       WHERE c.code = 'northwind'\
      """;

  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient chen;

  @BeforeAll
  static void start() {
    TestClock clock = new TestClock(Instant.parse("2026-07-10T01:00:00Z"));
    vitrine = TestVitrine.startAt(clock);
    shop = new Shop(vitrine);
    shop.contact("northwind", "amelia@northwind.example");
    clock.pass(Duration.ofDays(22));
    TestClient li = shop.staff(Role.ADMINISTRATOR, "li@plant.example");
    assertThat(
            li.put(
                    "/api/profiles/northwind",
                    "{\"agreedBy\": \"Amelia\", \"agreedOn\": \"2026-08-01\", \"fastLane\": true}")
                .statusCode())
        .isLessThan(300);
    assertThat(li.put("/api/touch-intervals", "{\"gold\": 20}").statusCode()).isEqualTo(200);
    decided(1, "2026-05-04T02:00:00Z", 10, 20);
    decided(2, "2026-07-04T02:00:00Z", 10, 20);
    decided(3, "2026-08-20T02:00:00Z", 39, 40);
    decided(4, "2026-10-01T02:00:00Z", 0, 7);
    clock.pass(Duration.ofDays(65));
    chen = shop.staff(Role.QUALITY_MANAGER, "chen@plant.example");
  }

  private static void decided(int voice, String at, int kept, int all) {
    TestDatabase.execute(vitrine.databaseUrl(), OUTCOMES.formatted(voice, at, kept, all));
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void a_quarter_prepares_itself_from_what_the_rooms_know() {
    JsonNode page = chen.json("/api/service-reviews/2026-Q3");

    assertThat(page.get("last").asText()).isEqualTo("2026-09-30");
    JsonNode facts = page.get("facts");
    assertThat(facts.get("asOf").asText()).isEqualTo("2026-10-05");
    assertThat(facts.at("/clocks/all/before/due").asInt()).isEqualTo(20);
    assertThat(facts.at("/clocks/all/now/due").asInt()).as("July to September").isEqualTo(60);
    assertThat(facts.at("/clocks/all/now/percent").asDouble()).isEqualTo(81.7);
    assertThat(facts.at("/clocks/all/verdict").asText()).isEqualTo("better");
    assertThat(facts.at("/clocks/tiers/0/tier").asText()).isEqualTo("gold");
    assertThat(facts.at("/clocks/companies/rows/0/company/code").asText()).isEqualTo("northwind");
    assertThat(facts.at("/visits/roles")).hasSize(2);
    assertThat(facts.at("/visits/missed/rows/0/company/code").asText()).isEqualTo("northwind");
    assertThat(facts.at("/tiers/tiers/0/companies").asInt()).isEqualTo(1);
  }

  @Test
  void what_was_changed_says_whether_the_same_figure_is_another_since() {
    JsonNode changes = chen.json("/api/service-reviews/2026-Q3").at("/facts/changes/rows");

    JsonNode profile = kind(changes, "profile-agreed");
    assertThat(profile.at("/whose/company/code").asText()).isEqualTo("northwind");
    assertThat(profile.get("day").asText()).isEqualTo("2026-08-01");
    assertThat(profile.at("/effects/0/figure").asText()).isEqualTo("clocks");
    assertThat(profile.at("/effects/0/kept/before/due").asInt()).isEqualTo(40);
    assertThat(profile.at("/effects/0/kept/now/due").asInt()).isEqualTo(47);
    assertThat(profile.at("/effects/0/kept/verdict").asText()).isEqualTo("better");
    JsonNode intervals = kind(changes, "touch-intervals-changed");
    assertThat(intervals.get("by").asText()).isEqualTo("li@plant.example");
    assertThat(intervals.at("/effects/0/figure").asText()).isEqualTo("visits");
    assertThat(chen.json("/api/service-reviews/2026-Q2").at("/facts/changes/rows")).isEmpty();
  }

  private static JsonNode kind(JsonNode changes, String kind) {
    return StreamSupport.stream(changes.spliterator(), false)
        .filter(one -> one.get("kind").asText().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void it_is_due_on_the_first_page_until_it_is_signed_and_what_is_signed_stays() {
    assertThat(due()).contains("2026-Q3");
    assertThat(listed("2026-Q3")).isEqualTo("due");
    assertThat(chen.put("/api/service-reviews/2026-Q3", said("x")).statusCode()).isEqualTo(409);
    begin("2026-Q3");
    begin("2026-Q3");
    assertThat(act("2026-Q3", "signature", "").statusCode()).as("nothing said").isEqualTo(409);
    assertThat(act("2026-Q3", "corrections", "{\"text\": \"x\"}").statusCode()).isEqualTo(409);
    HttpResponse<String> concluded =
        chen.put("/api/service-reviews/2026-Q3", said("Answers come in time；会议太少"));
    JsonNode review = TestClient.json(concluded).get("review");
    assertThat(review.get("conclusions").asText()).isEqualTo("Answers come in time；会议太少");
    assertThat(review.get("version").asInt()).isEqualTo(2);
    assertThat(
            TestClient.json(
                    chen.put("/api/service-reviews/2026-Q3", said("Answers come in time；会议太少")))
                .at("/review/version")
                .asInt())
        .as("the same again")
        .isEqualTo(2);
    JsonNode raised =
        TestClient.json(
            act(
                "2026-Q3",
                "actions",
                "{\"text\": \"Visit Northwind\", \"owner\": \"chen@plant.example\", \"due\":"
                    + " \"2026-10-20\"}"));
    assertThat(raised.at("/actions/0/text").asText()).isEqualTo("Visit Northwind");
    assertThat(raised.at("/actions/0/state").asText()).isEqualTo("open");
    assertThat(due()).as("though begun").contains("2026-Q3");

    JsonNode signed = TestClient.json(act("2026-Q3", "signature", ""));

    assertThat(signed.get("state").asText()).isEqualTo("signed");
    assertThat(signed.at("/review/signed/by").asText()).isEqualTo("chen@plant.example");
    assertThat(signed.at("/review/signed/at").asText()).startsWith("2026-10-05T01:00");
    assertThat(due()).doesNotContain("2026-Q3");
    assertThat(listed("2026-Q3")).isEqualTo("signed");
    for (HttpResponse<String> late :
        List.of(
            act("2026-Q3", "signature", ""),
            chen.put("/api/service-reviews/2026-Q3", said("Otherwise")),
            act(
                "2026-Q3",
                "actions",
                "{\"text\": \"x\", \"owner\": \"chen@plant.example\", \"due\": \"2026-10-20\"}"))) {
      assertThat(late.statusCode()).isEqualTo(409);
    }
    decided(5, "2026-09-20T02:00:00Z", 0, 30);
    JsonNode corrected =
        TestClient.json(act("2026-Q3", "corrections", "{\"text\": \" One answer was late \"}"));
    assertThat(corrected.at("/corrections/0/text").asText()).isEqualTo("One answer was late");
    assertThat(corrected.get("facts")).as("as it was signed").isEqualTo(signed.get("facts"));
    assertThat(corrected.at("/review")).isEqualTo(signed.at("/review"));
    assertThatThrownBy(
            () ->
                TestDatabase.execute(
                    vitrine.databaseUrl(),
                    "UPDATE service_review SET conclusions = 'Other' WHERE quarter = '2026-Q3'"))
        .hasStackTraceContaining("is signed");
  }

  private static List<String> due() {
    return chen.json("/api/today").at("/sections/service-reviews/rows").findValuesAsText("quarter");
  }

  private static String listed(String quarter) {
    return StreamSupport.stream(
            chen.json("/api/service-reviews").get("reviews").spliterator(), false)
        .filter(one -> one.get("quarter").asText().equals(quarter))
        .map(one -> one.get("state").asText())
        .findFirst()
        .orElseThrow();
  }

  private static String said(String conclusions) {
    return "{\"conclusions\": \"%s\"}".formatted(conclusions);
  }

  private static void begin(String quarter) {
    HttpResponse<String> answer =
        chen.post("/api/service-reviews", "{\"quarter\": \"%s\"}".formatted(quarter));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static HttpResponse<String> act(String quarter, String what, String body) {
    return chen.post("/api/service-reviews/%s/%s".formatted(quarter, what), body);
  }

  @Test
  void who_writes_over_another_s_words_is_told() {
    begin("2026-Q2");
    assertThat(write("First", 1).statusCode()).isEqualTo(200);
    assertThat(write("Second", 1).statusCode()).isEqualTo(412);
    assertThat(write("Third", 2).statusCode()).isEqualTo(200);
    assertThat(chen.put("/api/service-reviews/2026-Q2", said(" ")).statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> write(String conclusions, int startedFrom) {
    return chen.put(
        "/api/service-reviews/2026-Q2", said(conclusions), "If-Match", "\"" + startedFrom + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-Q4", "2027-Q1", "2026-Q5", "2026", "x", "%27"})
  void what_is_no_quarter_or_not_over_is_not_there(String quarter) {
    assertThat(chen.get("/api/service-reviews/" + quarter).statusCode()).isEqualTo(404);
    assertThat(act(quarter, "signature", "").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "|{}|quarter",
        "|{\"quarter\": 20263}|quarter",
        "|{\"quarter\": \"2026-Q4\"}|quarter",
        "|{\"quarter\": \"2026-Q3\", \"more\": 1}|more",
        "/2026-Q1/actions|{\"text\": \"x\", \"due\": \"2026-12-01\"}|owner",
        "/2026-Q1/actions|{\"text\": \"x\", \"owner\": \"nobody@plant.example\", \"due\":"
            + " \"2026-12-01\"}|owner",
        "/2026-Q1/actions|{\"text\": \" \", \"owner\": \"chen@plant.example\", \"due\":"
            + " \"2026-12-01\"}|text",
        "/2026-Q1/actions|{\"text\": \"x\", \"owner\": \"chen@plant.example\", \"due\":"
            + " \"2026-09-01\"}|due",
        "/2026-Q1/corrections|{\"text\": \" \"}|text"
      })
  void what_cannot_be_is_refused_at_its_field(String path, String body, String field) {
    begin("2026-Q1");
    HttpResponse<String> answer =
        chen.post("/api/service-reviews" + (path == null ? "" : path), body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(TestClient.json(answer).get("field").asText()).isEqualTo(field);
  }

  @Test
  void words_have_a_limit() {
    begin("2026-Q1");
    String field =
        TestClient.json(chen.put("/api/service-reviews/2026-Q1", said("好".repeat(10_001))))
            .get("field")
            .asText();
    assertThat(field).isEqualTo("conclusions");
  }

  @Test
  void it_is_nobody_else_s() {
    TestClient manager = shop.staff(Role.ACCOUNT_MANAGER, "wu@plant.example");
    TestClient customer = shop.contact("northwind", "amelia@northwind.example");
    for (TestClient other : List.of(manager, customer)) {
      assertThat(other.get("/api/service-reviews").statusCode()).isEqualTo(403);
      assertThat(other.get("/api/service-reviews/2026-Q3").statusCode()).isEqualTo(403);
    }
    assertThat(manager.json("/api/today").at("/sections").has("service-reviews")).isFalse();
  }
}
