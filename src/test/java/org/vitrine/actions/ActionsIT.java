package org.vitrine.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
import org.vitrine.fixtures.TestWatcher;

/** What somebody does until a day, asked after until it worked. */
class ActionsIT {
  private static final TestClock CLOCK = new TestClock();
  private static TestVitrine vitrine;
  private static ActionShop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new ActionShop(vitrine, CLOCK);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static Set<String> names(JsonNode object) {
    return object.properties().stream()
        .map(java.util.Map.Entry::getKey)
        .collect(java.util.stream.Collectors.toSet());
  }

  @Test
  void it_is_made_done_and_worked_and_its_history_says_so() {
    long number = shop.made("Braze twice", 5, "northwind", "baltic");
    assertThat(shop.read(shop.wu(), number).get("state").asText()).isEqualTo("open");

    shop.became(shop.wu(), number, "done", "All joints since Monday");
    JsonNode worked = shop.became(shop.amelia(), number, "worked", "Not one leaked");

    assertThat(worked.get("state").asText()).isEqualTo("worked");
    assertThat(worked.at("/worked/text").asText()).isEqualTo("Not one leaked");
    assertThat(shop.history(number)).containsExactly("made", "done", "worked");
    JsonNode seen = shop.read(shop.chen(), number);
    assertThat(seen.get("raisedBy").findValuesAsText("company"))
        .containsExactlyInAnyOrder("Northwind Climate", "baltic");
    assertThat(seen.at("/history/2/company").asText()).isEqualTo("Northwind Climate");
    assertThat(shop.read(shop.jonas(), number).has("worked")).as("said by another").isFalse();
  }

  /** An allow-list: whatever an action gets later is not read by customers by itself. */
  @Test
  void a_company_reads_what_is_done_for_it_and_nothing_of_others() {
    long number = shop.made("Weld the frame", 5, "northwind", "baltic");
    shop.became(shop.wu(), number, "done", "Welded");

    JsonNode row = shop.read(shop.amelia(), number);
    assertThat(names(row))
        .containsExactlyInAnyOrder(
            "number", "text", "owner", "due", "dueAt", "state", "answers", "madeAt", "closing");
    assertThat(names(row.get("owner"))).containsExactly("name");
    assertThat(names(row.get("closing"))).containsExactlyInAnyOrder("at", "text");
    assertThat(row.get("answers").asText()).isEqualTo("Meeting of November");
    assertThat(row.toString()).doesNotContainIgnoringCase("baltic").doesNotContain("chen");
    assertThat(shop.stranger().get("/api/actions/" + number).statusCode()).isEqualTo(404);
    assertThat(shop.stranger().json("/api/actions").get("actions")).isEmpty();
    assertThat(shop.saying(shop.stranger(), number, "reopened", "No").statusCode()).isEqualTo(404);
  }

  @Test
  void no_opens_it_again_under_its_number_and_a_date_that_has_passed_is_two_weeks_ahead() {
    long number = shop.made("Seal the box", 1, "northwind", "baltic");
    shop.became(shop.wu(), number, "done", "Sealed");
    shop.became(shop.jonas(), number, "worked", "Dry");
    CLOCK.pass(Duration.ofDays(3));

    JsonNode again = shop.became(shop.amelia(), number, "reopened", "It is wet again");

    assertThat(again.get("state").asText()).isEqualTo("reopened");
    assertThat(again.get("due").asText()).isEqualTo(shop.today().plusDays(14).toString());
    assertThat(again.has("closing")).isFalse();
    assertThat(again.has("moved")).isFalse();
    JsonNode other = shop.read(shop.jonas(), number);
    assertThat(other.get("state").asText()).isEqualTo("reopened");
    assertThat(other.has("worked")).as("what was said before").isFalse();
    assertThat(other.toString()).doesNotContain("wet", "Northwind");
    assertThat(shop.saying(shop.jonas(), number, "worked", "").body()).contains("it is open again");
    shop.became(shop.wu(), number, "done", "A better seal");
    assertThat(shop.history(number)).containsExactly("made", "done", "worked", "reopened", "done");
  }

