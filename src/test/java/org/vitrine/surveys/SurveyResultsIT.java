package org.vitrine.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

/** What comes of a survey, over HTTP: figures, alarms, themes, thanks. */
class SurveyResultsIT {
  private static final TestClock CLOCK = new TestClock();
  private static TestVitrine vitrine;
  private static SurveyShop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new SurveyShop(vitrine, CLOCK);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  /** Opens it for so many companies of this name, each with one contact; returns these. */
  private static List<TestClient> asked(String code, String privacy, String name, int many) {
    List<TestClient> contacts = new ArrayList<>();
    String[] companies = IntStream.range(0, many).mapToObj(at -> name + at).toArray(String[]::new);
    for (String company : companies) {
      contacts.add(shop.contact(company));
    }
    shop.open(code, "once", privacy, companies);
    return contacts;
  }

  private static void answers(TestClient by, String code, int score, String why) {
    HttpResponse<String> sent =
        SurveyShop.answering(by, code, "{\"nps\": %d, \"why\": \"%s\"}".formatted(score, why));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(204);
  }

  private static void close(String code) {
    assertThat(shop.chen().post("/api/surveys/" + code + "/closing", "").statusCode())
        .isEqualTo(200);
  }

  private static JsonNode results(String code, String query) {
    return shop.chen().json("/api/surveys/" + code + "/results" + query);
  }

  @Test
  void named_answers_are_dots_first_and_figures_from_five_on() {
    List<TestClient> contacts = asked("dotted", "named", "dot", 6);
    IntStream.range(0, 4).forEach(at -> answers(contacts.get(at), "dotted", 9, "Fine " + at));

    JsonNode few = results("dotted", "").at("/questions/0");
    assertThat(few.at("/answered/dots").asBoolean()).isTrue();
    assertThat(few.at("/score/counts/9").asInt()).isEqualTo(4);
    assertThat(few.at("/score").has("mean")).isFalse();

    answers(contacts.get(4), "dotted", 8, "Fine");
    JsonNode enough = results("dotted", "");
    assertThat(enough.at("/asked").asInt()).isEqualTo(6);
    assertThat(enough.at("/answered").asInt()).isEqualTo(5);
    JsonNode score = enough.at("/questions/0/score");
    assertThat(score.at("/mean/value").asDouble()).isEqualTo(8.8);
    assertThat(score.at("/mean/interval/low").asDouble()).isBetween(8.0, 8.8);
    assertThat(score.at("/promoters/value").asDouble()).isEqualTo(80);
    assertThat(score.at("/channels/0/channel").asText()).isEqualTo("page");
    assertThat(enough.at("/questions/1/texts")).hasSize(5);
    assertThat(enough.at("/questions/1/texts/0/company").asText()).startsWith("dot");
    assertThat(results("dotted", "?channel=mail").at("/questions/0/answered/n").asInt()).isZero();
    assertThat(results("dotted", "?from=2999-01-01").at("/questions/0/answered/n").asInt())
        .isZero();
  }

  @Test
  void what_is_not_named_is_shown_once_it_has_closed_and_never_of_few() {
    List<TestClient> contacts = asked("hidden", "confidential", "hid", 8);
    IntStream.range(0, 7).forEach(at -> answers(contacts.get(at), "hidden", 10, "Good " + at));

    JsonNode open = results("hidden", "");
    assertThat(open.at("/withheld").asText()).isEqualTo("until-closed");
    assertThat(open.at("/questions/0").has("score")).isFalse();
    assertThat(open.at("/questions/0").has("answered")).isFalse();

    close("hidden");
    JsonNode closed = results("hidden", "");
    assertThat(closed.has("withheld")).isFalse();
    assertThat(closed.at("/questions/0/score/mean/value").asDouble()).isEqualTo(10);
    assertThat(closed.at("/questions/1/textsWithheld").asBoolean()).isTrue();
    assertThat(closed.at("/questions/1").has("texts")).isFalse();
    assertThat(closed.toString()).doesNotContain("Good ", "hid0");
    assertThat(results("hidden", "?from=2020-01-01").at("/questions/0").has("score"))
        .as("days are finer than what is shown")
        .isFalse();
    assertThat(results("hidden", "?channel=page").at("/questions/0").has("score"))
        .as("all came this way")
        .isTrue();
  }

