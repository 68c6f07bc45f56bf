package org.vitrine.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.meetings.TableShop.assertDone;
import static org.vitrine.meetings.TableShop.path;
import static org.vitrine.meetings.TableShop.together;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** A meeting while it is held: where it is, its minutes, who came. */
class TableIT {
  private static final TestClock CLOCK = new TestClock();
  private static TestVitrine vitrine;
  private static TableShop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new TableShop(vitrine);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void it_begins_with_the_first_item_goes_on_and_ends() {
    long number = shop.begin();
    JsonNode page = shop.page(shop.amelia(), number);
    assertThat(page.get("state").asText()).isEqualTo("live");
    assertThat(page.get("item").asText()).isEqualTo(number + "1");
    assertThat(page.get("itemSince")).isEqualTo(page.get("liveAt"));
    CLOCK.pass(Duration.ofMinutes(9));
    assertDone(shop.chen().put(path(number, "item"), "{\"item\": \"%d2\"}".formatted(number)), 204);
    JsonNode next = shop.page(shop.amelia(), number);
    assertThat(next.get("item").asText()).isEqualTo(number + "2");
    assertThat(next.get("itemSince").asText()).isGreaterThan(page.get("itemSince").asText());
    assertDone(
        shop.chen()
            .put(path(number, "items/" + number + "1/answer"), "{\"answer\": \"Double corner\"}"),
        204);
    JsonNode closed = shop.page(shop.amelia(), number).at("/items/" + number + "1");
    assertThat(closed.get("state").asText()).isEqualTo("closed");
    assertThat(closed.get("answer").asText()).isEqualTo("Double corner");
    assertDone(shop.chen().delete(path(number, "items/" + number + "1/answer")), 204);
    assertThat(shop.page(shop.amelia(), number).at("/items/" + number + "1/state").asText())
        .isEqualTo("open");
    String line = shop.write(shop.wu(), number, "Held until the end");
    String poll = shop.ask(number, false);
    assertDone(shop.chen().put("/api/meetings/" + number, "{\"state\": \"prepared\"}"), 200);
    JsonNode over = shop.page(shop.amelia(), number);
    assertThat(over.get("state").asText()).isEqualTo("prepared");
    assertThat(over.has("item")).isFalse();
    assertThat(over.at("/lines/" + line).has("held")).isFalse();
    assertThat(over.at("/polls/" + poll + "/state").asText()).isEqualTo("closed");
  }

  @Test
  void before_and_after_it_is_held_nothing_is_written() {
    long number = shop.plan();
    assertDone(shop.wu().post(path(number, "lines"), "{\"text\": \"Too soon\"}"), 409);
    assertDone(shop.amelia().put(path(number, "attendance"), "{}"), 409);
    assertDone(shop.chen().put("/api/meetings/" + number, "{\"state\": \"prepared\"}"), 409);
    assertDone(shop.chen().put("/api/meetings/" + number, "{\"state\": \"live\"}"), 200);
    assertDone(shop.chen().put("/api/meetings/" + number, "{\"state\": \"live\"}"), 409);
    assertDone(shop.chen().put("/api/meetings/" + number, "{\"state\": \"prepared\"}"), 200);
    assertDone(shop.wu().post(path(number, "lines"), "{\"text\": \"Too late\"}"), 409);
    assertDone(shop.amelia().post(path(number, "lines"), "{\"text\": \"Too late\"}"), 409);
    assertDone(shop.chen().post(path(number, "lines"), "{\"text\": \"As it was meant\"}"), 201);
  }

  @Test
  void a_line_is_one_persons_for_twenty_seconds_from_the_last_that_they_saved() {
    long number = shop.begin();
    String key = shop.write(shop.chen(), number, "Shift B used");
    CLOCK.pass(Duration.ofSeconds(15));
    assertDone(shop.save(shop.chen(), number, key, "Shift B used the old flux", 1), 200);
    CLOCK.pass(Duration.ofSeconds(15));
    HttpResponse<String> refused = shop.save(shop.wu(), number, key, "Shift A", 2);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("chen@plant.example is writing here until");
    assertDone(shop.wu().post(path(number, "lines/" + key + "/hold"), "{}"), 409);
    assertDone(shop.wu().delete(path(number, "lines/" + key)), 409);
    JsonNode held = shop.page(shop.amelia(), number).at("/lines/" + key + "/held");
    assertThat(held.get("name").asText()).isEqualTo("chen@plant.example");
    CLOCK.pass(Duration.ofSeconds(5));
    assertDone(shop.save(shop.wu(), number, key, "Shift A", 2), 200);
    HttpResponse<String> late = shop.save(shop.chen(), number, key, "Shift B, until May", 2);
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(shop.page(shop.chen(), number).at("/lines/" + key + "/text").asText())
        .isEqualTo("Shift A");
  }

