package org.vitrine.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;
import static org.vitrine.meetings.TableShop.assertDone;
import static org.vitrine.meetings.TableShop.path;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.json.Json;

/** What came of what was said at a meeting: to those who said it, and at the next one. */
class WhatCameOfItIT {
  private static final ZoneId PLANT = ZoneId.of("Asia/Shanghai");

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

  /** What Harbour raised, an action for it, and the meeting after. */
  private record Followed(long number, String action, long next) {}

  private static Followed followed() {
    long number = room.held();
    String line = room.line(number, number + "3", "remark", "Send Harbour a pump");
    String action = room.action(number, line);
    assertDone(
        shop.chen()
            .put(
                path(number, "items/" + number + "3/answer"),
                "{\"answer\": \"A pump is on its way\"}"),
        204);
    room.state(number, "prepared");
    room.state(number, "final");
    long next = shop.plan();
    shop.execute("UPDATE meeting SET previous = %d WHERE number = %d".formatted(number, next));
    return new Followed(number, action, next);
  }

  @Test
  void each_company_reads_what_it_said_and_what_came_of_it() {
    Followed meeting = followed();
    room.done(meeting.action());
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
    room.done(meeting.action());
    assertThat(room.page(shop.marcus(), meeting.next()).at("/last/done").asInt()).isEqualTo(1);
    assertDone(
        shop.marcus()
            .post(
                "/api/actions/" + meeting.action() + "/outcome",
                "{\"outcome\": \"reopened\", \"text\": \"It is the wrong pump\"}"),
        200);
    await(
        "it stands on the next agenda", () -> carried(meeting.next()).contains("Of Harbour alone"));
    JsonNode house = room.page(shop.chen(), meeting.next());
    assertThat(house.at("/last/number").asLong()).isEqualTo(meeting.number());
    assertThat(house.at("/last/reopened/0/text").asText()).isEqualTo("Send Harbour a pump");
    assertThat(room.page(shop.amelia(), meeting.next()).at("/last/reopened")).isEmpty();
    assertThat(room.page(shop.amelia(), meeting.next()).toString()).doesNotContain("pump");
    assertThat(
            room.page(shop.chen(), meeting.number())
                .at("/actions/" + meeting.action() + "/state")
                .asText())
        .isEqualTo("reopened");
    isOpenedAgainOnce(meeting);
  }

  /** It is opened again by whoever says so, and not by what else becomes of the action. */
  private static void isOpenedAgainOnce(Followed meeting) {
    int before = room.page(shop.chen(), meeting.number()).get("version").asInt();
    assertDone(
        shop.chen()
            .put(
                "/api/actions/" + meeting.action(),
                "{\"due\": \"%s\", \"reason\": \"The ship is late\"}"
                    .formatted(LocalDate.now(PLANT).plusDays(20))),
        200);
    await(
        "the other day is heard of",
        () -> room.page(shop.chen(), meeting.number()).get("version").asInt() > before);
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
    room.page(shop.chen(), number)
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
    long number = room.held();
    long next = shop.plan();
    shop.execute("UPDATE meeting SET previous = %d WHERE number = %d".formatted(number, next));
    room.state(number, "prepared");
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
    room.page(shop.chen(), number)
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
}
