package org.vitrine.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.fixtures.TestWatcher.await;
import static org.vitrine.meetings.TableShop.assertDone;
import static org.vitrine.meetings.TableShop.path;
import static org.vitrine.meetings.TableShop.together;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.json.Json;

/** What comes after a meeting: amendments, minutes that are final, and what came of it all. */
class AfterwardsIT {
  private static final ZoneId PLANT = ZoneId.of("Asia/Shanghai");

  private static TestVitrine vitrine;
  private static TableShop shop;
  private static TestMailbox mailbox;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new TableShop(vitrine);
    mailbox = new TestMailbox(vitrine);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static String written;

  /**
   * Held, with Amelia and Chen; a line on the first item, a decision in Chinese, and one of
   * Harbour.
   */
  private static long held() {
    long number = shop.begin();
    assertDone(shop.amelia().put(path(number, "attendance"), ""), 204);
    assertDone(shop.chen().put(path(number, "attendance"), ""), 204);
    written = line(number, number + "1", "remark", "Joints leak at 3 of 1000");
    line(number, number + "2", "decision", "纸箱四角加护角，下周起执行");
    line(number, number + "3", "remark", "Harbour waits for a pump");
    return number;
  }

  private static String line(long number, String item, String kind, String text) {
    return TestClient.json(
            assertDone(
                shop.chen()
                    .post(
                        path(number, "lines"),
                        "{\"item\": \"%s\", \"kind\": \"%s\", \"text\": %s}"
                            .formatted(item, kind, Json.text(text))),
                201))
        .get("key")
        .asText();
  }

  private static long prepared() {
    long number = held();
    state(number, "prepared");
    return number;
  }

  private static long finished() {
    long number = prepared();
    state(number, "final");
    return number;
  }

  private static void state(long number, String state) {
    assertDone(
        shop.chen().put("/api/meetings/" + number, "{\"state\": \"%s\"}".formatted(state)), 200);
  }

  private static HttpResponse<String> want(TestClient by, long number, String line, String text) {
    return by.post(
        path(number, "amendments"),
        "{\"line\": %s, \"text\": %s}".formatted(Json.text(line), Json.text(text)));
  }

  private static String wanted(long number, String line, String text) {
    return TestClient.json(assertDone(want(shop.amelia(), number, line, text), 201))
        .get("key")
        .asText();
  }

  private static HttpResponse<String> decide(long number, String key, String outcome) {
    return shop.chen()
        .post(
            path(number, "amendments/" + key + "/decision"),
            "{\"outcome\": \"%s\", \"answer\": \"As the log says\"}".formatted(outcome));
  }

  private static JsonNode page(TestClient by, long number) {
    return shop.page(by, number);
  }

  @Test
  void those_who_came_amend_and_both_outcomes_are_told() {
    long number = prepared();
    String taken = wanted(number, written, "Joints leak at 2 of 1000");
    String declined = wanted(number, null, "The hall was cold");
    HttpResponse<String> absent = want(shop.marcus(), number, written, "Otherwise");
    assertThat(absent.statusCode()).as(absent.body()).isEqualTo(403);
    assertThat(page(shop.amelia(), number).get("amendments")).hasSize(2);
    assertThat(page(shop.marcus(), number).get("amendments")).isEmpty();
    assertThat(page(shop.chen(), number).at("/amendments/" + taken + "/company").asText())
        .isEqualTo("Northwind Climate");

    assertDone(decide(number, taken, "taken"), 200);
    assertDone(decide(number, declined, "declined"), 200);
    assertThat(page(shop.marcus(), number).at("/lines/" + written + "/text").asText())
        .isEqualTo("Joints leak at 2 of 1000");
    assertThat(page(shop.amelia(), number).at("/amendments/" + declined + "/answer").asText())
        .isEqualTo("As the log says");
    assertThat(mailbox.to("amelia@northwind.example"))
        .anyMatch(mail -> mail.contains("accepted") && mail.contains("As the log says"))
        .anyMatch(mail -> mail.contains("declined") && mail.contains("The hall was cold"));
    assertThat(mailbox.to("marcus@harbour.example"))
        .as("asked, though he did not come")
        .anyMatch(mail -> mail.contains("ready to read"))
        .noneMatch(mail -> mail.contains("As the log says"));
  }