  @Test
  void who_comes_after_another_is_done_is_told_what_they_have_not_seen() {
    long number = shop.begin();
    String key = shop.write(shop.chen(), number, "First");
    assertDone(
        shop.chen().put(path(number, "lines/" + key), "{\"text\": \"Second\", \"version\": 1}"),
        200);
    HttpResponse<String> refused = shop.save(shop.wu(), number, key, "Mine", 1);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("written to version 1, and it is at 2");
    assertDone(shop.save(shop.wu(), number, key, "Mine", 2), 200);
  }

  @Test
  void guests_add_suggestions_and_change_their_own() {
    long number = shop.begin();
    String path = path(number, "lines");
    String key =
        TestClient.json(
                assertDone(
                    shop.marcus()
                        .post(path, "{\"text\": \"A label\", \"item\": \"%d3\"}".formatted(number)),
                    201))
            .get("key")
            .asText();
    assertThat(shop.page(shop.marcus(), number).at("/lines/" + key + "/kind").asText())
        .isEqualTo("suggestion");
    assertThat(shop.page(shop.amelia(), number).at("/lines").has(key))
        .as("said to what only Harbour sees")
        .isFalse();
    assertThat(shop.page(shop.chen(), number).at("/lines/" + key + "/company").asText())
        .isEqualTo("harbour");
    assertDone(shop.marcus().put(path + "/" + key, "{\"text\": \"A red label\"}"), 200);
    assertDone(shop.amelia().put(path + "/" + key, "{\"text\": \"Mine\"}"), 404);
    String open =
        TestClient.json(assertDone(shop.marcus().post(path, "{\"text\": \"To all\"}"), 201))
            .get("key")
            .asText();
    assertThat(shop.page(shop.amelia(), number).at("/lines/" + open + "/author").asText())
        .isEqualTo("marcus@harbour.example");
    assertThat(shop.page(shop.amelia(), number).at("/lines/" + open).has("company")).isFalse();
    assertDone(shop.amelia().put(path + "/" + open, "{\"text\": \"Mine\"}"), 403);
    assertDone(shop.amelia().post(path, "{\"text\": \"No\", \"kind\": \"decision\"}"), 403);
    assertDone(
        shop.amelia().post(path, "{\"text\": \"x\", \"item\": \"%d3\"}".formatted(number)), 422);
    assertDone(shop.marcus().delete(path + "/" + open), 204);
    assertThat(shop.page(shop.amelia(), number).at("/lines").has(open)).isFalse();
  }

  @Test
  void however_much_guests_write_the_house_goes_on() {
    long number = shop.begin();
    shop.execute(
        """
        INSERT INTO minute_line (id, meeting, sequence, kind, text, company_id, person_id, author, written_at)
        SELECT %1$d * 10000 + n, %1$d, 100000 + n, 'suggestion', 'x', c.id, 1000000 + n, 'x', now()
          FROM company c, generate_series(1, 2000) AS n
         WHERE c.code = 'harbour'"""
            .formatted(number));
    shop.write(shop.chen(), number, "We go on");
    HttpResponse<String> refused =
        shop.amelia().post(path(number, "lines"), "{\"text\": \"One more\"}");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("1,000 suggestions were made");
  }

  @Test
  void what_was_said_to_an_item_that_is_merged_was_said_to_the_other() {
    long number = shop.begin();
    assertDone(shop.chen().put(path(number, "item"), "{\"item\": \"%d3\"}".formatted(number)), 204);
    String body = "{\"text\": \"A new pump\", \"item\": \"%d3\"}".formatted(number);
    String key =
        TestClient.json(assertDone(shop.chen().post(path(number, "lines"), body), 201))
            .get("key")
            .asText();
    String poll =
        TestClient.json(
                assertDone(
                    shop.chen()
                        .post(
                            path(number, "polls"),
                            "{\"question\": \"Which?\", \"choices\": [\"A\", \"B\"], \"item\": \"%d3\"}"
                                .formatted(number)),
                    201))
            .get("key")
            .asText();
    merge(number, 3, 2);
    merge(number, 2, 1);
    String late =
        TestClient.json(assertDone(shop.chen().post(path(number, "lines"), body), 201))
            .get("key")
            .asText();
    JsonNode page = shop.page(shop.marcus(), number);
    String first = number + "1";
    assertThat(page.at("/lines/" + late + "/item").asText())
        .as("from a page that does not know yet")
        .isEqualTo(first);
    assertThat(page.at("/lines/" + key + "/item").asText()).isEqualTo(first);
    assertThat(page.at("/polls/" + poll + "/item").asText()).isEqualTo(first);
    assertThat(page.get("item").asText()).isEqualTo(first);
    assertThat(
            shop.page(shop.chen(), number).at("/items/%d3/mergedInto".formatted(number)).asText())
        .isEqualTo(first);
  }

