package org.vitrine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.scenario.MotorPlant.ok;
import static org.vitrine.scenario.QuarterHouse.CHEN;
import static org.vitrine.scenario.QuarterHouse.LI;
import static org.vitrine.scenario.QuarterHouse.QUARTER;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.scenario.QuarterHouse.Buyer;
import org.vitrine.scorecard.MonthChain;

/**
 * A quarter: something is agreed with a customer, who is visited, asked, answered and thanked; the
 * numbers of a month are shown to everybody, and the house looks at how it served.
 */
class QuarterIT {
  private static final String SURVEY = "summer-2026";
  private static final String AUGUST = "/api/scorecard/2026-08";
  private static final String REVIEW = "/api/service-reviews/" + QUARTER;

  private final TestClock clock = QuarterHouse.firstDay();
  private TestVitrine vitrine;
  private QuarterHouse house;
  private long visit;
  private long wish;
  private long action;

  @BeforeEach
  void start() {
    vitrine = TestVitrine.startAt(clock);
    house = new QuarterHouse(vitrine, clock);
  }

  @AfterEach
  void stop() {
    vitrine.close();
  }

  @Test
  void what_was_agreed_is_kept_asked_after_shown_to_everybody_and_looked_over() {
    house.everybodyOrders();
    li_agrees_with_northwind_what_it_gets();
    amelia_reads_what_was_promised();
    her_complaint_has_its_clock_from_that_version_and_is_solved_in_time();

    house.until("2026-07-06");
    li_misses_a_visit_which_stays_missed();
    house.until("2026-07-20");
    li_comes_after_all_and_notes_what_was_said();
    its_wish_is_a_message_and_its_promise_an_action();
    the_wish_is_fulfilled();
    house.until("2026-07-25");
    amelia_says_in_time_what_was_otherwise();
    house.until("2026-07-28");
    what_nobody_spoke_against_for_seven_days_stands();
    house.until("2026-08-03");
    the_promise_is_kept();

    house.until("2026-08-18");
    house.everybodyIsSentWhatTheyOrderedAndAmeliaTooLate();
    everybody_is_asked_and_amelia_is_not_content();
    what_she_said_is_solved_before_the_survey_ends();
    house.until("2026-08-25");
    li_calls_her();
    five_more_answer_and_ruth_does_not();
    house.until("2026-08-31");
    whoever_answered_is_thanked_and_reads_what_came_of_it();

    house.until("2026-09-05");
    the_numbers_of_august_are_frozen_and_opened_to_everybody();
    a_stranger_reads_them_and_reckons_that_they_are_what_was_frozen();
    what_one_company_alone_would_show_is_left_out();
    a_byte_that_somebody_changed_is_found();

    house.until("2026-10-05");
    the_review_of_the_quarter_has_prepared_itself();
    chen_concludes_it_with_an_action_and_signs_it();
  }

  private void li_agrees_with_northwind_what_it_gets() {
    ok(
        200,
        house
            .li()
            .put(
                "/api/profiles/northwind",
                """
                {"agreedBy": "Amelia", "agreedOn": "2026-07-01",
                 "clocks": {"complaint": {"seen": "PT10M", "firstAnswer": "PT1H", "nextAnswer": "PT1H", "solved": "PT8H"}},
                 "visits": {"account-manager": {"ideal": 30, "longest": 45}},
                 "warranty": {"months": 36, "conditions": "Cleaned once a year"}}\
                """));
  }

  private void amelia_reads_what_was_promised() {
    JsonNode promised = house.as(Buyer.AMELIA).json("/api/agreement");
    assertThat(promised.get("counting").asInt()).isEqualTo(1);
    assertThat(promised.at("/today/clocks/complaint/value/seen").asText()).isEqualTo("PT10M");
    assertThat(promised.at("/today/visits/account-manager/value/longest").asInt()).isEqualTo(45);
    assertThat(promised.at("/today/warranty/value/conditions").asText())
        .isEqualTo("Cleaned once a year");
    assertThat(promised.at("/today/clocks/wish/version/owner").asText())
        .as("what was not agreed is as for everybody")
        .isEqualTo("default");
    assertThat(promised.get("managers").toString()).contains("Li Wen");
    assertThat(house.as(Buyer.JONAS).json("/api/agreement").get("versions"))
        .as("others read nothing of it")
        .isEmpty();
  }