  @Test
  void anonymous_answers_name_nobody_and_open_no_message() {
    List<TestClient> contacts = asked("nameless", "anonymous", "nob", 8);
    contacts.forEach(one -> answers(one, "nameless", 0, "Dangerous"));
    assertThat(messages("nameless")).isEmpty();
    close("nameless");

    JsonNode results = results("nameless", "");
    assertThat(results.at("/questions/1/texts")).hasSize(8);
    assertThat(results.toString()).doesNotContain("nob1", "\"company\"");
    JsonNode outcome = told("nameless", contacts.getFirst());
    assertThat(outcome.has("own")).isFalse();
    assertThat(outcome.toString()).doesNotContain("Dangerous");
  }

  @Test
  void an_alarm_becomes_a_message_at_once_where_it_may() {
    List<TestClient> named = asked("loud", "named", "loud", 2);
    answers(named.getFirst(), "loud", 2, "It came late");
    answers(named.getLast(), "loud", 10, "All fine");
    assertThat(messages("loud")).hasSize(1);
    JsonNode page = named.getFirst().json("/api/voices/" + messages("loud").getFirst());
    assertThat(page.toString()).contains("2 / 10", "It came late").contains("\"survey\"");

    List<TestClient> kept = asked("quiet", "confidential", "quiet", 2);
    answers(kept.getFirst(), "quiet", 1, "It came late");
    assertThat(messages("quiet")).isEmpty();
    HttpResponse<String> sent =
        kept.getLast()
            .post(
                "/api/surveys/quiet/answers", "{\"answers\": {\"nps\": 1}, \"mayFollowUp\": true}");
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(204);
    assertThat(messages("quiet")).hasSize(1);
  }

  private static List<String> messages(String code) {
    return shop.find(
        "SELECT number FROM voice WHERE origin_kind = 'survey' AND origin_key = '" + code + "'");
  }

  @Test
  void what_alarms_is_for_those_to_say_who_keep_surveys() {
    List<TestClient> contacts = asked("tuned", "named", "tun", 1);
    assertThat(shop.chen().json("/api/surveys/tuned/alarms").at("/words/en")).isNotEmpty();

    HttpResponse<String> saved =
        shop.chen()
            .put(
                "/api/surveys/tuned/alarms",
                "{\"words\": {\"en\": [\"Rust\"]}, \"scores\": {\"nps\": -1}}");
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    assertThat(
            shop.chen().put("/api/surveys/tuned/alarms", "{\"scores\": {\"why\": 3}}").statusCode())
        .isEqualTo(422);
    assertThat(
            shop.chen()
                .put("/api/surveys/tuned/alarms", "{\"scores\": {\"nps\": null}}")
                .statusCode())
        .isEqualTo(422);
    answers(contacts.getFirst(), "tuned", 0, "A little rust");
    assertThat(messages("tuned")).hasSize(1);
  }

