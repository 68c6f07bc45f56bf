package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.platform.json.Json;

/** The life of a voice, over HTTP; the clock goes on when it is told to. */
class VoicesIT {
  private static final TestClock CLOCK = new TestClock();
  private static TestVitrine vitrine;
  private static VoiceShop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new VoiceShop(vitrine);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void what_is_said_goes_to_the_department_of_its_stage_with_due_times() {
    HttpResponse<String> said =
        shop.saying(
            shop.customer(),
            "SO-1",
            "\"line\": 1, \"requirement\": \"capacity\",",
            "Too weak\nBy far");
    assertThat(said.statusCode()).as(said.body()).isEqualTo(201);
    JsonNode page = TestClient.json(said);
    assertThat(said.headers().firstValue("Location"))
        .contains("/api/voices/" + page.get("number").asText());
    assertThat(page.at("/title").asText()).isEqualTo("Too weak");
    assertThat(page.at("/stage/name/zh-CN").asText()).isEqualTo("终检");
    assertThat(page.at("/requirement/code").asText()).isEqualTo("capacity");
    assertThat(page.at("/product").asText()).isEqualTo("KFR-35");
    assertThat(page.at("/department/name/en").asText()).isEqualTo("quality");
    assertThat(page.at("/hours/aroundTheClock").asBoolean()).isTrue();
    assertThat(page.at("/clock/runs").asBoolean()).isTrue();
    assertThat(page.at("/clock/next").asText()).isEqualTo("seen");
    Instant due = Instant.parse(page.at("/clock/due").asText());
    assertThat(Duration.between(CLOCK.instant(), due))
        .as("a complaint of gold is seen within an hour")
        .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    assertThat(page.at("/clock/worked/0/1").asText()).isEqualTo(page.at("/clock/due").asText());
    assertThat(page.has("company")).isFalse();
    assertThat(page.get("can").toString()).contains("add", "close").doesNotContain("note");
  }

  @Test
  void it_is_seen_answered_asked_replied_to_closed_thanked_for_and_reopened() {
    long number = shop.say(shop.customer(), "One of four units leaks");
    shop.act(shop.chen(), number, "seeing", "");
    assertThat(shop.page(shop.customer(), number).at("/commitments/seen").has("done")).isTrue();
    shop.act(shop.chen(), number, "answers", "{\"text\": \"We open the joint\"}");
    JsonNode asked =
        shop.act(
            shop.chen(),
            number,
            "questions",
            "{\"text\": \"Wait for all?\", \"choices\": [\"120 on Friday\", \"Wait for all\"]}");
    assertThat(asked.get("state").asText()).isEqualTo("waiting");
    assertThat(asked.at("/clock/why").asText()).isEqualTo("asked");
    JsonNode replied =
        shop.act(shop.customer(), number, "answers", "{\"choice\": \"120 on Friday\"}");
    assertThat(replied.get("state").asText()).isEqualTo("open");
    assertThat(replied.at("/clock/next").asText()).isEqualTo("nextAnswer");
    shop.act(shop.chen(), number, "answers", "{\"text\": \"They leave on Friday\"}");
    JsonNode closed = shop.act(shop.customer(), number, "closing", "{\"text\": \"It is solved\"}");
    assertThat(closed.at("/clock/why").asText()).isEqualTo("closed");
    assertThat(
            shop.act(shop.customer(), number, "thanks", "{\"text\": \"Thank you\"}")
                .get("state")
                .asText())
        .as("a thank-you reopens nothing")
        .isEqualTo("closed");
    JsonNode again =
        shop.act(shop.customer(), number, "reopening", "{\"text\": \"It leaks again\"}");
    assertThat(again.get("state").asText()).isEqualTo("open");
    assertThat(again.at("/clock/next").asText()).isEqualTo("seen");
    assertThat(again.get("number").asLong()).isEqualTo(number);
    assertThat(shop.thread(shop.customer(), number))
        .containsExactly(
            "said", "answered", "asked", "replied", "answered", "closed", "thanked", "reopened");
  }

  @Test
  void customer_and_staff_read_the_same_time() {
    long number = shop.say(shop.customer(), "Same for both");
    shop.act(shop.chen(), number, "notes", "{\"text\": \"Same shift\"}");
    shop.act(
        shop.chen(),
        number,
        "hand-overs",
        "{\"department\": \"refrigerant\", \"reason\": \"brazing\"}");
    JsonNode theirs = shop.page(shop.customer(), number);
    JsonNode ours = shop.page(shop.wu(), number);
    assertThat(theirs.get("clock")).isEqualTo(ours.get("clock"));
    assertThat(theirs.get("commitments")).isEqualTo(ours.get("commitments"));
    JsonNode row = shop.customer().json("/api/voices?text=" + number).get("voices").get(0);
    assertThat(row.at("/clock/due")).isEqualTo(theirs.at("/clock/due"));
  }