  private static void merge(long number, int item, int into) {
    assertDone(
        shop.chen()
            .put(
                path(number, "items/%d%d".formatted(number, item)),
                "{\"into\": %d%d}".formatted(number, into)),
        200);
  }

  @Test
  void lines_move_and_become_of_another_kind() {
    long number = shop.begin();
    String first = shop.write(shop.chen(), number, "1");
    String second = shop.write(shop.chen(), number, "2");
    String third = shop.write(shop.chen(), number, "3");
    String lines = path(number, "lines/");
    assertDone(shop.chen().put(lines + third, "{\"before\": \"%s\"}".formatted(first)), 200);
    assertThat(texts(number)).containsExactly("3", "1", "2");
    assertDone(shop.chen().put(lines + third, "{\"after\": \"%s\"}".formatted(second)), 200);
    assertThat(texts(number)).containsExactly("1", "2", "3");
    shop.write(shop.chen(), number, "4");
    assertThat(texts(number)).containsExactly("1", "2", "3", "4");
    assertDone(shop.chen().put(lines + first, "{\"kind\": \"decision\"}"), 200);
    assertThat(shop.page(shop.amelia(), number).at("/lines/" + first + "/kind").asText())
        .isEqualTo("decision");
  }

  private static List<String> texts(long number) {
    return shop.find(
        "SELECT text FROM minute_line WHERE meeting = %d AND removed_at IS NULL ORDER BY sequence"
            .formatted(number));
  }

  @Test
  void a_line_becomes_an_action_and_words_again() {
    long number = shop.begin();
    String key = shop.write(shop.chen(), number, "Bench 1 gets a daily check");
    String action = path(number, "lines/" + key + "/action");
    String due = CLOCK.instant().plus(Duration.ofDays(9)).toString().substring(0, 10);
    HttpResponse<String> made =
        assertDone(
            shop.chen()
                .post(action, "{\"owner\": \"wu@plant.example\", \"due\": \"%s\"}".formatted(due)),
            201);
    long followed = TestClient.json(made).get("action").asLong();
    JsonNode line = shop.page(shop.amelia(), number).at("/lines/" + key);
    assertThat(line.get("kind").asText()).isEqualTo("action");
    assertThat(line.at("/action/owner").asText()).isEqualTo("wu@plant.example");
    assertThat(line.at("/action/due").asText()).isEqualTo(due);
    assertDone(shop.chen().delete(path(number, "lines/" + key)), 409);
    assertDone(
        shop.chen().put(path(number, "lines/" + key), "{\"text\": \"Benches get a check\"}"), 200);
    assertThat(shop.chen().json("/api/actions/" + followed).toString())
        .contains("Benches get a check");
    assertDone(shop.chen().delete(action), 422);
    assertDone(shop.chen().delete(action + "?reason=Said%20too%20soon"), 204);
    assertThat(shop.page(shop.amelia(), number).at("/lines/" + key + "/kind").asText())
        .isEqualTo("remark");
    assertThat(shop.chen().json("/api/actions/" + followed).get("state").asText())
        .isEqualTo("withdrawn");
  }

