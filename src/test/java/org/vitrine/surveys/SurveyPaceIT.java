package org.vitrine.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.voices.VoiceShop;

/** Whom surveys ask, when, and how often at most. */
class SurveyPaceIT {
  private static final Pattern LEAVE = Pattern.compile("(/unsubscribe/[A-Za-z0-9_-]+)");

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

  private static void pass(int days) {
    CLOCK.pass(Duration.ofDays(days));
    shop.signIn();
  }

  @Test
  void nobody_is_asked_twice_within_sixty_days_and_whoever_was_drawn_is_asked_later() {
    shop.contact("nora");
    shop.open("first", "once", "named", "nora");
    pass(20);
    shop.open("second", "once", "named", "nora");
    assertThat(shop.mails("nora"))
        .hasSize(2)
        .as("asked and reminded")
        .last()
        .asString()
        .contains("A week ago");
    assertThat(shop.page("second").get("asked").asInt()).isZero();
    assertThat(shop.page("second").get("drawn").asInt()).as("it ends before day 60").isZero();
    pass(20);
    shop.open("third", "once", "named", "nora");
    assertThat(shop.page("third").get("drawn").asInt()).isEqualTo(1);
    assertThat(shop.page("third").get("asked").asInt()).as("day 40").isZero();
    pass(21);
    shop.round();

    assertThat(shop.page("third").get("asked").asInt()).as("61 days after the first").isEqualTo(1);
    assertThat(shop.mails("nora")).hasSize(3);
  }

  @Test
  void two_nodes_that_ask_at_once_ask_once() throws Exception {
    shop.contact("otto");
    String plan = shop.plan("once", "named", "{\"companies\": [\"otto\"]}", SurveyShop.QUESTIONS);
    shop.saving("race-a", plan);
    shop.saving("race-b", plan);
    shop.chen().post("/api/surveys/race-a/opening", "");
    shop.chen().post("/api/surveys/race-b/opening", "");
    try (TestVitrine other = vitrine.beside()) {
      Thread there =
          Thread.startVirtualThread(() -> other.vitrine().rooms().surveys().clockWork().round());
      shop.round();
      there.join();
      shop.round();
    }
    assertThat(shop.mails("otto")).hasSize(1);
    assertThat(shop.page("race-a").get("asked").asInt() + shop.page("race-b").get("asked").asInt())
        .isEqualTo(1);
  }

  @Test
  void whoever_leaves_is_not_asked_again_and_may_come_back() {
    TestClient paul = shop.contact("paul");
    shop.contact("quinn");
    shop.open("left-one", "once", "named", "paul");
    Matcher leave = LEAVE.matcher(shop.mails("paul").getFirst());
    assertThat(leave.find()).isTrue();
    HttpResponse<String> left =
        TestClient.unknown(vitrine)
            .post(
                leave.group(1),
                "List-Unsubscribe=One-Click",
                "Content-Type",
                "application/x-www-form-urlencoded");
    assertThat(left.statusCode()).as(left.body()).isLessThan(300);
    assertThat(paul.json("/api/survey-mails").get("asked").asBoolean()).isFalse();

    String audience = "{\"companies\": [\"paul\", \"quinn\"]}";
    shop.saving("left-two", shop.plan("once", "named", audience, SurveyShop.QUESTIONS));
    JsonNode preview = shop.chen().json("/api/surveys/left-two/preview");
    assertThat(preview.get("left").asInt()).isEqualTo(1);
    assertThat(preview.get("people").findValuesAsText("company")).containsExactly("quinn");
    shop.opened("left-two");
    JsonNode byHand =
        TestClient.json(
            shop.chen()
                .post(
                    "/api/surveys/left-two/asked",
                    "{\"emails\": [\"paul@paul.example\", \"quinn@quinn.example\"]}"));
    assertThat(byHand.get("left").toString()).contains("paul");
    assertThat(byHand.get("before").toString()).contains("quinn");
    assertThat(paul.put("/api/survey-mails", "{\"asked\": true}").statusCode()).isEqualTo(200);
    assertThat(paul.json("/api/survey-mails").get("asked").asBoolean()).isTrue();
  }