  @Test
  void another_date_needs_a_reason_and_the_move_is_seen() {
    long number = shop.made("Order new rods", 4, "northwind");
    String later = shop.today().plusDays(20).toString();
    TestClient wu = shop.wu();
    assertThat(wu.put("/api/actions/" + number, "{\"due\": \"%s\"}".formatted(later)).body())
        .contains("\"field\":\"reason\"", "Give the reason");
    HttpResponse<String> moved =
        wu.put(
            "/api/actions/" + number,
            "{\"due\": \"%s\", \"reason\": \"They arrive in January\", \"owner\": \"zhang@plant.example\"}"
                .formatted(later));
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
    JsonNode seen = shop.read(shop.amelia(), number);
    assertThat(seen.get("due").asText()).isEqualTo(later);
    assertThat(seen.at("/moved/from").asText()).isEqualTo(shop.today().plusDays(4).toString());
    assertThat(seen.at("/moved/reason").asText()).isEqualTo("They arrive in January");
    assertThat(seen.at("/owner/name").asText()).isEqualTo("zhang@plant.example");
    assertThat(shop.history(number)).containsExactly("made", "handed-on", "moved");
    assertThat(wu.put("/api/actions/" + number, "{\"text\": \"Mine no more\"}").statusCode())
        .isEqualTo(403);
    assertThat(
            shop.chen()
                .put("/api/actions/" + number, "{\"text\": \"Order rods\", \"version\": 1}")
                .body())
        .contains("Somebody has changed it since");
    shop.chen().put("/api/actions/" + number, "{\"text\": \"Order new rods\"}");
    assertThat(shop.history(number)).as("the same again").hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"owner\": \"wu@plant.example\", \"due\": \"DUE\"}|text|Say what is to be done",
        "{\"text\": \" \", \"owner\": \"wu@plant.example\", \"due\": \"DUE\"}|text|Say what is to be done",
        "{\"text\": \"LONG\", \"owner\": \"wu@plant.example\", \"due\": \"DUE\"}|text|Longer than 500 characters",
        "{\"text\": \"x\", \"due\": \"DUE\"}|owner|Say who does it",
        "{\"text\": \"x\", \"owner\": \"amelia@northwind.example\", \"due\": \"DUE\"}|owner|“amelia@northwind.example”",
        "{\"text\": \"x\", \"owner\": \"nobody@plant.example\", \"due\": \"DUE\"}|owner|“nobody@plant.example”",
        "{\"text\": \"x\", \"owner\": \"wu@plant.example\"}|due|Say by which day",
        "{\"text\": \"x\", \"owner\": \"wu@plant.example\", \"due\": \"2020-02-02\"}|due|“2020-02-02” is before today",
        "{\"text\": \"x\", \"owner\": \"wu@plant.example\", \"due\": \"2999-02-02\"}|due|“2999-02-02” is more than 3 years",
        "{\"text\": \"x\", \"owner\": \"wu@plant.example\", \"due\": \"soon\"}|due|soon",
        "{\"text\": \"x\", \"owner\": \"wu@plant.example\", \"due\": \"DUE\", \"companies\": [\"none\"]}|companies|“none”",
        "{\"text\": \"x\", \"owner\": \"wu@plant.example\", \"due\": \"DUE\", \"source\": {\"kind\": \"A b\", \"number\": 1, \"label\": \"x\"}}|source|“A b”",
        "{\"text\": \"x\", \"owner\": \"wu@plant.example\", \"due\": \"DUE\", \"source\": {\"kind\": \"visit\", \"number\": 0, \"label\": \"x\"}}|source|“0” is not 1 or more",
        "{\"text\": \"x\", \"owner\": \"wu@plant.example\", \"due\": \"DUE\", \"source\": {\"kind\": \"visit\", \"number\": 1}}|source|Say what it answers",
        "{\"text\": \"x\", \"owner\": \"wu@plant.example\", \"due\": \"DUE\", \"color\": \"red\"}|color|color"
      })
  void what_cannot_be_made_is_told_by_its_field(String body, String field, String said) {
    HttpResponse<String> answer =
        shop.chen()
            .post(
                "/api/actions",
                body.replace("DUE", shop.today().plusDays(3).toString())
                    .replace("LONG", "x".repeat(501)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(answer.body()).contains("\"field\":\"" + field, said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/actions?state=gone|“gone” is not open",
        "/api/actions?overdue=perhaps|“perhaps” is not true or false",
        "/api/actions?owner=nobody@x.example|“nobody@x.example”",
        "/api/actions?colour=red|Unknown query parameter",
        "/api/actions?limit=0|whole number from 1 to 200",
        "/api/actions?after=x|Should be the “next”"
      })
  void what_cannot_be_looked_for_is_told(String path, String said) {
    HttpResponse<String> answer = shop.chen().get(path);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(said);
  }

  @Test
  void what_no_longer_fits_is_a_conflict_that_says_where_it_stands() {
    long number = shop.made("Check the gauge", 3, "northwind");
    assertThat(shop.saying(shop.amelia(), number, "worked", "").body()).contains("it is open");
    assertThat(shop.saying(shop.amelia(), number, "done", "x").statusCode()).isEqualTo(403);
    assertThat(shop.saying(shop.zhang(), number, "done", "x").body())
        .contains("Only wu@plant.example can do this");
    assertThat(shop.saying(shop.wu(), number, "done", " ").body())
        .contains("\"field\":\"text\"", "what was done");
    shop.became(shop.chen(), number, "withdrawn", "The gauge was replaced");
    for (String outcome : List.of("done", "withdrawn", "worked", "reopened")) {
      HttpResponse<String> answer = shop.saying(shop.chen(), number, outcome, "x");
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).contains("it was withdrawn by chen@plant.example on ");
    }
    assertThat(shop.read(shop.amelia(), number).at("/closing/text").asText())
        .isEqualTo("The gauge was replaced");
  }

  @Test
  void it_is_found_by_owner_state_source_and_whether_it_is_overdue() {
    long late = shop.made("Late one", 1, "northwind");
    CLOCK.pass(Duration.ofDays(2));
    long fresh = shop.made("Fresh one", 5);
    TestClient wu = shop.wu();
    assertThat(numbers(wu, "?owner=me&overdue=true")).contains(late).doesNotContain(fresh);
    assertThat(numbers(wu, "?source=meeting&sourceNumber=18&state=open")).contains(late, fresh);
    assertThat(numbers(wu, "?source=visit")).isEmpty();
    assertThat(numbers(wu, "?owner=zhang@plant.example")).doesNotContain(late, fresh);
    JsonNode first = wu.json("/api/actions?limit=1");
    assertThat(first.at("/actions/0/number").asLong()).isEqualTo(fresh);
    assertThat(numbers(wu, "?limit=1&after=" + first.get("next").asText())).containsExactly(late);
    assertThat(numbers(shop.amelia(), "?state=open")).contains(late).doesNotContain(fresh);
  }

  private static List<Long> numbers(TestClient by, String query) {
    return Stream.of(by.json("/api/actions" + query).get("actions"))
        .flatMap(rows -> java.util.stream.IntStream.range(0, rows.size()).mapToObj(rows::get))
        .map(row -> row.get("number").asLong())
        .toList();
  }

  @Test
  void pages_move_for_staff_and_for_those_who_raised_it_alone() {
    try (TestWatcher chen = new TestWatcher(vitrine, shop.chen()).watch("actions");
        TestWatcher amelia = new TestWatcher(vitrine, shop.amelia()).watch("actions");
        TestWatcher jonas = new TestWatcher(vitrine, shop.jonas()).watch("actions");
        TestWatcher stranger = new TestWatcher(vitrine, shop.stranger()).watch("actions")) {
      await(
          "all see a page",
          () ->
              Stream.of(chen, amelia, jonas, stranger)
                  .allMatch(one -> one.page("actions") != null));
      int before = stranger.messages().size();
      long number = shop.made("Tighten the bolts", 5, "northwind", "baltic");
      String row = "/rows/" + number;
      await(
          "all three see it",
          () ->
              Stream.of(chen, amelia, jonas)
                  .allMatch(one -> one.page("actions").at(row).has("text")));
      shop.became(shop.wu(), number, "done", "Tight");
      await(
          "all three see that it is done",
          () ->
              Stream.of(chen, amelia, jonas)
                  .allMatch(one -> one.page("actions").at(row + "/state").asText().equals("done")));
      assertThat(amelia.page("actions").toString()).doesNotContainIgnoringCase("baltic");
      assertThat(stranger.messages()).hasSize(before);
    }
  }

  @Test
  void whoever_raised_it_is_told_that_it_is_done_as_an_answer() {
    long number = shop.made("Paint it", 5, "northwind");
    shop.became(shop.wu(), number, "done", "Painted");
    TestClient amelia = shop.amelia();
    await(
        "a notice",
        Duration.ofSeconds(20),
        () -> amelia.json("/api/notices").toString().contains("\"action\":" + number));
    JsonNode told = amelia.json("/api/notices").at("/notices/0");
    assertThat(told.get("kind").asText()).isEqualTo("action.done");
    assertThat(told.get("topic").asText()).isEqualTo("answers");
    assertThat(told.at("/facts/text").asText()).isEqualTo("Painted");
    assertThat(shop.stranger().json("/api/notices").toString()).doesNotContain("Painted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "action",
        "action_event",
        "action_question",
        "action_settings",
        "action_mail_left"
      })
  void the_second_wall_lets_no_customer_into_what_is_for_the_house(String table) {
    assertThat(
            TestDatabase.find(
                vitrine.databaseUrl(),
                "SELECT has_any_column_privilege('vitrine_portal', '%s', 'SELECT, INSERT, UPDATE')::text"
                    .formatted(table)))
        .containsExactly("false");
  }

  @Test
  void behind_the_second_wall_a_company_sees_its_own_alone() {
    shop.made("Behind the wall", 5, "northwind", "baltic");
    long own = vitrine.vitrine().rooms().companies().find("northwind").orElseThrow().id().value();
    List<Long> seen =
        vitrine
            .vitrine()
            .database()
            .onBehalfOf(
                java.util.Optional.of(own),
                queries ->
                    queries.find(
                        "test.action_company",
                        "SELECT DISTINCT company_id FROM action_company",
                        row -> row.getLong("company_id")));
    assertThat(seen).containsExactly(own);
  }

  @Test
  void the_weeks_until_it_is_asked_are_set_and_hold_for_what_was_not_asked_yet() {
    long number = shop.made("Fit a filter", 3, "northwind");
    shop.became(shop.wu(), number, "done", "Fitted");
    TestClient chen = shop.chen();
    assertThat(chen.json("/api/action-settings").get("askAfterWeeks").asInt()).isEqualTo(4);
    for (String wrong : List.of("0", "53", "null")) {
      assertThat(
              chen.put("/api/action-settings", "{\"askAfterWeeks\": %s}".formatted(wrong)).body())
          .contains("askAfterWeeks", "from 1 to 52");
    }
    assertThat(chen.put("/api/action-settings", "{\"askAfterWeeks\": 1}").statusCode())
        .isEqualTo(200);
    CLOCK.pass(Duration.ofDays(6));
    shop.clockStrikes();
    assertThat(shop.history(number)).doesNotContain("asked");
    CLOCK.pass(Duration.ofDays(2));
    shop.clockStrikes();
    assertThat(shop.history(number)).containsOnlyOnce("asked");
    assertThat(shop.read(shop.amelia(), number).has("askedAt")).isTrue();
    assertThat(
            new Shop(vitrine, "trail")
                .staff(Role.ADMINISTRATOR, "host@plant.example")
                .json("/api/audit?action=action-settings-changed")
                .at("/entries/0/detail/askAfterWeeks/after")
                .asInt())
        .isEqualTo(1);
    shop.chen().put("/api/action-settings", "{\"askAfterWeeks\": 4}");
  }
}