  @Test
  void answers_that_are_alike_become_a_theme_once_somebody_names_it() {
    TestClient manager = shop.manager();
    List<TestClient> contacts = asked("themed", "named", "the", 6);
    List<String> said =
        List.of(
            "The delivery came too late",
            "Delivery was too late again",
            "Too late delivery",
            "Friendly people",
            "Very friendly people",
            "The price is too high");
    IntStream.range(0, 6).forEach(at -> answers(contacts.get(at), "themed", 9, said.get(at)));
    JsonNode board = shop.chen().json("/api/surveys/themed/themes?question=why");
    assertThat(board.get("themes")).isEmpty();
    assertThat(board.at("/proposed/0").size()).isGreaterThanOrEqualTo(2);
    String keys = keys(board.at("/proposed/0"));

    String theme =
        "{\"question\": \"why\", \"name\": {\"en\": \"Late\", \"zh-CN\": \"迟\"}, \"texts\": %s}";
    HttpResponse<String> named =
        shop.chen().post("/api/surveys/themed/themes", theme.formatted(keys));
    assertThat(named.statusCode()).as(named.body()).isEqualTo(201);
    long id = TestClient.json(named).get("id").asLong();
    assertThat(results("themed", "").at("/questions/1/themes/0/n").asInt())
        .isEqualTo(board.at("/proposed/0").size());
    assertThat(
            shop.chen()
                .post("/api/surveys/themed/themes", theme.formatted("[\"nothing\"]"))
                .statusCode())
        .isEqualTo(422);

    HttpResponse<String> put =
        shop.chen()
            .put(
                "/api/surveys/themed/themes/" + id,
                theme.formatted(keys).replace("Late", "Delays"));
    assertThat(put.statusCode()).as(put.body()).isEqualTo(204);
    String agenda = "/api/surveys/themed/themes/" + id + "/meeting";
    assertThat(shop.chen().post(agenda, "{\"meeting\": 999999}").statusCode()).isEqualTo(404);
    long meeting = meeting();
    HttpResponse<String> refused = manager.post(agenda, "{\"meeting\": %d}".formatted(meeting));
    assertThat(refused.statusCode()).as("who keeps no meetings").isEqualTo(403);
    assertThat(TestClient.json(refused).get("detail").asText())
        .isEqualTo("Only whoever keeps meetings puts a theme on an agenda");
    HttpResponse<String> discussed =
        shop.chen().post(agenda, "{\"meeting\": %d}".formatted(meeting));
    assertThat(discussed.statusCode()).as(discussed.body()).isEqualTo(204);
    assertThat(shop.chen().get("/api/meetings/" + meeting).body()).contains("Delays", "How are we");
    assertThat(shop.chen().post(agenda, "{\"meeting\": %d}".formatted(meeting)).statusCode())
        .as("once")
        .isEqualTo(409);
    assertThat(shop.chen().delete("/api/surveys/themed/themes/" + id).statusCode()).isEqualTo(204);
    assertThat(shop.chen().delete("/api/surveys/themed/themes/" + id).statusCode()).isEqualTo(404);
    assertThat(shop.chen().json("/api/surveys/themed/themes?question=why").get("themes")).isEmpty();
  }

  private static long meeting() {
    HttpResponse<String> planned =
        shop.chen()
            .post(
                "/api/meetings",
                """
                {"kind": "quality-improvement", "title": "December", "start": "2199-12-10T14:00",
                 "zone": "Asia/Shanghai", "minutes": 60}\
                """);
    assertThat(planned.statusCode()).as(planned.body()).isEqualTo(201);
    return TestClient.json(planned).get("number").asLong();
  }

  private static String keys(JsonNode texts) {
    List<String> keys = new ArrayList<>();
    texts.forEach(text -> keys.add("\"" + text.get("key").asText() + "\""));
    return keys.toString();
  }

  @Test
  void everybody_who_answered_gets_the_results_once() {
    List<TestClient> contacts = asked("brought", "named", "bro", 7);
    IntStream.range(0, 6).forEach(at -> answers(contacts.get(at), "brought", 7 + at % 3, "Ok"));
    TestClient silent = contacts.getLast();
    assertThat(contacts.getFirst().get("/api/surveys/brought/outcome").statusCode()).isEqualTo(404);
    assertThat(telling("brought").statusCode()).as("nothing is written").isEqualTo(409);
    write("brought");
    assertThat(telling("brought").statusCode()).as("still open").isEqualTo(409);

    JsonNode outcome = told("brought", contacts.getFirst());

    assertThat(telling("brought").statusCode()).as("once").isEqualTo(409);
    assertThat(outcome.at("/words/en").asText()).isEqualTo("Thank you");
    assertThat(outcome.at("/deeds/0/state").asText()).isEqualTo("open");
    assertThat(outcome.at("/own/nps").asInt()).isEqualTo(7);
    assertThat(outcome.at("/results/0/score/mean/value").asDouble()).isEqualTo(8);
    assertThat(outcome.at("/results/1").has("texts")).isFalse();
    assertThat(shop.mails("bro0").getLast()).contains("/surveys/brought/results");
    assertThat(shop.mails("bro6").getLast()).doesNotContain("/surveys/brought/results");
    assertThat(silent.json("/api/surveys/brought/outcome").has("own")).isFalse();
    assertThat(shop.contact("stranger").get("/api/surveys/brought/outcome").statusCode())
        .isEqualTo(404);
    assertThat(shop.chen().put("/api/surveys/brought/thanks", thanks()).statusCode())
        .isEqualTo(409);
    assertThat(shop.chen().json("/api/surveys/brought/thanks").at("/deeds/0/action").asLong())
        .isPositive();
  }