  @Test
  void one_is_reminded_once_and_not_who_has_answered() {
    TestClient rosa = shop.contact("rosa");
    shop.contact("sven");
    shop.open("reminded", "once", "anonymous", "rosa", "sven");
    assertThat(shop.mails("rosa").getFirst()).contains("Recommend us?");
    assertThat(SurveyShop.answering(rosa, "reminded", "{\"nps\": 7}").statusCode()).isEqualTo(204);
    pass(8);
    shop.round();
    shop.round();
    assertThat(shop.mails("rosa")).hasSize(1);
    assertThat(shop.mails("sven")).hasSize(2);
    assertThat(shop.byLink(shop.link("sven"), "reminded", "{\"nps\": 7}").statusCode())
        .isEqualTo(204);
  }

  @Test
  void the_answers_to_the_first_question_stand_in_the_mail() {
    shop.contact("tara");
    shop.open("in-mail", "once", "named", "tara");
    String mail = shop.mails("tara").getFirst();
    String link = shop.link("tara");
    assertThat(mail)
        .contains(
            "0: http", "10: http", "/surveys/in-mail/answer#" + link + ".10", "/unsubscribe/");
  }

  @Test
  void who_ordered_is_asked_two_days_after_all_of_it_arrived() {
    shop.contact("uma");
    shop.shop().order("SO-UMA", "uma");
    shop.open("after-order", "after-order", "named", "uma");
    LocalDate today = LocalDate.ofInstant(CLOCK.instant(), ZoneId.of("Asia/Shanghai"));
    ship("SO-UMA", "S-1", today, 200);
    shop.round();
    await("it was heard", () -> !causes().isEmpty() || shop.mails("uma").isEmpty());
    assertThat(shop.mails("uma")).isEmpty();
    ship("SO-UMA", "S-2", today, 300);
    await(
        "it is noted",
        () -> {
          shop.round();
          return causes().stream().anyMatch(due -> due.compareTo(CLOCK.instant().toString()) > 0);
        });
    assertThat(shop.mails("uma")).as("not yet").isEmpty();
    pass(3);
    shop.round();
    assertThat(shop.mails("uma")).singleElement().asString().contains("SO-UMA");
    assertThat(shop.page("after-order").get("asked").asInt()).isEqualTo(1);
  }

  private static List<String> causes() {
    return shop.find(
        "SELECT to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS') FROM survey_cause");
  }

  private static void ship(String order, String number, LocalDate day, int pieces) {
    HttpResponse<String> answer =
        shop.shop()
            .integrator()
            .put(
                "/api/orders/%s/shipments/%s".formatted(order, number),
                "{\"leftOn\": \"%s\", \"deliveredOn\": \"%s\", \"items\": [{\"line\": 1, \"quantity\": %d}]}"
                    .formatted(day, day, pieces));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  @Test
  void who_complained_is_asked_when_it_is_solved() {
    VoiceShop voices = new VoiceShop(vitrine);
    shop.open("after-complaint", "after-complaint", "named");
    JsonNode said =
        TestClient.json(
            voices
                .customer()
                .post(
                    "/api/voices",
                    "{\"order\": \"SO-1\", \"kind\": \"complaint\", \"text\": \"A dent\"}"));
    String number = said.get("number").asText();
    HttpResponse<String> closed =
        shop.chen().post("/api/voices/" + number + "/closing", "{\"text\": \"made anew\"}");
    assertThat(closed.statusCode()).as(closed.body()).isLessThan(300);
    await(
        "she is asked",
        () -> {
          shop.round();
          return new TestMailbox(vitrine)
              .to("amelia@northwind.example").stream()
                  .anyMatch(mail -> mail.contains("/surveys/after-complaint/answer#"));
        });
    assertThat(shop.page("after-complaint").get("asked").asInt()).isEqualTo(1);
  }

  @Test
  void a_round_that_ends_is_followed_by_one_half_a_year_later() {
    shop.contact("vera");
    shop.open("half", "half-yearly", "named", "vera");
    pass(31);
    shop.round();
    assertThat(shop.page("half").get("state").asText()).isEqualTo("closed");
    JsonNode next = shop.page("half-2");
    assertThat(next.get("follows").asText()).isEqualTo("half");
    assertThat(next.get("state").asText()).isEqualTo("open");
    assertThat(next.get("frozen").asBoolean()).as("it can still be changed").isFalse();
    pass(155);
    shop.round();
    assertThat(shop.page("half-2").get("asked").asInt()).isEqualTo(1);
  }
}
