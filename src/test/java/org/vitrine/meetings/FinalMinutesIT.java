package org.vitrine.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.meetings.TableShop.assertDone;
import static org.vitrine.meetings.TableShop.path;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** Minutes that are final: locked, corrected by lines of their own, and a document. */
class FinalMinutesIT {
  private static TestVitrine vitrine;
  private static TableShop shop;
  private static AfterwardsRoom room;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new TableShop(vitrine);
    room = new AfterwardsRoom(shop);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void nothing_in_final_minutes_can_be_written_at_the_door() {
    long number = room.finished();
    String line = "{\"text\": \"Otherwise\"}";
    assertDone(shop.chen().post(path(number, "lines"), line), 409);
    assertDone(shop.chen().put(path(number, "lines/" + room.written()), line), 409);
    assertDone(shop.chen().delete(path(number, "lines/" + room.written())), 409);
    assertDone(
        shop.chen()
            .post(path(number, "polls"), "{\"question\": \"q\", \"choices\": [\"a\", \"b\"]}"),
        409);
    assertDone(room.want(shop.amelia(), number, room.written(), "Otherwise"), 409);
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
      locked = room.finished();
    }
    assertThatThrownBy(() -> shop.execute(sql.formatted(locked)))
        .rootCause()
        .hasMessageContaining("The minutes of meeting %d are final".formatted(locked));
  }

  private static long locked;

  @Test
  void a_correction_is_a_line_of_its_own_that_names_what_it_corrects() {
    long number = room.finished();
    String body = "{\"line\": \"%s\", \"text\": \"2 of 1000, not 3\"}".formatted(room.written());
    assertDone(shop.amelia().post(path(number, "corrections"), body), 403);
    String key =
        TestClient.json(assertDone(shop.chen().post(path(number, "corrections"), body), 201))
            .get("key")
            .asText();
    JsonNode shown = room.page(shop.amelia(), number).at("/lines/" + key);
    assertThat(shown.get("corrects").asText()).isEqualTo(room.written());
    assertThat(shown.get("number").asInt()).isEqualTo(4);
    assertThat(room.page(shop.amelia(), number).at("/lines/" + room.written() + "/text").asText())
        .isEqualTo("Joints leak at 3 of 1000");
    assertThat(room.text(shop.amelia(), number, "en")).contains("4  Corrects 1: 2 of 1000, not 3");
    String again = "{\"line\": \"%s\", \"text\": \"2 of 999\"}".formatted(key);
    assertDone(shop.chen().post(path(number, "corrections"), again), 201);
    assertThat(room.text(shop.amelia(), number, "en"))
        .as("what corrects a correction stands behind it")
        .contains("4  Corrects 1: 2 of 1000, not 3", "5  Corrects 1: 2 of 999");
    long open = room.prepared();
    assertDone(
        shop.chen()
            .post(
                path(open, "corrections"),
                "{\"line\": \"%s\", \"text\": \"x\"}".formatted(room.written())),
        409);
  }

  @Test
  void as_a_document_they_read_in_chinese_and_hold_what_their_reader_may_see() {
    long number = room.finished();
    String house = room.text(shop.chen(), number, "zh-CN");
    assertThat(house)
        .contains("第 %d 号会议纪要".formatted(number), "决定：纸箱四角加护角，下周起执行", "Harbour waits for a pump");
    assertThat(room.text(shop.amelia(), number, "en"))
        .contains("Minutes of meeting " + number, "纸箱四角加护角")
        .doesNotContain("Harbour");
    assertThat(room.text(shop.marcus(), number, "en")).contains("Harbour waits for a pump");
    long early = shop.begin();
    assertDone(shop.chen().get(path(early, "minutes.pdf")), 409);
    HttpResponse<String> other = shop.chen().get(path(number, "minutes.pdf?language=de"));
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("“de”");
  }

  @Test
  void a_document_is_made_once_as_long_as_it_reads_the_same() {
    long number = room.finished();
    byte[] first = shop.marcus().bytes(path(number, "minutes.pdf?language=en")).body();
    assertThat(shop.marcus().bytes(path(number, "minutes.pdf?language=en")).body())
        .as("made anew it would have another id")
        .isEqualTo(first);
    assertThat(room.text(shop.amelia(), number, "en")).doesNotContain("Harbour");
    String body = "{\"line\": \"%s\", \"text\": \"2 of 1000\"}".formatted(room.written());
    assertDone(shop.chen().post(path(number, "corrections"), body), 201);
    assertThat(room.text(shop.marcus(), number, "en")).contains("Corrects 1: 2 of 1000");
  }
}