  @Test
  void an_action_reads_as_its_line_does_once_an_amendment_is_taken() {
    long number = held();
    String line = line(number, number + "1", "remark", "Bench 1 is checked weekly");
    String action = action(number, line);
    state(number, "prepared");
    String key = wanted(number, line, "Bench 1 is checked daily");
    assertDone(decide(number, key, "taken"), 200);
    assertThat(shop.chen().json("/api/actions/" + action).get("text").asText())
        .isEqualTo("Bench 1 is checked daily");
    String late = wanted(number, line, "Bench 1 was checked daily");
    done(action);
    assertDone(decide(number, late, "taken"), 200);
    assertThat(page(shop.chen(), number).at("/lines/" + line + "/text").asText())
        .isEqualTo("Bench 1 was checked daily");
  }

  private static String action(long number, String line) {
    return TestClient.json(
            assertDone(
                shop.chen()
                    .post(
                        path(number, "lines/" + line + "/action"),
                        "{\"owner\": \"wu@plant.example\", \"due\": \"%s\"}"
                            .formatted(LocalDate.now(PLANT).plusDays(9))),
                201))
        .get("action")
        .asText();
  }

  @Test
  void minutes_that_wait_for_a_decision_keep_no_others_from_being_final() {
    long number = prepared();
    shop.execute(
        """
        INSERT INTO meeting (kind, state, title, starts_at, zone, length_minutes, asked, matters_from, prepared_at,
                             made_by, made_at)
        SELECT kind, state, 'Undecided', starts_at, zone, length_minutes, asked, matters_from, '2020-01-01', made_by,
               made_at
          FROM meeting, generate_series(1, 100)
         WHERE number = %d;
        INSERT INTO minute_amendment (id, meeting, text, person_id, author, wanted_at)
        SELECT 7000000 + number, number, 'x', 1, 'x', now() FROM meeting WHERE title = 'Undecided';
        UPDATE meeting SET prepared_at = '2020-01-02' WHERE number = %d"""
            .formatted(number, number));
    vitrine.vitrine().rooms().meetings().minutesClock().round();
    assertThat(page(shop.chen(), number).get("state").asText()).isEqualTo("final");
  }

  @Test
  void what_is_taken_for_the_whole_is_a_line_of_its_own() {
    long number = prepared();
    String key = wanted(number, null, "Kühl was told of the pump, too");
    assertDone(decide(number, key, "taken"), 200);
    assertThat(page(shop.chen(), number).get("lines").toString())
        .contains("Kühl was told of the pump, too");
  }

  @Test
  void of_two_who_decide_one_amendment_one_does() {
    long number = prepared();
    String key = wanted(number, written, "Joints leak at 2 of 1000");
    assertThat(
            together(
                List.<Supplier<HttpResponse<String>>>of(
                    () -> decide(number, key, "taken"), () -> decide(number, key, "declined"))))
        .extracting(HttpResponse::statusCode)
        .containsExactlyInAnyOrder(200, 409);
    JsonNode decided = page(shop.chen(), number).at("/amendments/" + key + "/state");
    assertThat(page(shop.chen(), number).at("/lines/" + written + "/text").asText())
        .isEqualTo(
            decided.asText().equals("taken")
                ? "Joints leak at 2 of 1000"
                : "Joints leak at 3 of 1000");
    assertThat(decide(number, key, "taken").body()).contains("already");
  }

