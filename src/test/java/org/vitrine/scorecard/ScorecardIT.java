package org.vitrine.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

/** A month, from what was promised to what is published: one after the other, as months are. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScorecardIT {
  private static final TestClock CLOCK = new TestClock(Instant.parse("2026-09-20T02:00:00Z"));
  private static final String OCTOBER = "/api/scorecard/2026-10";

  private static TestVitrine vitrine;
  private static Shop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new Shop(vitrine);
    for (int at = 0; at < 10; at++) {
      order(at, "2026-10-10", "as agreed");
    }
    until("2026-10-09T02:00:00Z");
    for (int at = 0; at < 8; at++) {
      shipped(at, "2026-10-09");
    }
    order(8, "2026-10-20", "The valves come late");
    until("2026-10-21T02:00:00Z");
    shipped(8, "2026-10-20");
    improve();
    produce();
    ask();
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static void until(String moment) {
    CLOCK.pass(Duration.between(CLOCK.instant(), Instant.parse(moment)));
  }

  /** Ten pieces of one of five companies. */
  private static void order(int at, String promised, String reason) {
    shop.company("c" + at % 5, "Company " + at % 5);
    taken(
        shop.integrator()
            .put(
                "/api/orders/SO-" + at,
                """
                {"company": "c%d", "placedOn": "2026-09-20", "promise": {"date": "%s", "reason": "%s"},
                 "lines": [{"number": 1, "product": "KFR-35", "quantity": 10, "routing": "split-ac"}]}\
                """
                    .formatted(at % 5, promised, reason)));
  }

  private static void shipped(int at, String day) {
    taken(
        shop.integrator()
            .put(
                "/api/orders/SO-%d/shipments/DN-%d".formatted(at, at),
                "{\"leftOn\": \"%s\", \"items\": [{\"line\": 1, \"quantity\": 10}]}"
                    .formatted(day)));
  }

  private static void improve() {
    HttpResponse<String> made =
        keeper()
            .post(
                "/api/actions",
                """
                {"text": "Braze twice", "owner": "chen@plant.example", "due": "2026-10-30", "companies": ["c0"],
                 "source": {"kind": "meeting", "number": 18, "label": "Meeting of October"}}\
                """);
    taken(made);
    taken(
        keeper()
            .post(
                "/api/actions/%s/outcome".formatted(TestClient.json(made).get("number").asText()),
                "{\"outcome\": \"done\", \"text\": \"All joints\"}"));
  }

  /** Of five companies each ten pieces, one of them not good; and what does not count. */
  private static void produce() {
    for (int at = 0; at < 5; at++) {
      report("SO-" + at, "first", "\"good\": 9, \"rejected\": 1");
    }
    report("SO-0", "wrong", "\"good\": 100");
    report("SO-0", "right", "\"good\": 0, \"scrapped\": 1, \"corrects\": \"wrong\"");
    report("SO-1", "again", "\"good\": 1, \"rework\": true");
  }

  private static void report(String order, String id, String said) {
    taken(
        shop.integrator()
            .post(
                "/api/reports",
                """
                {"id": "%s", "order": "%s", "operation": "Assembly", "kind": "progressed", %s, "source": "scan",
                 "station": "station 4", "actor": "Zhang San", "happenedAt": "2026-10-20T02:00:00Z"}\
                """
                    .formatted(id, order, said)));
  }

  /** Six answer one, five of them a second question; four answer the other. */
  private static void ask() {
    survey("half-year", "confidential", 6);
    survey("short", "anonymous", 4);
  }

  /** Of people of their own: nobody is asked twice in 60 days. */
  private static void survey(String code, String privacy, int many) {
    List<TestClient> people =
        IntStream.range(0, many)
            .mapToObj(at -> shop.contact("c" + at % 5, "%s-%d@c.example".formatted(code, at)))
            .toList();
    taken(
        keeper()
            .put(
                "/api/surveys/" + code,
                """
                {"title": {"en": "How are we doing?", "zh-CN": "我们做得怎么样？"}, "introduction": {"en": "Two minutes."},
                 "occasion": "once", "privacy": "%s", "audience": {"all": true},
                 "opens": "2026-10-21T01:00:00Z", "closes": "2026-11-30T02:00:00Z",
                 "questions": [
                   {"key": "nps", "kind": "score-0-10", "text": {"en": "Recommend us?"}, "required": true},
                   {"key": "taken", "kind": "score-1-5", "text": {"en": "Taken seriously?", "zh-CN": "被重视吗？"}}]}\
                """
                    .formatted(privacy)));
    taken(keeper().post("/api/surveys/" + code + "/opening", ""));
    vitrine.vitrine().rooms().surveys().clockWork().round();
    for (int at = 0; at < many; at++) {
      String answers = at == 1 ? "{\"nps\": 3}" : "{\"nps\": 10, \"taken\": 4}";
      taken(
          people
              .get(at)
              .post("/api/surveys/" + code + "/answers", "{\"answers\": " + answers + "}"));
    }
    taken(keeper().post("/api/surveys/" + code + "/closing", ""));
  }

  private static void taken(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
  }

  /** Signed in anew: sessions end sooner than months. */
  private static TestClient keeper() {
    return shop.staff(Role.QUALITY_MANAGER, "chen@plant.example");
  }

  private static TestClient customer() {
    return shop.contact("c0", "amelia@c0.example");
  }

  private static TestClient stranger() {
    return TestClient.unknown(vitrine);
  }

  private static JsonNode figure(JsonNode card, String name) {
    for (JsonNode one : card.get("figures")) {
      if (one.get("name").asText().equals(name) && !one.has("group")) {
        return one.path("shown");
      }
    }
    throw new AssertionError("no " + name);
  }

  @Test
  @Order(1)
  void the_house_sees_a_month_before_it_is_frozen_and_nobody_else_does() {
    JsonNode month = keeper().json(OCTOBER);

    assertThat(month.get("frozen").asBoolean()).isFalse();
    assertThat(month.has("hash")).isFalse();
    JsonNode card = month.get("card");
    assertThat(figure(card, "first-date").get("hits").asInt()).isEqualTo(8);
    assertThat(figure(card, "first-date").get("of").asInt()).isEqualTo(10);
    assertThat(figure(card, "agreed-date").get("hits").asInt())
        .as("one was moved in time")
        .isEqualTo(9);
    assertThat(figure(card, "in-full-first-date").get("value").asInt()).isEqualTo(80);
    assertThat(figure(card, "on-time-in-full").get("value").asInt()).isEqualTo(90);
    assertThat(figure(card, "late-median").get("value").asInt()).isZero();
    assertThat(figure(card, "improvements").get("value").asInt()).isEqualTo(1);
    assertThat(figure(card, "first-pass").get("of").asInt()).as("none twice").isEqualTo(51);
    assertThat(figure(card, "first-pass").get("hits").asInt()).isEqualTo(45);
    assertThat(figure(card, "complaints").get("value").asInt()).isZero();
    assertThat(figure(card, "clock-seen").isMissingNode()).as("of nothing").isTrue();
    assertThat(card.at("/meanings/first-date/zh-CN").asText()).contains("最初承诺交期");
    assertThat(customer().get(OCTOBER).statusCode()).isEqualTo(404);
    assertThat(stranger().get(OCTOBER).statusCode()).isEqualTo(404);
    for (String none : List.of("2026-11", "2026-13", "1999-10", "october", "2026-10-10", "%20")) {
      assertThat(keeper().get("/api/scorecard/" + none).statusCode()).as(none).isEqualTo(404);
    }
    assertThat(keeper().get(OCTOBER + "?of=c0").statusCode()).isEqualTo(422);
  }

  @Test
  @Order(1)
  void surveys_that_ended_in_it_are_told_with_how_many_answered_and_never_of_few() {
    JsonNode card = keeper().json(OCTOBER).get("card");

    assertThat(figure(card, "surveys").get("value").asInt()).isEqualTo(2);
    assertThat(figureOf(card, "half-year").get("hits").asInt()).isEqualTo(6);
    JsonNode recommend = figureOf(card, "half-year/nps");
    assertThat(recommend.get("of").asInt()).isEqualTo(6);
    assertThat(recommend.get("value").asDouble()).isEqualTo(66.7);
    assertThat(recommend.get("low").asDouble()).isBetween(-100.0, 66.7);
    assertThat(figureOf(card, "half-year/taken").isMissingNode())
        .as("of five people, who are of four companies")
        .isTrue();
    assertThat(card.toString())
        .contains("How are we doing? · Recommend us?")
        .doesNotContain("short");
    assertThat(card.at("/meanings/survey-recommend/zh-CN").asText()).contains("9 分和 10 分");
  }

  private static JsonNode figureOf(JsonNode card, String group) {
    for (JsonNode one : card.get("figures")) {
      if (one.at("/group/code").asText().equals(group)) {
        return one.path("shown");
      }
    }
    return card.path("none");
  }

  /** Every node does, at the same moment. */
  @Test
  @Order(2)
  void it_is_frozen_once_on_the_fifth_where_the_plant_is() throws Exception {
    until("2026-11-04T15:59:00Z");
    scorecard().freezeDue();
    assertThat(keeper().json("/api/scorecard").get("months").findValuesAsText("month"))
        .containsExactly("2026-09");
    until("2026-11-04T16:01:00Z");
    try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
      List<Future<?>> freezing = new ArrayList<>();
      for (int node = 0; node < 4; node++) {
        freezing.add(nodes.submit(() -> scorecard().freezeDue()));
      }
      for (Future<?> one : freezing) {
        done(one);
      }
    }

    JsonNode months = keeper().json("/api/scorecard").get("months");
    assertThat(months.findValuesAsText("month")).containsExactly("2026-10", "2026-09");
    JsonNode october = keeper().json(OCTOBER);
    assertThat(october.get("frozen").asBoolean()).isTrue();
    assertThat(figure(october.get("card"), "agreed-date").get("hits").asInt()).isEqualTo(9);
    assertThat(october.at("/card/seal/previous").asText())
        .isEqualTo(months.at("/1/hash").asText())
        .isNotEqualTo(FrozenMonth.NONE_BEFORE);
    assertThat(keeper().json("/api/scorecard-settings").at("/next/month").asText())
        .isEqualTo("2026-11");
    assertThat(keeper().json("/api/scorecard-settings").at("/next/frozenOn").asText())
        .isEqualTo("2026-12-05");
  }

  private static void done(Future<?> one) throws InterruptedException {
    try {
      one.get();
    } catch (ExecutionException failed) {
      throw new AssertionError(failed);
    }
  }

  private static Scorecard scorecard() {
    return vitrine.vitrine().rooms().scorecard();
  }

  @Test
  @Order(3)
  void whoever_has_the_card_can_reckon_its_hash() {
    String body = keeper().get(OCTOBER).body();
    String card = body.substring(body.indexOf("\"card\":") + 7, body.lastIndexOf('}'));

    assertThat(DigestUtils.sha256Hex(card)).isEqualTo(keeper().json(OCTOBER).get("hash").asText());
  }

  @Test
  @Order(4)
  void it_is_opened_to_customers_to_everybody_and_to_nobody_and_that_is_written_down() {
    assertThat(customer().json("/api/scorecard").get("months")).isEmpty();
    assertThat(stranger().json("/api/scorecard").get("months")).isEmpty();
    assertThat(customer().get(OCTOBER).statusCode()).isEqualTo(404);
    assertThat(opening("customers").statusCode()).isEqualTo(200);
    assertThat(customer().get(OCTOBER).statusCode()).isEqualTo(200);
    assertThat(customer().get(OCTOBER).headers().firstValue("Cache-Control"))
        .contains("private, no-cache");
    assertThat(stranger().get(OCTOBER).statusCode()).isEqualTo(404);
    assertThat(stranger().get(OCTOBER + ".csv").statusCode()).isEqualTo(404);
    assertThat(shop.integrator().get(OCTOBER).statusCode()).isEqualTo(404);
    assertThat(opening("public").statusCode()).isEqualTo(200);
    HttpResponse<String> open = stranger().get(OCTOBER);
    assertThat(open.statusCode()).isEqualTo(200);
    assertThat(open.headers().firstValue("Cache-Control")).contains("public, max-age=60");
    assertThat(open.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(open.body())
        .isEqualTo(keeper().get(OCTOBER).body())
        .doesNotContain("chen", "Company");
    String tag = open.headers().firstValue("ETag").orElseThrow();
    assertThat(stranger().ask("GET", OCTOBER, "", "If-None-Match", tag).statusCode())
        .isEqualTo(304);
    assertThat(stranger().get("/api/scorecard/2026-11").statusCode())
        .as("not frozen")
        .isEqualTo(404);
    assertThat(stranger().json("/api/scorecard?limit=1").get("months")).hasSize(1);
    assertThat(stranger().get("/api/scorecard?limit=0").statusCode()).isEqualTo(422);
    assertThat(shop.staff(Role.ADMINISTRATOR, "li@plant.example").get("/api/audit").body())
        .contains("numbers-opened")
        .contains("chen@plant.example");
    assertThat(opening("world").statusCode()).isEqualTo(422);
    assertThat(customer().put("/api/scorecard-settings", "{\"opened\": \"nobody\"}").statusCode())
        .isEqualTo(403);
  }

  private static HttpResponse<String> opening(String to) {
    return keeper().put("/api/scorecard-settings", "{\"opened\": \"%s\"}".formatted(to));
  }

  @Test
  @Order(5)
  void a_correction_stands_beside_what_was_published() {
    assertThat(correcting(" ").statusCode()).isEqualTo(422);
    assertThat(correcting("x".repeat(501)).statusCode()).isEqualTo(422);
    assertThat(correcting("Nothing").body()).contains("nothing is different");
    String before = keeper().json(OCTOBER).get("hash").asText();
    shipped(9, "2026-10-10");
    HttpResponse<String> corrected = correcting("一张发货单漏录");
    assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(201);

    JsonNode month = TestClient.json(corrected);
    assertThat(month.get("hash").asText()).as("stays").isEqualTo(before);
    assertThat(figure(month.get("card"), "first-date").get("hits").asInt()).isEqualTo(8);
    JsonNode correction = month.at("/corrections/0/card");
    assertThat(figure(correction, "first-date").get("hits").asInt()).isEqualTo(9);
    assertThat(correction.at("/seal/reason").asText()).isEqualTo("一张发货单漏录");
    assertThat(correction.at("/seal/corrects").asText()).isEqualTo(before);
    JsonNode listed = stranger().json("/api/scorecard").at("/months/0");
    assertThat(listed.get("corrections").asInt()).isEqualTo(1);
    assertThat(figure(listed, "first-date").get("hits").asInt()).isEqualTo(9);
    assertThat(correcting("Again").statusCode()).isEqualTo(409);
    HttpResponse<String> csv = stranger().get(OCTOBER + ".csv");
    assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
    assertThat(csv.body())
        .contains("\"2026-10\",\"\",\"first-date\",\"\",\"share\",\"80\"")
        .contains("\"2026-10\",\"1\",\"first-date\",\"\",\"share\",\"90\"")
        .contains("一张发货单漏录")
        .contains("\"survey-answered\",\"How are we doing?\",\"share\",");
    assertThat(
            keeper().post("/api/scorecard/2026-01/corrections", "{\"reason\": \"x\"}").statusCode())
        .isEqualTo(404);
  }

  private static HttpResponse<String> correcting(String reason) {
    return keeper().post(OCTOBER + "/corrections", "{\"reason\": \"%s\"}".formatted(reason));
  }

  @Test
  @Order(6)
  void what_comes_after_the_day_of_counting_is_another_months() {
    until("2026-12-04T16:01:00Z");
    scorecard().freezeDue();
    assertThat(keeper().json("/api/scorecard").at("/months/0/month").asText()).isEqualTo("2026-11");
    assertThat(correcting("Later").body()).contains("nothing is different");
    assertThat(chain()).isEqualTo("4 fit");
  }

  private static String chain() {
    MonthChain.ChainFinding found = MonthChain.check(vitrine.vitrine().database());
    return found.misfit().orElse(found.rows() + " fit");
  }

  @Test
  @Order(7)
  void the_program_can_change_nothing_of_it_and_who_owns_the_database_is_found_out() {
    assertThat(
            TestDatabase.find(
                    vitrine.databaseUrl(),
                    """
                    SELECT has_table_privilege('vitrine_app', 'scorecard_month', 'UPDATE')
                           OR has_table_privilege('vitrine_app', 'scorecard_month', 'DELETE')
                           OR has_table_privilege('vitrine_portal', 'scorecard_month', 'SELECT')\
                    """)
                .getFirst())
        .isEqualTo("f");
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "UPDATE scorecard_month SET content = replace(content, '\"value\":80', '\"value\":81')"
            + " WHERE sequence = 2");

    assertThat(chain()).isEqualTo("2026-10 is not what was frozen");
  }
}
