package org.vitrine.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.meetings.TableShop.assertDone;
import static org.vitrine.meetings.TableShop.path;
import static org.vitrine.meetings.TableShop.together;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestVitrine;

/** What those who came want otherwise in the minutes, and what is decided. */
class AmendmentsIT {
  private static TestVitrine vitrine;
  private static TableShop shop;
  private static AfterwardsRoom room;
  private static TestMailbox mailbox;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new TableShop(vitrine);
    room = new AfterwardsRoom(shop);
    mailbox = new TestMailbox(vitrine);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void those_who_came_amend_and_both_outcomes_are_told() {
    long number = room.prepared();
    String taken = room.wanted(number, room.written(), "Joints leak at 2 of 1000");
    String declined = room.wanted(number, null, "The hall was cold");
    HttpResponse<String> absent = room.want(shop.marcus(), number, room.written(), "Otherwise");
    assertThat(absent.statusCode()).as(absent.body()).isEqualTo(403);
    assertThat(room.page(shop.amelia(), number).get("amendments")).hasSize(2);
    assertThat(room.page(shop.marcus(), number).get("amendments")).isEmpty();
    assertThat(room.page(shop.chen(), number).at("/amendments/" + taken + "/company").asText())
        .isEqualTo("Northwind Climate");

    assertDone(room.decide(number, taken, "taken"), 200);
    assertDone(room.decide(number, declined, "declined"), 200);
    assertThat(room.page(shop.marcus(), number).at("/lines/" + room.written() + "/text").asText())
        .isEqualTo("Joints leak at 2 of 1000");
    assertThat(room.page(shop.amelia(), number).at("/amendments/" + declined + "/answer").asText())
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
    long number = room.held();
    String line = room.line(number, number + "1", "remark", "Bench 1 is checked weekly");
    String action = room.action(number, line);
    room.state(number, "prepared");
    String key = room.wanted(number, line, "Bench 1 is checked daily");
    assertDone(room.decide(number, key, "taken"), 200);
    assertThat(shop.chen().json("/api/actions/" + action).get("text").asText())
        .isEqualTo("Bench 1 is checked daily");
    String late = room.wanted(number, line, "Bench 1 was checked daily");
    room.done(action);
    assertDone(room.decide(number, late, "taken"), 200);
    assertThat(room.page(shop.chen(), number).at("/lines/" + line + "/text").asText())
        .isEqualTo("Bench 1 was checked daily");
  }

  @Test
  void minutes_that_wait_for_a_decision_keep_no_others_from_being_final() {
    long number = room.prepared();
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
    assertThat(room.page(shop.chen(), number).get("state").asText()).isEqualTo("final");
  }

  @Test
  void what_is_taken_for_the_whole_is_a_line_of_its_own() {
    long number = room.prepared();
    String key = room.wanted(number, null, "Kühl was told of the pump, too");
    assertDone(room.decide(number, key, "taken"), 200);
    assertThat(room.page(shop.chen(), number).get("lines").toString())
        .contains("Kühl was told of the pump, too");
  }

  @Test
  void of_two_who_decide_one_amendment_one_does() {
    long number = room.prepared();
    String key = room.wanted(number, room.written(), "Joints leak at 2 of 1000");
    assertThat(
            together(
                List.<Supplier<HttpResponse<String>>>of(
                    () -> room.decide(number, key, "taken"),
                    () -> room.decide(number, key, "declined"))))
        .extracting(HttpResponse::statusCode)
        .containsExactlyInAnyOrder(200, 409);
    JsonNode decided = room.page(shop.chen(), number).at("/amendments/" + key + "/state");
    assertThat(room.page(shop.chen(), number).at("/lines/" + room.written() + "/text").asText())
        .isEqualTo(
            decided.asText().equals("taken")
                ? "Joints leak at 2 of 1000"
                : "Joints leak at 3 of 1000");
    assertThat(room.decide(number, key, "taken").body()).contains("already");
  }

  @Test
  void by_hand_they_are_final_once_all_is_decided() {
    long number = room.prepared();
    String key = room.wanted(number, room.written(), "Joints leak at 2 of 1000");
    HttpResponse<String> early =
        shop.chen().put("/api/meetings/" + number, "{\"state\": \"final\"}");
    assertThat(early.statusCode()).isEqualTo(409);
    assertThat(early.body()).contains("1 of it is open");
    assertDone(room.decide(number, key, "declined"), 200);
    room.state(number, "final");
    List<Integer> numbers = new ArrayList<>();
    room.page(shop.chen(), number)
        .get("lines")
        .forEach(line -> numbers.add(line.get("number").asInt()));
    assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3);
    assertThat(room.page(shop.chen(), number).at("/lines/" + room.written() + "/number").asInt())
        .isEqualTo(1);
    assertDone(shop.chen().put("/api/meetings/" + number, "{\"state\": \"final\"}"), 409);
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
    long number = room.prepared();
    String key = room.wanted(number, room.written(), "Otherwise");
    HttpResponse<String> refused =
        shop.chen().post(path(number, "amendments/" + key + "/decision"), body);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(refused.body()).contains("\"" + field + "\"", quoted);
  }
}