  @Test
  void who_opens_the_page_has_come_and_is_counted() {
    long number = shop.begin();
    for (TestClient guest : List.of(shop.amelia(), shop.marcus(), shop.amelia(), shop.chen())) {
      assertDone(guest.put(path(number, "attendance"), ""), 204);
    }
    JsonNode here = shop.page(shop.ulrike(), number).get("here");
    assertThat(here.get("people").asInt()).isEqualTo(3);
    assertThat(here.get("companies").asInt()).isEqualTo(2);
    JsonNode possible = shop.wu().json(path(number, "attendance")).get("people");
    Map<String, Boolean> came =
        IntStream.range(0, possible.size())
            .mapToObj(possible::get)
            .collect(Collectors.toMap(one -> one.get("name").asText(), one -> one.has("came")));
    assertThat(came)
        .containsEntry("amelia@northwind.example", true)
        .containsEntry("ulrike@kuehl.example", false)
        .doesNotContainKey("olga@outside.example");
    long ulrike =
        IntStream.range(0, possible.size())
            .mapToObj(possible::get)
            .filter(one -> one.get("name").asText().startsWith("ulrike"))
            .findFirst()
            .orElseThrow()
            .get("person")
            .asLong();
    String mark = "{\"person\": %d, \"came\": %s}";
    assertDone(shop.amelia().put(path(number, "attendance"), mark.formatted(ulrike, true)), 403);
    assertDone(shop.chen().put(path(number, "attendance"), mark.formatted(ulrike, true)), 204);
    assertThat(shop.page(shop.ulrike(), number).at("/here/companies").asInt()).isEqualTo(3);
    assertDone(shop.chen().put(path(number, "attendance"), mark.formatted(ulrike, false)), 204);
    assertThat(shop.page(shop.ulrike(), number).at("/here/companies").asInt()).isEqualTo(2);
    assertDone(shop.chen().put(path(number, "attendance"), mark.formatted(987654, true)), 422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text\": \"  \"}|text|Write what was said",
        "{\"text\": \"x\", \"item\": \"77\"}|item|77",
        "{\"text\": \"x\", \"kind\": \"shout\"}|kind|shout",
        "{\"text\": \"x\", \"kind\": \"action\"}|kind|action"
      })
  void what_is_wrong_with_a_line_is_said(String body, String field, String quoted) {
    long number = shop.begin();
    HttpResponse<String> refused = shop.chen().post(path(number, "lines"), body);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("\"" + field + "\"").contains(quoted);
  }

  @RepeatedTest(3)
  void of_two_who_save_one_line_at_once_one_does() {
    long number = shop.begin();
    String key = shop.write(shop.chen(), number, "First");
    CLOCK.pass(Duration.ofSeconds(21));
    List<HttpResponse<String>> answers =
        together(
            List.of(
                () -> shop.save(shop.chen(), number, key, "Chen", 1),
                () -> shop.save(shop.wu(), number, key, "Wu", 1)));
    assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 409);
    String kept = answers.getFirst().statusCode() == 200 ? "Chen" : "Wu";
    assertThat(shop.page(shop.amelia(), number).at("/lines/" + key + "/text").asText())
        .isEqualTo(kept);
  }

  @Test
  void after_a_storm_every_page_is_what_the_database_says() {
    long number = shop.begin();
    String topic = "meetings/" + number;
    String poll = shop.ask(number, false);
    List<TestClient> people = List.of(shop.chen(), shop.wu(), shop.amelia(), shop.marcus());
    List<TestWatcher> watchers =
        people.stream().map(one -> new TestWatcher(vitrine, one).watch(topic)).toList();
    TestWatcher screen = new TestWatcher(vitrine, shop.wu()).watch(topic + "/screen");
    List<Supplier<Integer>> typing = new ArrayList<>();
    people.forEach(one -> typing.add(() -> type(one, number)));
    shop.guests()
        .forEach(
            one ->
                typing.add(
                    () -> {
                      IntStream.range(0, 6)
                          .forEach(vote -> assertDone(shop.vote(one, number, poll, vote % 2), 204));
                      return 6;
                    }));
    together(typing);
    assertDone(shop.chen().put(path(number, "polls/" + poll), "{\"state\": \"closed\"}"), 204);
    for (int at = 0; at < people.size(); at++) {
      TestWatcher watcher = watchers.get(at);
      JsonNode page = shop.page(people.get(at), number);
      TestWatcher.await("the last of it", () -> page.equals(watcher.page(topic)));
      assertThat(watcher.messages().size()).as("frames, of 46 changes").isLessThan(46);
    }
    TestWatcher.await(
        "the screen",
        () ->
            shop.page(shop.wu(), number)
                .get("version")
                .equals(screen.page(topic + "/screen").get("version")));
    assertThat(screen.page(topic + "/screen").get("agenda")).hasSize(2);
    assertThat(
            shop.find(
                """
                SELECT (count(*) = count(DISTINCT c.version) AND count(*) = max(c.version) - min(c.version) + 1
                        AND max(c.version) = max(m.version))::text
                  FROM change c
                  JOIN meeting m ON m.number = %1$d
                 WHERE c.kind = 'meeting' AND c.key = '%1$d'"""
                    .formatted(number)))
        .as("dense versions, each told once")
        .containsExactly("true");
    watchers.forEach(TestWatcher::close);
    screen.close();
  }

  private static int type(TestClient by, long number) {
    String key = shop.write(by, number, "a");
    String text = "a";
    for (int version = 1; version < 6; version++) {
      text += " b";
      assertDone(shop.save(by, number, key, text, version), 200);
    }
    return 6;
  }
}