  @Test
  void by_hand_they_are_final_once_all_is_decided() {
    long number = prepared();
    String key = wanted(number, written, "Joints leak at 2 of 1000");
    HttpResponse<String> early =
        shop.chen().put("/api/meetings/" + number, "{\"state\": \"final\"}");
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.body()).contains("1 of it is open");
    assertDone(decide(number, key, "declined"), 200);
    state(number, "final");
    List<Integer> numbers = new ArrayList<>();
    page(shop.chen(), number).get("lines").forEach(line -> numbers.add(line.get("number").asInt()));
    assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(page(shop.chen(), number).at("/lines/" + written + "/number").asInt()).isEqualTo(1);
    assertDone(shop.chen().put("/api/meetings/" + number, "{\"state\": \"final\"}"), 409);
  }

  @Test
  void nothing_in_final_minutes_can_be_written_at_the_door() {
    long number = finished();
    String line = "{\"text\": \"Otherwise\"}";
    assertDone(shop.chen().post(path(number, "lines"), line), 409);
    assertDone(shop.chen().put(path(number, "lines/" + written), line), 409);
    assertDone(shop.chen().delete(path(number, "lines/" + written)), 409);
    assertDone(
        shop.chen()
            .post(path(number, "polls"), "{\"question\": \"q\", \"choices\": [\"a\", \"b\"]}"),
        409);
    assertDone(want(shop.amelia(), number, written, "Otherwise"), 409);
    assertDone(
        shop.chen().put(path(number, "items/" + number + "1/answer"), "{\"answer\": \"Late\"}"),
        409);
    assertDone(shop.chen().put("/api/meetings/" + number, "{\"state\": \"live\"}"), 409);
    assertDone(shop.chen().put("/api/meetings/" + number, "{\"title\": \"Another\"}"), 409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE minute_line SET text = 'x' WHERE meeting = %1$d",
        "DELETE FROM minute_line WHERE meeting = %1$d",
        "INSERT INTO minute_line (id, meeting, sequence, kind, text, person_id, author, written_at) VALUES (1, %1$d, 99, 'remark', 'x', 1, 'x', now())",
        "INSERT INTO minute_amendment (id, meeting, text, person_id, author, wanted_at) VALUES (1, %1$d, 'x', 1, 'x', now())",
        "INSERT INTO poll (id, meeting, question, choices, secret, opened_at) VALUES (1, %1$d, 'x', '{a,b}', false, now())",
        "DELETE FROM attendance WHERE meeting = %1$d",
        "INSERT INTO attendance (meeting, person_id, name, came_at) VALUES (%1$d, 1, 'x', now())",
        "UPDATE agenda_item SET answer = 'x' WHERE meeting = %1$d",
        "UPDATE agenda_item SET state = 'dropped' WHERE meeting = %1$d",
        "DELETE FROM agenda_item WHERE meeting = %1$d",
        "INSERT INTO agenda_item (id, meeting, title, minutes, made_at) VALUES (1, %1$d, 'x', 5, now())",
        "UPDATE meeting SET state = 'prepared' WHERE number = %1$d",
        "UPDATE meeting SET title = 'x' WHERE number = %1$d",
        "UPDATE meeting SET final_at = now() WHERE number = %1$d"
      })
  void nor_in_the_database(String sql) {
    if (locked == 0) {
      locked = finished();
    }
    assertThatThrownBy(() -> shop.execute(sql.formatted(locked)))
        .rootCause()
        .hasMessageContaining("The minutes of meeting %d are final".formatted(locked));
  }

  private static long locked;

  @Test
  void a_correction_is_a_line_of_its_own_that_names_what_it_corrects() {
    long number = finished();
    String body = "{\"line\": \"%s\", \"text\": \"2 of 1000, not 3\"}".formatted(written);
    assertDone(shop.amelia().post(path(number, "corrections"), body), 403);
    String key =
        TestClient.json(assertDone(shop.chen().post(path(number, "corrections"), body), 201))
            .get("key")
            .asText();
    JsonNode shown = page(shop.amelia(), number).at("/lines/" + key);
    assertThat(shown.get("corrects").asText()).isEqualTo(written);
    assertThat(shown.get("number").asInt()).isEqualTo(4);
    assertThat(page(shop.amelia(), number).at("/lines/" + written + "/text").asText())
        .isEqualTo("Joints leak at 3 of 1000");
    assertThat(text(shop.amelia(), number, "en")).contains("4  Corrects 1: 2 of 1000, not 3");
    String again = "{\"line\": \"%s\", \"text\": \"2 of 999\"}".formatted(key);
    assertDone(shop.chen().post(path(number, "corrections"), again), 201);
    assertThat(text(shop.amelia(), number, "en"))
        .as("what corrects a correction stands behind it")
        .contains("4  Corrects 1: 2 of 1000, not 3", "5  Corrects 1: 2 of 999");
    long open = prepared();
    assertDone(
        shop.chen()
            .post(
                path(open, "corrections"),
                "{\"line\": \"%s\", \"text\": \"x\"}".formatted(written)),
        409);
  }

  @Test
  void as_a_document_they_read_in_chinese_and_hold_what_their_reader_may_see() {
    long number = finished();
    String house = text(shop.chen(), number, "zh-CN");
    assertThat(house)
        .contains("第 %d 号会议纪要".formatted(number), "决定：纸箱四角加护角，下周起执行", "Harbour waits for a pump");
    assertThat(text(shop.amelia(), number, "en"))
        .contains("Minutes of meeting " + number, "纸箱四角加护角")
        .doesNotContain("Harbour");
    assertThat(text(shop.marcus(), number, "en")).contains("Harbour waits for a pump");
    long early = shop.begin();
    assertDone(shop.chen().get(path(early, "minutes.pdf")), 409);
    HttpResponse<String> other = shop.chen().get(path(number, "minutes.pdf?language=de"));
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("“de”");
  }

  @Test
  void a_document_is_made_once_as_long_as_it_reads_the_same() {
    long number = finished();
    byte[] first = shop.marcus().bytes(path(number, "minutes.pdf?language=en")).body();
    assertThat(shop.marcus().bytes(path(number, "minutes.pdf?language=en")).body())
        .as("made anew it would have another id")
        .isEqualTo(first);
    assertThat(text(shop.amelia(), number, "en")).doesNotContain("Harbour");
    String body = "{\"line\": \"%s\", \"text\": \"2 of 1000\"}".formatted(written);
    assertDone(shop.chen().post(path(number, "corrections"), body), 201);
    assertThat(text(shop.marcus(), number, "en")).contains("Corrects 1: 2 of 1000");
  }

  private static String text(TestClient by, long number, String language) {
    HttpResponse<byte[]> answer = by.bytes(path(number, "minutes.pdf?language=" + language));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
    try (PDDocument document = Loader.loadPDF(answer.body())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s*\\n\\s*", " ");
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  /** What Harbour raised, an action for it, and the meeting after. */
  private record Followed(long number, String action, long next) {}

  private static Followed followed() {
    long number = held();
    String line = line(number, number + "3", "remark", "Send Harbour a pump");
    String action = action(number, line);
    assertDone(
        shop.chen()
            .put(
                path(number, "items/" + number + "3/answer"),
                "{\"answer\": \"A pump is on its way\"}"),
        204);
    state(number, "prepared");
    state(number, "final");
    long next = shop.plan();
    shop.execute("UPDATE meeting SET previous = %d WHERE number = %d".formatted(number, next));
    return new Followed(number, action, next);
  }

  private static void done(String action) {
    assertDone(
        shop.wu()
            .post(
                "/api/actions/" + action + "/outcome",
                "{\"outcome\": \"done\", \"text\": \"Sent by air\"}"),
        200);
  }

  @Test
  void each_company_reads_what_it_said_and_what_came_of_it() {
    Followed meeting = followed();
    done(meeting.action());
    JsonNode said = shop.marcus().json("/api/meetings/said").at("/meetings/0");
    assertThat(said.get("number").asLong()).isEqualTo(meeting.number());
    JsonNode item = said.at("/items/0");
    assertThat(item.get("title").asText()).isEqualTo("Of Harbour alone");
    assertThat(item.get("answer").asText()).isEqualTo("A pump is on its way");
    assertThat(item.at("/actions/0/state").asText()).isEqualTo("done");
    assertThat(item.at("/actions/0/closing").asText()).isEqualTo("Sent by air");
    assertThat(shop.amelia().json("/api/meetings/said").toString())
        .doesNotContain("Harbour", "pump");
    assertThat(shop.chen().json("/api/meetings/said?company=harbour").at("/meetings/0/items/0"))
        .isEqualTo(item);
    assertDone(shop.amelia().get("/api/meetings/said?company=harbour"), 403);
    assertThat(mailbox.to("marcus@harbour.example"))
        .anyMatch(
            mail ->
                mail.contains("You said: Of Harbour alone. We did: “A pump is on its way”.")
                    && mail.contains("Thank you for telling us."));
    assertThat(mailbox.to("amelia@northwind.example"))
        .filteredOn(mail -> mail.contains("are final."))
        .isNotEmpty()
        .noneMatch(mail -> mail.contains("Harbour") || mail.contains("pump"));
  }

  @Test
  void what_did_not_work_stands_on_the_next_agenda_which_begins_with_it() {
    Followed meeting = followed();
    done(meeting.action());
    assertThat(page(shop.marcus(), meeting.next()).at("/last/done").asInt()).isEqualTo(1);
    assertDone(
        shop.marcus()
            .post(
                "/api/actions/" + meeting.action() + "/outcome",
                "{\"outcome\": \"reopened\", \"text\": \"It is the wrong pump\"}"),
        200);
    await(
        "it stands on the next agenda", () -> carried(meeting.next()).contains("Of Harbour alone"));
    JsonNode house = page(shop.chen(), meeting.next());
    assertThat(house.at("/last/number").asLong()).isEqualTo(meeting.number());
    assertThat(house.at("/last/reopened/0/text").asText()).isEqualTo("Send Harbour a pump");
    assertThat(page(shop.amelia(), meeting.next()).at("/last/reopened")).isEmpty();
    assertThat(page(shop.amelia(), meeting.next()).toString()).doesNotContain("pump");
    assertThat(
            page(shop.chen(), meeting.number())
                .at("/actions/" + meeting.action() + "/state")
                .asText())
        .isEqualTo("reopened");
    isOpenedAgainOnce(meeting);
  }

  /** It is opened again by whoever says so, and not by what else becomes of the action. */
  private static void isOpenedAgainOnce(Followed meeting) {
    int before = page(shop.chen(), meeting.number()).get("version").asInt();
    assertDone(
        shop.chen()
            .put(
                "/api/actions/" + meeting.action(),
                "{\"due\": \"%s\", \"reason\": \"The ship is late\"}"
                    .formatted(LocalDate.now(PLANT).plusDays(20))),
        200);
    await(
        "the other day is heard of",
        () -> page(shop.chen(), meeting.number()).get("version").asInt() > before);
    assertThat(shop.find("SELECT count(*) FROM item_reopening WHERE meeting = " + meeting.number()))
        .containsExactly("1");
  }

  @Test
  void an_action_of_a_meeting_that_is_not_here_troubles_no_other() {
    assertDone(
        shop.chen()
            .post(
                "/api/actions",
                """
                {"text": "From an older system", "owner": "wu@plant.example", "due": "2028-12-31",
                 "source": {"kind": "meeting", "number": 987654321, "label": "Before Vitrine"}}"""),
        201);
    what_did_not_work_stands_on_the_next_agenda_which_begins_with_it();
    assertThat(
            TestDatabase.find(
                vitrine.databaseUrl(),
                "SELECT key FROM owed_change WHERE subscriber = 'meetings.reopened' AND attempts > 0"))
        .isEmpty();
  }

  private static List<String> carried(long number) {
    List<String> titles = new ArrayList<>();
    page(shop.chen(), number)
        .get("items")
        .forEach(
            item -> {
              if (item.path("carried").asBoolean()) {
                titles.add(item.get("title").asText());
              }
            });
    return titles;
  }

  @Test
  void what_is_answered_after_it_was_carried_is_answered_on_the_next_agenda_too() {
    long number = held();
    long next = shop.plan();
    shop.execute("UPDATE meeting SET previous = %d WHERE number = %d".formatted(number, next));
    state(number, "prepared");
    await(
        "what nobody answered stands on the next agenda",
        () -> {
          vitrine.vitrine().rooms().meetings().makeAgendas();
          return carried(next).contains("Carton corners");
        });
    assertDone(
        shop.chen()
            .put(path(number, "items/" + number + "2/answer"), "{\"answer\": \"Corner guards\"}"),
        204);
    await("it is answered there, too", () -> answered(next).equals(List.of("Carton corners")));
    assertThat(carried(next)).contains("Leak rate of water heaters");
  }

  private static List<String> answered(long number) {
    List<String> titles = new ArrayList<>();
    page(shop.chen(), number)
        .get("items")
        .forEach(
            item -> {
              if (item.path("answer").asText().equals("Corner guards")) {
                titles.add(item.get("title").asText());
              }
            });
    return titles;
  }

  @Test
  void companies_are_counted_as_they_came_and_what_they_raised() {
    HttpResponse<String> refused = shop.amelia().get("/api/meetings/figures");
    assertThat(refused.statusCode()).isEqualTo(403);
    JsonNode before = harbour();
    followed();
    JsonNode after = harbour();
    assertThat(grown(before, after, "asked")).isEqualTo(1);
    assertThat(grown(before, after, "came")).isZero();
    assertThat(grown(before, after, "itemsRaised")).isEqualTo(1);
    assertThat(grown(before, after, "itemsSolved")).isEqualTo(1);
    HttpResponse<String> wrong = shop.chen().get("/api/meetings/figures?from=November");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("“November”");
    assertThat(shop.chen().json("/api/meetings/figures?to=2020-01-01").get("companies")).isEmpty();
  }

  private static JsonNode harbour() {
    for (JsonNode one : shop.chen().json("/api/meetings/figures").get("companies")) {
      if (one.get("company").asText().equals("harbour")) {
        return one;
      }
    }
    return Json.object();
  }

  private static long grown(JsonNode before, JsonNode after, String what) {
    return after.path(what).asLong() - before.path(what).asLong();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"outcome\": \"maybe\", \"answer\": \"x\"}|outcome|“maybe”",
        "{\"outcome\": \"taken\"}|answer|answer",
        "{\"answer\": \"x\"}|outcome|“”"
      })
  void what_is_wrong_with_a_decision_is_said(String body, String field, String quoted) {
    long number = prepared();
    String key = wanted(number, written, "Otherwise");
    HttpResponse<String> refused =
        shop.chen().post(path(number, "amendments/" + key + "/decision"), body);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(refused.body()).contains("\"" + field + "\"", quoted);
  }
}