  @Test
  void the_third_hand_over_goes_to_the_account_manager_by_itself() {
    long number = shop.say(shop.customer(), "Sent round");
    String on = "{\"department\": \"%s\", \"reason\": \"not ours\"}";
    shop.act(shop.chen(), number, "hand-overs", on.formatted("refrigerant"));
    assertThat(shop.told(VoiceChange.HANDED_ON, number).orElseThrow().people())
        .containsExactly(shop.person("wu@plant.example"));
    shop.act(shop.wu(), number, "hand-overs", on.formatted("quality"));
    JsonNode third = shop.act(shop.chen(), number, "hand-overs", on.formatted("refrigerant"));
    assertThat(third.at("/department/code").asText()).isEqualTo("quality");
    assertThat(third.get("assignee").asText()).isEqualTo("li.wen@plant.example");
    assertThat(shop.told(VoiceChange.ASSIGNED, number).orElseThrow().people())
        .containsExactly(shop.person("li.wen@plant.example"));
    JsonNode last = third.get("thread").get(String.valueOf(lastHandOver(third)));
    assertThat(last.get("byItself").asBoolean()).isTrue();
    assertThat(last.get("reason").asText()).isEqualTo("not ours");
    assertThat(last.get("left").asLong()).isPositive();
  }

  private static int lastHandOver(JsonNode page) {
    int[] last = {0};
    page.get("thread")
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().get("kind").asText().equals("handed-on")) {
                last[0] = Math.max(last[0], Integer.parseInt(entry.getKey()));
              }
            });
    return last[0];
  }

  @Test
  void it_is_given_to_somebody_and_back_to_the_head() {
    long number = shop.say(shop.customer(), "Who has it");
    long chen = shop.person("chen@plant.example");
    assertThat(
            shop.act(shop.wu(), number, "assignment", "{\"person\": %d}".formatted(chen))
                .get("assignee")
                .asText())
        .isEqualTo("chen@plant.example");
    assertThat(shop.chen().json("/api/voices?mine=true").findValuesAsText("number"))
        .contains(String.valueOf(number));
    assertThat(shop.act(shop.wu(), number, "assignment", "{\"person\": null}").has("assignee"))
        .isFalse();
    assertThat(
            shop.acting(
                    shop.wu(),
                    number,
                    "assignment",
                    "{\"person\": %d}".formatted(shop.person("amelia@northwind.example")))
                .statusCode())
        .as("a customer is nobody of ours")
        .isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'kind': 'wish', 'text': 'a'}                                              | order       | number of the order",
        "{'order': 'SO-1', 'text': 'a'}                                             | kind        | a wish, a question or a complaint",
        "{'order': 'SO-1', 'kind': 'care', 'text': 'a'}                             | kind        | “care”",
        "{'order': 'SO-1', 'kind': 'wish', 'text': ' '}                             | text        | Write what",
        "{'order': 'SO-1', 'kind': 'wish'}                                          | text        | Write what",
        "{'order': 'SO-1', 'kind': 'wish', 'text': 'a', 'line': 2}                  | line        | no line 2",
        "{'order': 'SO-1', 'kind': 'wish', 'text': 'a', 'stage': 'paint'}           | stage       | “paint”",
        "{'order': 'SO-1', 'kind': 'wish', 'text': 'a', 'requirement': 'colour'}    | requirement | “colour”",
        "{'order': 'SO-1', 'kind': 'wish', 'text': 'a', 'stage': 'packing', 'requirement': 'capacity'} | requirement | “capacity”",
        "{'order': 'SO-1', 'kind': 'wish', 'text': 'a', 'photos': ['x']}            | photos      | “x”",
        "{'order': 'SO-1', 'kind': 'wish', 'text': 'a', 'colour': 'red'}            | colour      | ~~",
      })
  void what_cannot_be_said_is_refused_at_its_field(String body, String field, String sentence) {
    HttpResponse<String> answer = shop.customer().post("/api/voices", body.replace('\'', '"'));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(TestClient.json(answer).get("field").asText()).isEqualTo(field);
    assertThat(TestClient.json(answer).get("detail").asText())
        .contains(sentence == null ? "" : sentence);
  }

  @Test
  void what_is_sent_twice_under_one_key_is_said_once() {
    String key = UUID.randomUUID().toString();
    String body = "{\"order\": \"SO-1\", \"kind\": \"wish\", \"text\": \"A logo on the left\"}";
    HttpResponse<String> first = shop.customer().post("/api/voices", body, "Idempotency-Key", key);
    HttpResponse<String> second = shop.customer().post("/api/voices", body, "Idempotency-Key", key);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(TestClient.json(second).get("number"))
        .isEqualTo(TestClient.json(first).get("number"));
  }

  @Test
  void while_one_writes_what_is_open_and_alike_is_found() {
    shop.shop().order("SO-2");
    long leak =
        shop.say(shop.customer(), "SO-2", "", "The copper pipe is leaking at the brazed joint");
    long noise = shop.say(shop.customer(), "SO-2", "", "出风口有异响，夜里很吵");
    assertThat(alike("copper pipe leaks at the joint")).contains(leak).doesNotContain(noise);
    assertThat(alike("夜里出风口异响")).contains(noise).doesNotContain(leak);
    assertThat(alike("Which colour is the carton?")).doesNotContain(leak, noise);
    shop.act(shop.customer(), leak, "closing", "");
    assertThat(alike("copper pipe leaks at the joint")).as("solved").doesNotContain(leak);
  }

  private static List<Long> alike(String text) {
    return shop
        .customer()
        .json(
            "/api/voices/alike?order=SO-2&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
        .findValues("number")
        .stream()
        .map(JsonNode::asLong)
        .toList();
  }

  @Test
  void a_cause_answers_all_and_lets_one_go_again() {
    shop.shop().contact("contoso", "carl@contoso.example");
    shop.shop().order("SO-C", "contoso");
    TestClient carl = shop.shop().contact("contoso", "carl@contoso.example");
    long ours = shop.say(shop.customer(), "Crushed corners");
    long theirs = shop.say(carl, "SO-C", "", "Corners crushed as well");
    HttpResponse<String> made =
        shop.chen()
            .post(
                "/api/voice-causes",
                "{\"title\": \"Brazing, shift B\", \"voices\": [%d, %d]}".formatted(ours, theirs));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    long cause = TestClient.json(made).get("id").asLong();
    assertThat(shop.page(shop.chen(), ours).at("/cause/voices").findValuesAsText("number"))
        .containsExactlyInAnyOrder(String.valueOf(ours), String.valueOf(theirs));
    String answers = "/api/voice-causes/" + cause + "/answers";
    assertThat(shop.chen().post(answers, "{\"text\": \"Thicker cartons\"}").statusCode())
        .isEqualTo(200);
    for (JsonNode page : List.of(shop.page(shop.customer(), ours), shop.page(carl, theirs))) {
      assertThat(page.get("thread").findValuesAsText("text")).contains("Thicker cartons");
      assertThat(page.toString()).doesNotContain("Brazing").doesNotContain("cause");
    }
    assertThat(shop.page(shop.customer(), ours).toString()).doesNotContain(String.valueOf(theirs));

    assertThat(shop.chen().delete("/api/voice-causes/" + cause + "/voices/" + theirs).statusCode())
        .isEqualTo(204);
    assertThat(shop.page(shop.chen(), theirs).has("cause")).isFalse();
    assertThat(
            TestClient.json(shop.chen().post(answers, "{\"text\": \"From January on\"}"))
                .get("answered"))
        .hasSize(1);
    assertThat(shop.thread(carl, theirs)).containsExactly("said", "answered");
    assertThat(shop.chen().delete("/api/voice-causes/" + cause + "/voices/" + theirs).statusCode())
        .isEqualTo(404);
  }

  @Test
  void another_tier_hurries_what_is_open_and_both_sides_read_why() {
    shop.shop().contact("fabrikam", "fay@fabrikam.example");
    shop.shop().order("SO-F", "fabrikam");
    TestClient fay = shop.shop().contact("fabrikam", "fay@fabrikam.example");
    long number = shop.say(fay, "SO-F", "", "As soon as you can");
    Instant before = Instant.parse(shop.page(fay, number).at("/clock/due").asText());
    shop.shop()
        .integrator()
        .put("/api/companies/fabrikam", "{\"name\": \"fabrikam\", \"tier\": \"platinum\"}");
    TestWatcher.await("it is heard", () -> shop.thread(fay, number).contains("moved"));
    JsonNode page = shop.page(fay, number);
    assertThat(Instant.parse(page.at("/clock/due").asText())).isBefore(before);
    assertThat(page.get("clock")).isEqualTo(shop.page(shop.chen(), number).get("clock"));
    assertThat(page.toString())
        .as("what tier it is customers are not told")
        .doesNotContain("platinum");
    assertThat(shop.chen().json("/api/voices?order=SO-F").at("/voices/0/tier").asText())
        .isEqualTo("platinum");
  }

  @Test
  void another_calendar_moves_what_is_open_in_the_same_moment() {
    long number = shop.say(shop.customer(), "SO-1", "\"stage\": \"packing\",", "Which carton?");
    String due = shop.page(shop.customer(), number).at("/clock/due").asText();
    HttpResponse<String> saved =
        shop.administrator()
            .put(
                "/api/calendars/plant",
                """
                {"zone": "Asia/Shanghai", "week": {"monday": [{"from": "08:00", "to": "09:00"}]}}""");
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
    assertThat(TestClient.json(saved).get("voices").asInt()).isPositive();
    JsonNode page = shop.page(shop.customer(), number);
    assertThat(page.at("/clock/due").asText()).isGreaterThan(due);
    assertThat(page.at("/hours/week/monday/0/from").asText()).isEqualTo("08:00");
    assertThat(page.get("thread").findValuesAsText("reason")).contains("calendar");
    shop.administrator()
        .put(
            "/api/calendars/plant",
            """
            {"zone": "Asia/Shanghai", "week": {"monday": [{"from": "00:00", "to": "24:00"}],
             "tuesday": [{"from": "00:00", "to": "24:00"}], "wednesday": [{"from": "00:00", "to": "24:00"}],
             "thursday": [{"from": "00:00", "to": "24:00"}], "friday": [{"from": "00:00", "to": "24:00"}],
             "saturday": [{"from": "00:00", "to": "24:00"}], "sunday": [{"from": "00:00", "to": "24:00"}]}}""");
  }

  @Test
  void numbers_say_nothing_of_how_many_there_are() {
    long first = shop.say(shop.customer(), "First");
    long second = shop.say(shop.customer(), "Second");
    assertThat(List.of(first, second)).allMatch(number -> number >= 100_000 && number < 1_000_000);
    assertThat(second - first).as("not one after the other").isNotEqualTo(1);
  }

  @Test
  void lists_are_read_a_part_at_a_time() {
    shop.shop().order("SO-L");
    List<Long> said =
        List.of("a", "b", "c").stream()
            .map(text -> shop.say(shop.customer(), "SO-L", "", text))
            .toList();
    JsonNode first = shop.customer().json("/api/voices?order=SO-L&limit=2");
    JsonNode rest =
        shop.customer().json("/api/voices?order=SO-L&limit=2&after=" + first.get("next").asText());
    assertThat(rest.has("next")).isFalse();
    assertThat(
            Stream.of(first, rest)
                .flatMap(part -> part.get("voices").findValues("number").stream())
                .map(JsonNode::asLong))
        .containsExactlyInAnyOrderElementsOf(said);
    assertThat(
            Json.text(shop.customer().json("/api/voices?order=SO-L&state=closed&kind=complaint")))
        .isEqualTo("{\"voices\":[]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chen | answers | {'text': 'Twice'} | answered",
        "chen | questions | {'text': 'Twice?'} | asked",
        "chen | notes | {'text': 'Twice'} | noted",
        "chen | hand-overs | {'department': 'refrigerant', 'reason': 'twice'} | handed-on",
        "chen | closing | {} | closed",
        "customer | answers | {'text': 'Twice'} | added",
        "customer | thanks | {} | thanked"
      })
  void what_is_done_twice_under_one_key_is_done_once(
      String who, String act, String body, String event) {
    long number = shop.say(shop.manager(), "Sent twice: " + act);
    TestClient by = who.equals("chen") ? shop.chen() : shop.customer();
    String key = UUID.randomUUID().toString();
    for (int times = 0; times < 2; times++) {
      HttpResponse<String> answer =
          by.post(
              "/api/voices/%d/%s".formatted(number, act),
              body.replace('\'', '"'),
              "Idempotency-Key",
              key);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
    assertThat(shop.thread(shop.chen(), number)).containsOnlyOnce(event);
  }

  @Test
  void a_cause_is_made_once_and_answers_once_under_one_key() {
    long number = shop.say(shop.manager(), "Made once");
    String key = UUID.randomUUID().toString();
    String cause = "{\"title\": \"Once\", \"voices\": [%d]}".formatted(number);
    long first = made(cause, key);
    assertThat(made(cause, key)).isEqualTo(first);
    String again = UUID.randomUUID().toString();
    for (int times = 0; times < 2; times++) {
      shop.chen()
          .post(
              "/api/voice-causes/" + first + "/answers",
              "{\"text\": \"To all\"}",
              "Idempotency-Key",
              again);
    }
    assertThat(shop.thread(shop.chen(), number)).containsOnlyOnce("answered");
  }

  private static long made(String cause, String key) {
    HttpResponse<String> answer =
        shop.chen().post("/api/voice-causes", cause, "Idempotency-Key", key);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return TestClient.json(answer).get("id").asLong();
  }

  @Test
  void a_tier_that_was_raised_while_somebody_sent_is_found_a_moment_later() {
    shop.shop().contact("tailspin", "tom@tailspin.example");
    shop.shop().order("SO-T", "tailspin");
    TestClient tom = shop.shop().contact("tailspin", "tom@tailspin.example");
    long number = shop.say(tom, "SO-T", "", "Between two tiers");
    long asked = shop.say(tom, "SO-T", "", "Asked at once");
    shop.act(shop.chen(), asked, "questions", "{\"text\": \"Which?\"}");
    TestDatabase.execute(
        vitrine.databaseUrl(), "UPDATE company SET tier = 'platinum' WHERE code = 'tailspin'");
    CLOCK.pass(Duration.ofSeconds(6));
    shop.clockStrikes();
    for (long one : List.of(number, asked)) {
      assertThat(shop.thread(tom, one)).contains("moved");
      assertThat(shop.page(shop.chen(), one).at("/company/tier").asText()).isEqualTo("platinum");
    }
  }

  @Test
  void who_is_not_there_any_more_is_told_nothing_and_the_next_one_is() {
    shop.shop().staff(Role.OPERATOR, "gone@plant.example");
    long gone = shop.person("gone@plant.example");
    long number = shop.say(shop.customer(), "Who has it");
    shop.act(shop.chen(), number, "assignment", "{\"person\": %d}".formatted(gone));
    assertThat(shop.told(VoiceChange.ASSIGNED, number).orElseThrow().people())
        .containsExactly(gone);
    TestDatabase.execute(
        vitrine.databaseUrl(), "UPDATE person SET disabled_at = now() WHERE id = " + gone);
    shop.act(shop.customer(), number, "answers", "{\"text\": \"Anybody?\"}");
    assertThat(shop.told(VoiceChange.ADDED, number).orElseThrow().people())
        .containsExactly(shop.person("chen@plant.example"));
  }

  @Test
  void what_staff_took_down_for_a_customer_the_contacts_are_told_of() {
    long number = shop.say(shop.manager(), "On the telephone");
    shop.act(shop.chen(), number, "answers", "{\"text\": \"Here is why\"}");
    assertThat(shop.told(VoiceChange.ANSWERED, number).orElseThrow().people())
        .contains(shop.person("amelia@northwind.example"));
    shop.act(shop.customer(), number, "answers", "{\"text\": \"I see\"}");
    shop.act(shop.chen(), number, "closing", "");
    assertThat(shop.told(VoiceChange.CLOSED, number).orElseThrow().people())
        .as("from then on whoever wrote")
        .containsExactly(shop.person("amelia@northwind.example"));
  }

  @Test
  void staff_find_messages_by_their_number_order_and_company() {
    shop.shop().contact("wingtip", "win@wingtip.example");
    shop.shop().order("SO-W77", "wingtip");
    TestClient win = shop.shop().contact("wingtip", "win@wingtip.example");
    long number = shop.say(win, "SO-W77", "", "Found");
    shop.act(
        shop.chen(),
        number,
        "assignment",
        "{\"person\": %d}".formatted(shop.person("chen@plant.example")));
    for (String text : List.of(String.valueOf(number), "o-w7", "WINGT", "found")) {
      JsonNode found = shop.chen().json("/api/voices?state=open&text=" + text);
      assertThat(found.findValuesAsText("number")).as(text).contains(String.valueOf(number));
      assertThat(found.at("/voices/0/assigneeId").asLong())
          .isEqualTo(shop.person("chen@plant.example"));
    }
    assertThat(win.json("/api/voices?text=" + number).findValuesAsText("number"))
        .containsExactly(String.valueOf(number));
    assertThat(win.json("/api/voices?text=wingtip").get("voices"))
        .as("whose it is customers need not say")
        .isEmpty();
    assertThat(
            shop.chen().json("/api/voices?mine=true&department=office").findValuesAsText("number"))
        .contains(String.valueOf(number));
  }
}
