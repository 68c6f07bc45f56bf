package org.vitrine.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

/** The life of a survey, over HTTP: written, opened, answered once, ended. */
class SurveysIT {
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

  @Test
  void a_draft_asks_nobody_and_can_be_changed_and_thrown_away() {
    shop.contact("alba");
    String plan = shop.plan("once", "named", "{\"companies\": [\"alba\"]}", SurveyShop.QUESTIONS);

    assertThat(shop.saving("draft", plan).statusCode()).isEqualTo(201);
    assertThat(shop.saving("draft", plan.replace("named", "anonymous")).statusCode())
        .isEqualTo(200);
    shop.round();
    assertThat(shop.mails("alba")).isEmpty();
    JsonNode page = shop.page("draft");
    assertThat(page.get("state").asText()).isEqualTo("draft");
    assertThat(page.get("privacy").asText()).isEqualTo("anonymous");
    assertThat(shop.chen().post("/api/surveys/draft/closing", "").statusCode()).isEqualTo(409);
    assertThat(shop.chen().delete("/api/surveys/draft").statusCode()).isEqualTo(204);
    assertThat(shop.chen().get("/api/surveys/draft").statusCode()).isEqualTo(404);
  }

  @Test
  void what_somebody_was_asked_stays_as_it_was() {
    shop.contact("birch");
    shop.open("kept", "once", "confidential", "birch");
    assertThat(shop.page("kept").get("asked").asInt()).isEqualTo(1);
    String plan =
        shop.plan("once", "confidential", "{\"companies\": [\"birch\"]}", SurveyShop.QUESTIONS);

    for (String changed :
        List.of(
            plan.replace("confidential", "named"),
            plan.replace("Recommend us?", "Do you love us?"),
            plan.replace("\"once\"", "\"half-yearly\""),
            plan.replace("birch", "northwind"))) {
      HttpResponse<String> refused = shop.saving("kept", changed);
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
    }
    assertThat(shop.chen().delete("/api/surveys/kept").statusCode()).isEqualTo(409);
    HttpResponse<String> longer =
        shop.saving("kept", later(plan, shop.page("kept").get("opens").asText()));
    assertThat(longer.statusCode()).as(longer.body()).isEqualTo(200);
    assertThat(
            catchThrowable(
                () ->
                    TestDatabase.execute(
                        vitrine.databaseUrl(),
                        "UPDATE survey SET privacy = 'named' WHERE code = 'kept'")))
        .as("not even past the program")
        .isNotNull();
  }

  /** With the moment of opening as it was, and another introduction. */
  private static String later(String plan, String opens) {
    return plan.replaceFirst("\"opens\": \"[^\"]+\"", "\"opens\": \"" + opens + "\"")
        .replace("Two minutes.", "Three minutes.");
  }