  @Test
  void the_next_round_begins_with_what_came_of_the_last_and_is_compared_with_it() {
    List<TestClient> contacts = asked("half", "named", "half", 6);
    contacts.forEach(one -> answers(one, "half", 3, "Late"));
    told("half", contacts.getFirst());
    TestDatabase.execute(vitrine.databaseUrl(), "DELETE FROM survey_pace");
    shop.open(
        "half-2",
        "once",
        "named",
        IntStream.range(0, 6).mapToObj(at -> "half" + at).toArray(String[]::new));
    TestDatabase.execute(
        vitrine.databaseUrl(), "UPDATE survey SET follows = 'half' WHERE code = 'half-2'");

    JsonNode sheet = contacts.getFirst().json("/api/surveys/half-2");
    assertThat(sheet.at("/before/words/en").asText()).isEqualTo("Thank you");
    assertThat(sheet.at("/before/deeds")).hasSize(2);
    contacts.forEach(one -> answers(one, "half-2", 9, "On time"));
    JsonNode results = results("half-2", "");
    assertThat(results.at("/before/code").asText()).isEqualTo("half");
    assertThat(results.at("/questions/0/score/promoters/since/value").asDouble()).isEqualTo(-100);
    assertThat(results.at("/questions/0/score/promoters/since/trend").asText()).isEqualTo("up");
  }

  private static JsonNode told(String code, TestClient reader) {
    if (shop.chen().json("/api/surveys/" + code + "/thanks").get("version").asInt() == 0) {
      write(code);
    }
    if (!"closed".equals(shop.page(code).get("state").asText())) {
      close(code);
    }
    HttpResponse<String> told = telling(code);
    assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
    return reader.json("/api/surveys/" + code + "/outcome");
  }

  private static void write(String code) {
    HttpResponse<String> saved = shop.chen().put("/api/surveys/" + code + "/thanks", thanks());
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
  }

  private static String thanks() {
    return """
    {"words": {"en": "Thank you", "zh-CN": "谢谢"},
     "deeds": [{"text": {"en": "A second shift", "zh-CN": "增开班次"}, "due": "%s",
                "owner": "chen@plant.example"},
               {"text": "A new form", "due": "2999-12-31"}]}\
    """
        .formatted(LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC).plusDays(30));
  }

  private static HttpResponse<String> telling(String code) {
    return shop.chen().post("/api/surveys/" + code + "/thanks/told", "{}");
  }

  @Test
  void what_cannot_be_is_refused_by_name() {
    asked("asked-for", "named", "ask", 1);
    for (String wrong : List.of("tier=diamond", "channel=pigeon", "from=yesterday", "to=1")) {
      assertThat(shop.chen().get("/api/surveys/asked-for/results?" + wrong).statusCode())
          .as(wrong)
          .isEqualTo(422);
    }
    assertThat(shop.chen().get("/api/surveys/never-made/results").statusCode()).isEqualTo(404);
    assertThat(shop.chen().get("/api/surveys/No%20Code/results").statusCode()).isEqualTo(404);
    assertThat(shop.chen().get("/api/surveys/asked-for/themes?question=no").statusCode())
        .isEqualTo(404);
    assertThat(
            shop.shop()
                .staff(Role.OPERATOR, "op@plant.example")
                .get("/api/surveys/asked-for/results")
                .statusCode())
        .isEqualTo(403);
  }
}