  private void her_complaint_has_its_clock_from_that_version_and_is_solved_in_time() {
    JsonNode said =
        ok(
            201,
            house
                .as(Buyer.AMELIA)
                .post(
                    "/api/voices",
                    """
                    {"order": "SO-1", "kind": "complaint", "text": "One unit rattles"}\
                    """));
    long number = said.get("number").asLong();
    assertPromised(said, "seen", Duration.ofMinutes(10));
    house.pass(Duration.ofMinutes(5));
    house.acts(house.chen(), number, "seeing", "");
    house.acts(house.chen(), number, "answers", "We send a new fan");
    house.pass(Duration.ofHours(2));
    house.acts(house.as(Buyer.AMELIA), number, "closing", "It runs quietly");
    assertKept(number);
  }

  private static void assertPromised(JsonNode message, String commitment, Duration target) {
    JsonNode promised = message.at("/commitments/" + commitment);
    assertThat(promised.at("/version/owner").asText()).isEqualTo("company");
    assertThat(promised.at("/version/version").asInt()).isEqualTo(1);
    assertThat(promised.get("target").asLong()).isEqualTo(target.toSeconds());
  }

  private void assertKept(long message) {
    JsonNode page = house.message(house.as(Buyer.AMELIA), message);
    assertThat(page.get("state").asText()).isEqualTo("closed");
    assertThat(page.get("commitments"))
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.path("missed").asBoolean()).isFalse());
  }

  private void li_misses_a_visit_which_stays_missed() {
    long missed = planned(Duration.ofHours(5));
    assertThat(new TestMailbox(vitrine).to(Buyer.AMELIA.email()))
        .as("both sides have it in their calendars")
        .anySatisfy(mail -> assertThat(mail).contains("Hall 4"));
    house.pass(Duration.ofHours(7));
    assertThat(outcome(missed, "").body()).contains("\"field\":\"reason\"");
    ok(200, outcome(missed, "The bridge was closed"));
    house.pass(Duration.ofHours(1));
    assertThat(noting(missed, UUID.randomUUID()).statusCode())
        .as("nobody makes a visit of it")
        .isEqualTo(409);
    assertThat(house.li().json("/api/visits/" + missed).get("state").asText()).isEqualTo("missed");
  }

  private long planned(Duration time) {
    return ok(
            201,
            house
                .li()
                .post(
                    "/api/visits",
                    """
                    {"company": "northwind", "at": "%s", "minutes": 60, "place": "Hall 4", "with": ["%s"]}\
                    """
                        .formatted(house.in(time), Buyer.AMELIA.email())))
        .get("number")
        .asLong();
  }

  private HttpResponse<String> outcome(long of, String reason) {
    return house
        .li()
        .post(
            "/api/visits/" + of + "/outcome",
            "{\"outcome\": \"missed\", \"reason\": \"%s\"}".formatted(reason));
  }

  private HttpResponse<String> noting(long of, UUID id) {
    return house
        .li()
        .post(
            "/api/visits/" + of + "/record",
            """
            {"id": "%s", "present": {"theirs": ["Amelia"], "ours": ["Li Wen"]},
             "facts": ["They build a second line"], "wishes": [{"text": "A smaller crate"}],
             "promises": [{"text": "Send the drawing of the crate", "due": "2026-08-10"}]}\
            """
                .formatted(id));
  }

  private void li_comes_after_all_and_notes_what_was_said() {
    visit = planned(Duration.ofHours(1));
    house.pass(Duration.ofHours(3));
    UUID id = UUID.randomUUID();
    JsonNode noted = ok(201, noting(visit, id));
    assertThat(noted.get("state").asText()).isEqualTo("made");
    ok(200, noting(visit, id));
  }

  private void its_wish_is_a_message_and_its_promise_an_action() {
    JsonNode lines = house.as(Buyer.AMELIA).json("/api/visits/" + visit).at("/record/lines");
    wish = lines.at("/2/message").asLong();
    action = lines.at("/3/action").asLong();
    JsonNode message = house.message(house.as(Buyer.AMELIA), wish);
    assertThat(message.get("kind").asText()).isEqualTo("wish");
    assertThat(message.get("by").asText()).isEqualTo("Amelia");
    JsonNode promised = house.as(Buyer.AMELIA).json("/api/actions/" + action);
    assertThat(promised.get("text").asText()).isEqualTo("Send the drawing of the crate");
    assertThat(promised.get("due").asText()).isEqualTo("2026-08-10");
  }

  private void the_wish_is_fulfilled() {
    house.acts(house.chen(), wish, "seeing", "");
    house.acts(house.chen(), wish, "answers", "The crate of the KFR-25 fits");
    house.acts(house.as(Buyer.AMELIA), wish, "closing", "It does");
    assertKept(wish);
  }

  private void amelia_says_in_time_what_was_otherwise() {
    ok(200, correcting(1, "A second line, and a third"));
    JsonNode line = house.li().json("/api/visits/" + visit).at("/record/lines/1");
    assertThat(line.get("text").asText()).as("ours stays").isEqualTo("They build a second line");
    assertThat(line.at("/corrected/text").asText()).isEqualTo("A second line, and a third");
  }

  private HttpResponse<String> correcting(int line, String text) {
    return house
        .as(Buyer.AMELIA)
        .post(
            "/api/visits/" + visit + "/corrections",
            "{\"line\": %d, \"text\": \"%s\"}".formatted(line, text));
  }

  private void what_nobody_spoke_against_for_seven_days_stands() {
    JsonNode record = house.as(Buyer.AMELIA).json("/api/visits/" + visit).get("record");
    assertThat(record.at("/confirmed/how").asText()).isEqualTo("silence");
    assertThat(correcting(2, "Too late").statusCode()).isEqualTo(409);
  }

  private void the_promise_is_kept() {
    ok(
        200,
        house
            .li()
            .post(
                "/api/actions/" + action + "/outcome",
                "{\"outcome\": \"done\", \"text\": \"Sent with the crate\"}"));
  }

  private void everybody_is_asked_and_amelia_is_not_content() {
    house.asks(SURVEY);
    assertThat(house.message("survey", SURVEY)).isEmpty();
    house.answers(Buyer.AMELIA, SURVEY, 3, "It came three days late");
    JsonNode message =
        house.message(house.as(Buyer.AMELIA), house.message("survey", SURVEY).orElseThrow());
    assertThat(message.get("kind").asText()).isEqualTo("complaint");
    assertThat(message.toString()).contains("3 / 10", "It came three days late");
    assertPromised(message, "solved", Duration.ofHours(8));
  }

  private void what_she_said_is_solved_before_the_survey_ends() {
    long number = house.message("survey", SURVEY).orElseThrow();
    house.pass(Duration.ofMinutes(8));
    house.acts(house.chen(), number, "seeing", "");
    house.acts(house.chen(), number, "answers", "The valves were late; we order them earlier now");
    house.pass(Duration.ofHours(3));
    house.acts(house.as(Buyer.AMELIA), number, "closing", "That will do");
    assertKept(number);
    assertThat(house.chen().json("/api/surveys/" + SURVEY).get("state").asText()).isEqualTo("open");
  }

  private void li_calls_her() {
    long call =
        ok(
                201,
                house
                    .li()
                    .post(
                        "/api/visits",
                        """
                        {"company": "northwind", "kind": "call", "at": "%s", "minutes": 15}\
                        """
                            .formatted(house.in(Duration.ofMinutes(-20)))))
            .get("number")
            .asLong();
    ok(
        201,
        house
            .li()
            .post(
                "/api/visits/" + call + "/record",
                "{\"id\": \"%s\", \"facts\": [\"All is well\"]}".formatted(UUID.randomUUID())));
  }

  private void five_more_answer_and_ruth_does_not() {
    house.answers(Buyer.JONAS, SURVEY, 9, "Go on like this");
    house.answers(Buyer.MEI, SURVEY, 10, "很好");
    house.answers(Buyer.OTTO, SURVEY, 8, "Quicker answers");
    house.answers(Buyer.FAY, SURVEY, 9, "Nothing");
    house.answers(Buyer.IVAN, SURVEY, 10, "Nothing");
  }

  private void whoever_answered_is_thanked_and_reads_what_came_of_it() {
    JsonNode results = house.chen().json("/api/surveys/" + SURVEY + "/results");
    assertThat(results.at("/survey/state").asText()).as("it ended by itself").isEqualTo("closed");
    assertThat(results.get("asked").asInt()).isEqualTo(7);
    assertThat(results.get("answered").asInt()).isEqualTo(6);
    assertThat(results.at("/questions/0/score/mean/interval").has("low")).isTrue();
    ok(200, house.chen().put("/api/surveys/" + SURVEY + "/thanks", thanks()));
    ok(200, house.chen().post("/api/surveys/" + SURVEY + "/thanks/told", "{}"));

    TestMailbox mails = new TestMailbox(vitrine);
    String page = "/surveys/" + SURVEY + "/results";
    for (Buyer buyer : Buyer.values()) {
      assertThat(mails.to(buyer.email()).stream().filter(mail -> mail.contains(page)))
          .as(buyer + " is told once where they answered")
          .hasSize(buyer == Buyer.RUTH ? 0 : 1);
    }
    JsonNode outcome = house.as(Buyer.AMELIA).json("/api/surveys/" + SURVEY + "/outcome");
    assertThat(outcome.at("/words/en").asText()).isEqualTo("Thank you for telling us");
    assertThat(outcome.at("/own/nps").asInt()).as("beside what all said").isEqualTo(3);
    assertThat(outcome.at("/results/0/answered/n").asInt()).isEqualTo(6);
    assertThat(outcome.at("/deeds/0/due").asText()).isEqualTo("2026-09-30");
    assertThat(outcome.toString()).as("others' own words").doesNotContain("Quicker answers");
  }

  private static String thanks() {
    return """
    {"words": {"en": "Thank you for telling us", "zh-CN": "感谢您告诉我们"},
     "deeds": [{"text": {"en": "Valves are ordered earlier", "zh-CN": "阀门提前订购"},
                "due": "2026-09-30", "owner": "%s"}]}\
    """
        .formatted(CHEN);
  }

  private void the_numbers_of_august_are_frozen_and_opened_to_everybody() {
    assertThat(house.stranger().get(AUGUST).statusCode()).as("not yet").isEqualTo(404);
    ok(200, house.chen().put("/api/scorecard-settings", "{\"opened\": \"public\"}"));
  }

  private void a_stranger_reads_them_and_reckons_that_they_are_what_was_frozen() {
    HttpResponse<String> answer = house.stranger().get(AUGUST);
    JsonNode month = ok(200, answer);
    String body = answer.body();
    String card = body.substring(body.indexOf("\"card\":") + 7, body.lastIndexOf('}'));
    assertThat(DigestUtils.sha256Hex(card)).isEqualTo(month.get("hash").asText());

    JsonNode kept = shown(month, "first-date");
    assertThat(kept.get("hits").asInt()).as("Northwind’s came late").isEqualTo(6);
    assertThat(kept.get("of").asInt()).isEqualTo(7);
    assertThat(shown(month, "improvements").get("value").asInt())
        .as("the drawing that was promised at the visit")
        .isEqualTo(1);
    assertThat(shown(month, "complaints").get("value").asInt()).isEqualTo(1);
    JsonNode recommended = surveyed(month, "survey-recommend");
    assertThat(recommended.get("value").asDouble())
        .as("four of six would, one would not")
        .isEqualTo(50);
    assertThat(surveyed(month, "survey-answered").get("hits").asInt()).isEqualTo(6);
    String csv = house.stranger().get(AUGUST + ".csv").body();
    assertThat(csv).contains("\"2026-08\",\"\",\"first-date\",\"\",\"share\",\"85.7\"");
  }

  private void what_one_company_alone_would_show_is_left_out() {
    JsonNode month = house.stranger().json(AUGUST);
    assertThat(shown(month, "clock-solved").isMissingNode()).isTrue();
    assertThat(month.toString()).doesNotContain("Northwind", "Amelia", "Chen");
  }

  private static JsonNode shown(JsonNode month, String figure) {
    return StreamSupport.stream(month.at("/card/figures").spliterator(), false)
        .filter(one -> one.get("name").asText().equals(figure) && !one.has("group"))
        .findFirst()
        .orElseThrow()
        .path("shown");
  }

  /** Of the survey, as it is published. */
  private static JsonNode surveyed(JsonNode month, String figure) {
    return StreamSupport.stream(month.at("/card/figures").spliterator(), false)
        .filter(one -> one.get("name").asText().equals(figure) && one.has("group"))
        .findFirst()
        .orElseThrow()
        .path("shown");
  }

  private void a_byte_that_somebody_changed_is_found() {
    assertThat(misfit()).isEmpty();
    replaceInAugust("\"hits\":6", "\"hits\":7");
    assertThat(misfit()).containsExactly("2026-08 is not what was frozen");
    replaceInAugust("\"hits\":7", "\"hits\":6");
    assertThat(misfit()).isEmpty();
  }

  /** As only who owns the database can. */
  private void replaceInAugust(String before, String after) {
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "UPDATE scorecard_month SET content = replace(content, '%s', '%s') WHERE month = '2026-08'"
            .formatted(before, after));
  }

  private List<String> misfit() {
    return MonthChain.check(vitrine.vitrine().database()).misfit().stream().toList();
  }

  private void the_review_of_the_quarter_has_prepared_itself() {
    assertThat(house.chen().json("/api/today").at("/sections/service-reviews/rows").toString())
        .contains(QUARTER);
    JsonNode facts = house.chen().json(REVIEW).get("facts");
    assertThat(facts.at("/clocks/all/now/percent").asDouble())
        .as("all that was promised by a clock was kept")
        .isEqualTo(100);
    assertThat(facts.at("/visits/roles/0/kept/now/kept").asInt())
        .as("the visit that was made, and the call")
        .isEqualTo(2);
    assertThat(facts.at("/visits/roles/0/kept/before/due").asInt())
        .as("nobody was to be met before they were known")
        .isZero();
    assertThat(facts.at("/visits/missed/rows").findValuesAsText("code"))
        .as("who was not visited at all")
        .contains("ruth-company");
    JsonNode changed =
        StreamSupport.stream(facts.at("/changes/rows").spliterator(), false)
            .filter(one -> one.get("kind").asText().equals("profile-agreed"))
            .findFirst()
            .orElseThrow();
    assertThat(changed.at("/whose/company/code").asText()).isEqualTo("northwind");
    assertThat(changed.at("/effects").findValuesAsText("figure")).contains("clocks", "visits");
  }

  private void chen_concludes_it_with_an_action_and_signs_it() {
    ok(200, house.chen().post("/api/service-reviews", "{\"quarter\": \"%s\"}".formatted(QUARTER)));
    ok(
        200,
        house
            .chen()
            .put(REVIEW, "{\"conclusions\": \"Answers come in time; six were not visited\"}"));
    JsonNode raised =
        ok(
            200,
            house
                .chen()
                .post(
                    REVIEW + "/actions",
                    "{\"text\": \"Visit Ruth\", \"owner\": \"%s\", \"due\": \"2026-10-30\"}"
                        .formatted(LI)));
    assertThat(raised.at("/actions/0/text").asText()).isEqualTo("Visit Ruth");
    JsonNode signed = ok(200, house.chen().post(REVIEW + "/signature", ""));
    assertThat(signed.get("state").asText()).isEqualTo("signed");
    assertThat(signed.at("/review/signed/by").asText()).isEqualTo("Chen Yu");
    assertThat(house.chen().json("/api/today").at("/sections/service-reviews/rows")).isEmpty();
    assertThat(house.li().json("/api/actions").toString()).contains("Visit Ruth");
  }
}