  @Test
  void one_answers_once_by_page_or_mail_and_not_after_the_end() {
    TestClient cleo = shop.contact("cleo");
    shop.contact("dora");
    shop.open("answered", "once", "named", "cleo", "dora");
    JsonNode sheet = cleo.json("/api/surveys/answered");
    assertThat(sheet.get("questions")).hasSize(2);
    assertThat(sheet.at("/you/company").asText()).isEqualTo("cleo");
    assertThat(SurveyShop.answering(cleo, "answered", "{\"why\": \"no score\"}").statusCode())
        .isEqualTo(422);

    assertThat(SurveyShop.answering(cleo, "answered", "{\"nps\": 9}").statusCode()).isEqualTo(204);
    assertThat(SurveyShop.answering(cleo, "answered", "{\"nps\": 1}").statusCode()).isEqualTo(409);
    assertThat(shop.byLink(shop.link("cleo"), "answered", "{\"nps\": 1}").statusCode())
        .as("by the mail, too")
        .isEqualTo(409);
    assertThat(shop.byLink(shop.link("dora"), "kept", "{\"nps\": 1}").statusCode())
        .as("another survey's")
        .isEqualTo(404);
    assertThat(shop.byLink("nonsense", "answered", "{\"nps\": 1}").statusCode()).isEqualTo(410);
    assertThat(shop.page("answered").get("answered").asInt()).isEqualTo(1);
    String link = shop.link("dora");
    assertThat(shop.chen().post("/api/surveys/answered/closing", "").statusCode()).isEqualTo(200);
    assertThat(shop.byLink(link, "answered", "{\"nps\": 1}").statusCode()).isEqualTo(410);
    assertThat(SurveyShop.answering(cleo, "answered", "{\"nps\": 1}").statusCode()).isEqualTo(410);
    assertThat(sheets("answered"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.channel()).isEqualTo(SheetChannel.PAGE);
              assertThat(one.person()).isPresent();
              assertThat(one.answers().get("nps")).isEqualTo(new SurveyAnswer.ScoreAnswer(9));
            });
  }

  @Test
  void of_several_at_once_one_counts() throws Exception {
    TestClient ella = shop.contact("ella");
    shop.open("at-once", "once", "anonymous", "ella");
    List<Callable<Integer>> sending = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      sending.add(() -> SurveyShop.answering(ella, "at-once", "{\"nps\": 3}").statusCode());
    }
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Integer> one : threads.invokeAll(sending)) {
        statuses.add(one.get());
      }
    }
    assertThat(statuses).containsOnlyOnce(204).contains(409).hasSize(8);
    assertThat(shop.find("SELECT count(*) FROM anonymous_sheet WHERE survey = 'at-once'"))
        .containsExactly("1");
  }

  @Test
  void what_was_begun_is_kept_unless_it_is_anonymous_and_looking_answers_nothing() {
    TestClient finn = shop.contact("finn");
    shop.open("begun", "once", "confidential", "finn");
    String link = shop.link("finn");
    TestClient stranger = TestClient.unknown(vitrine);
    String draft = "{\"answers\": {\"why\": \"because\"}}";

    assertThat(stranger.put("/api/surveys/begun/draft", draft, "Survey-Link", link).statusCode())
        .isEqualTo(204);
    assertThat(finn.json("/api/surveys/begun").at("/draft/why").asText()).isEqualTo("because");
    assertThat(stranger.get("/api/surveys/begun", "Survey-Link", link).statusCode()).isEqualTo(200);
    assertThat(stranger.get("/surveys/begun/answer").statusCode()).isLessThan(500);
    assertThat(shop.page("begun").get("answered").asInt()).isZero();
    assertThat(stranger.get("/api/surveys/begun").statusCode()).isEqualTo(401);

    TestClient gala = shop.contact("gala");
    shop.open("secret-begun", "once", "anonymous", "gala");
    assertThat(gala.put("/api/surveys/secret-begun/draft", draft).statusCode()).isEqualTo(409);
  }

  @Test
  void the_house_writes_down_what_was_said_where_it_may_be_known() {
    shop.contact("hugo");
    shop.contact("ida");
    shop.open("visited", "once", "confidential", "hugo");
    String said =
        """
        {"channel": "visit", "onBehalfOf": "%s", "answers": {"nps": 6}, "mayFollowUp": true}\
        """;
    String answers = "/api/surveys/visited/answers";

    assertThat(shop.chen().post(answers, said.formatted("hugo@hugo.example")).statusCode())
        .isEqualTo(204);
    assertThat(shop.chen().post(answers, said.formatted("hugo@hugo.example")).statusCode())
        .isEqualTo(409);
    assertThat(shop.chen().post(answers, said.formatted("who@else.example")).statusCode())
        .isEqualTo(422);
    assertThat(
            shop.chen()
                .post(answers, said.formatted("ida@ida.example").replace("visit", "page"))
                .statusCode())
        .isEqualTo(422);
    assertThat(shop.chen().post(answers, said.formatted("ida@ida.example")).statusCode())
        .as("asked by being visited")
        .isEqualTo(204);
    assertThat(sheets("visited"))
        .hasSize(2)
        .allSatisfy(
            one -> {
              assertThat(one.channel()).isEqualTo(SheetChannel.VISIT);
              assertThat(one.tier()).as("of their company then").isPresent();
              assertThat(one.person()).as("in confidence").isEmpty();
              assertThat(one.mayFollow()).isTrue();
            });
    assertThat(shop.chen().json("/api/surveys/visited/asked").toString())
        .contains("hugo@hugo.example")
        .doesNotContain("answered");

    shop.contact("jan");
    shop.open("nobody-else", "once", "anonymous", "jan");
    assertThat(
            shop.chen()
                .post("/api/surveys/nobody-else/answers", said.formatted("jan@jan.example"))
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void customers_see_what_asks_them_and_nothing_else() {
    TestClient kim = shop.contact("kim");
    TestClient leo = shop.contact("leo");
    shop.open("mine", "once", "named", "kim");

    assertThat(kim.json("/api/surveys").at("/surveys/0/code").asText()).isEqualTo("mine");
    assertThat(kim.json("/api/surveys").toString()).doesNotContain("asked\"", "drawn");
    assertThat(leo.json("/api/surveys").get("surveys")).isEmpty();
    assertThat(leo.get("/api/surveys/mine").statusCode()).isEqualTo(404);
    assertThat(leo.get("/api/surveys/nothing").body())
        .isEqualTo(leo.get("/api/surveys/mine").body());
    assertThat(SurveyShop.answering(leo, "mine", "{\"nps\": 1}").statusCode()).isEqualTo(404);
    assertThat(kim.get("/api/surveys/mine/asked").statusCode()).isEqualTo(403);
  }

  @Test
  void what_cannot_be_asked_is_refused_where_it_stands() {
    String plan = shop.plan("once", "named", "{\"all\": true}", SurveyShop.QUESTIONS);
    refused(plan.replaceFirst("\"closes\": \"2", "\"closes\": \"1"), "closes");
    refused(plan.replace("\"once\"", "\"sometimes\""), "occasion");
    refused(plan.replace("{\"all\": true}", "{\"companies\": [\"nobody\"]}"), "");
    refused(plan.replace("\"why\"", "\"nps\""), "questions[1].key");
    refused(plan.replace("\"open\"", "\"rank\""), "questions[1].choices");
    refused(plan.replace("Why?", "很长".repeat(200)), "questions[1].text.en");
    refused(
        plan.replace("{\"all\": true}", "{\"all\": true, \"sample\": {\"share\": 2}}"),
        "audience.sample.share");
    refused(
        plan.replace("\"once\"", "\"after-order\"")
            .replace("{\"all\": true}", "{\"all\": true, \"sample\": {\"size\": 2}}"),
        "audience.sample");
    assertThat(shop.saving("Not-A-Code", plan).statusCode()).isEqualTo(422);
  }

  private static void refused(String plan, String field) {
    HttpResponse<String> answer = shop.saving("wrong", plan);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    if (!field.isEmpty()) {
      assertThat(TestClient.json(answer).get("field").asText()).isEqualTo(field);
    }
  }

  @Test
  void an_edit_of_what_is_not_newest_is_told_so() {
    String plan = shop.plan("once", "named", "{\"all\": true}", SurveyShop.QUESTIONS);
    shop.saving("edited", plan);
    shop.saving("edited", plan);

    HttpResponse<String> stale = shop.chen().put("/api/surveys/edited", plan, "If-Match", "\"1\"");

    assertThat(stale.statusCode()).isEqualTo(412);
  }

  @Test
  void whom_it_would_ask_is_whom_it_asks() {
    List<String> names = new ArrayList<>();
    for (int n = 0; n < 12; n++) {
      names.add("drawn" + n);
      shop.contact("drawn" + n);
    }
    String audience =
        "{\"companies\": [\"%s\"], \"sample\": {\"size\": 4, \"strata\": \"kind\"}}"
            .formatted(String.join("\", \"", names));
    shop.saving("sampled", shop.plan("once", "named", audience, SurveyShop.QUESTIONS));

    JsonNode preview = shop.chen().json("/api/surveys/sampled/preview");
    shop.opened("sampled");

    assertThat(preview.get("inQuestion").asInt()).isEqualTo(12);
    assertThat(preview.get("people")).hasSize(4);
    assertThat(preview.at("/strata/0/of").asInt()).isEqualTo(12);
    assertThat(shop.chen().json("/api/surveys/sampled/asked").findValuesAsText("company"))
        .containsExactlyInAnyOrderElementsOf(preview.get("people").findValuesAsText("company"));
    shop.opened("sampled");
    assertThat(shop.page("sampled").get("asked").asInt()).as("once").isEqualTo(4);
  }

  @Test
  void a_link_ends_with_its_survey() {
    shop.contact("mia");
    shop.open("short", "once", "named", "mia");
    String link = shop.link("mia");
    CLOCK.pass(Duration.ofDays(31));
    shop.signIn();
    assertThat(shop.byLink(link, "short", "{\"nps\": 1}").statusCode()).isEqualTo(410);
    shop.round();
    assertThat(shop.page("short").get("state").asText()).isEqualTo("closed");
    assertThat(shop.find("SELECT 1 FROM survey_link WHERE survey = 'short'")).isEmpty();
  }

  @Test
  void a_link_ends_with_whoever_has_left() {
    shop.contact("ned");
    shop.open("left-house", "once", "named", "ned");
    String link = shop.link("ned");
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "UPDATE person SET disabled_at = now() WHERE email = 'ned@ned.example'");
    assertThat(shop.byLink(link, "left-house", "{\"nps\": 1}").statusCode()).isEqualTo(410);
  }

  private static List<AnswerSheet> sheets(String code) {
    Surveys surveys = vitrine.vitrine().rooms().surveys();
    return surveys
        .sheets()
        .of(
            vitrine.vitrine().database(),
            surveys.find(vitrine.vitrine().database(), new SurveyCode(code)).orElseThrow());
  }
}
