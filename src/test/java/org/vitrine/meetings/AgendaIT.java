package org.vitrine.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Actor;
import org.vitrine.actions.ActionNumber;
import org.vitrine.actions.Actions;
import org.vitrine.actions.NewAction;
import org.vitrine.companies.CompanyId;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** An agenda makes itself of what happened, and stays as people put it. */
class AgendaIT {
  private static TestClock clock;
  private static TestVitrine vitrine;
  private static MeetingRoom room;

  @BeforeAll
  static void open() {
    clock = new TestClock(Instant.parse("2026-11-20T00:00:00Z"));
    vitrine = TestVitrine.startAt(clock);
    room = new MeetingRoom(vitrine);
  }

  @AfterAll
  static void close() {
    vitrine.close();
  }

  @Test
  void what_three_companies_suffered_from_is_one_item_that_all_see_and_nobody_whose_it_is() {
    room.reading("SO-1", "u1", 3_000);
    room.complain(room.jonas(), "SO-2", "Cools badly");
    room.complain(room.mia(), "SO-3", "Does not cool");
    room.shop().revisePromise("SO-1", "2026-12-30", "a part is late");
    long meeting = room.plan("November", "2026-12-08T14:00", "");
    room.ask(meeting, "northwind", "baltic");

    TestWatcher.await(
        "all of it is on the agenda",
        () -> {
          room.agendasAreMade();
          List<JsonNode> items = room.items(room.chen(), meeting);
          return items.size() >= 3 && items.getFirst().at("/figures/times").asInt() == 2;
        });

    List<JsonNode> items = room.items(room.chen(), meeting);
    assertThat(items.getFirst().get("title").asText()).isEqualTo("Final inspection");
    assertThat(items.getFirst().at("/figures/companies").asInt()).isEqualTo(2);
    assertThat(items.getFirst().at("/figures/score").asInt()).isEqualTo(2 * 4 * 2);
    assertThat(items)
        .extracting(item -> item.get("title").asText())
        .contains("Cooling capacity", "Dates that moved");
    assertThat(room.items(room.jonas(), meeting))
        .as("only what is its own while nothing is opened")
        .extracting(item -> item.get("title").asText())
        .containsExactly("Final inspection");
    assertThat(room.page(room.jonas(), meeting).toString())
        .contains("Cools badly")
        .doesNotContain("Does not cool", "SO-3", "cedar", "Northwind");

    String inspection = room.item(room.chen(), meeting, "Final inspection");
    String cooling = room.item(room.chen(), meeting, "Cooling capacity");
    room.edit(meeting, cooling, "{\"into\": %s}".formatted(inspection));
    JsonNode merged = room.page(room.chen(), meeting).get("items").get(inspection);
    assertThat(merged.at("/figures/companies").asInt()).isEqualTo(3);
    assertThat(merged.get("opened").asBoolean()).as("three companies: open to all").isTrue();
    assertThat(
            room.page(room.amelia(), meeting).get("items").get(inspection).get("own").asBoolean())
        .isTrue();

    room.complain(room.amelia(), "SO-1", "Same here");
    TestWatcher.await(
        "what comes later belongs there too",
        () -> {
          room.agendasAreMade();
          return room.page(room.chen(), meeting)
                  .get("items")
                  .get(inspection)
                  .at("/figures/times")
                  .asInt()
              == 4;
        });
  }

  @Test
  void a_run_that_finds_nothing_new_changes_nothing() {
    long meeting = room.plan("Quiet", "2026-12-09T14:00", "");

    TestWatcher.await(
        "all that happened before is there, and no more is found",
        () -> {
          int version = room.page(room.chen(), meeting).get("version").asInt();
          TestDatabase.execute(vitrine.databaseUrl(), "UPDATE meeting SET agenda_at = NULL");
          room.agendasAreMade();
          return room.page(room.chen(), meeting).get("version").asInt() == version;
        });
  }

  @Test
  void a_company_proposes_so_much_and_others_vote_once_it_is_open() {
    long meeting = room.plan("Proposals", "2026-12-10T14:00", "");
    room.ask(meeting, "northwind", "baltic");
    for (int at = 1; at <= 5; at++) {
      assertThat(propose(room.amelia(), meeting, "Idea " + at).statusCode()).isEqualTo(201);
    }
    assertThat(propose(room.amelia(), meeting, "Idea 6").statusCode()).isEqualTo(409);
    assertThat(room.page(room.amelia(), meeting).get("proposalsLeft").asInt()).isZero();
    assertThat(propose(room.mia(), meeting, "Not asked").statusCode()).isEqualTo(404);

    String idea = room.item(room.amelia(), meeting, "Idea 1");
    assertThat(vote(room.jonas(), meeting, idea).statusCode()).as("not open yet").isEqualTo(404);
    room.edit(meeting, idea, "{\"opened\": true}");
    assertThat(vote(room.jonas(), meeting, idea).statusCode()).isEqualTo(200);
    assertThat(vote(room.jonas(), meeting, idea).statusCode()).as("once more").isEqualTo(200);

    JsonNode voted = room.page(room.jonas(), meeting).get("items").get(idea);
    assertThat(voted.get("votes").asInt()).isEqualTo(1);
    assertThat(voted.get("voted").asBoolean()).isTrue();
    assertThat(voted.at("/figures/companies").asInt()).as("who votes has it too").isEqualTo(2);
    assertThat(room.page(room.jonas(), meeting).toString()).doesNotContain("amelia", "Northwind");
    assertThat(vote(room.mia(), meeting, idea).statusCode()).isEqualTo(404);
    assertThat(vote(room.chen(), meeting, idea).statusCode()).isEqualTo(403);
  }

  @Test
  void every_proposal_that_is_taken_stands_on_the_agenda() {
    long meeting = room.plan("Many proposals", "2026-12-10T16:00", "");
    room.ask(meeting, "northwind", "baltic");
    proposed(meeting, 1, 70);
    assertThat(propose(room.amelia(), meeting, "The last of many").statusCode()).isEqualTo(201);
    assertThat(room.item(room.amelia(), meeting, "The last of many")).isNotEmpty();
    assertThat(propose(room.chen(), meeting, "Of the house").statusCode()).isEqualTo(201);

    proposed(meeting, 71, 98);
    assertThat(room.page(room.amelia(), meeting).get("proposalsLeft").asInt()).isEqualTo(1);
    assertThat(propose(room.amelia(), meeting, "The hundredth").statusCode()).isEqualTo(201);
    HttpResponse<String> refused = propose(room.amelia(), meeting, "Too many");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("100 proposals were made");
    assertThat(room.page(room.amelia(), meeting).get("proposalsLeft").asInt()).isZero();
    assertThat(propose(room.chen(), meeting, "Of the house, too").statusCode()).isEqualTo(201);
  }

  private static void proposed(long meeting, int first, int last) {
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        INSERT INTO item_proposal (id, company_id, meeting, title, person_id, proposed_by, proposed_at)
        SELECT %1$d * 1000 + n, c.id, %1$d, 'Idea ' || n, 1, 'x', '2026-11-20T00:00:00Z'
          FROM company c, generate_series(%2$d, %3$d) AS n
         WHERE c.code = 'baltic'"""
            .formatted(meeting, first, last));
  }

  private static HttpResponse<String> propose(TestClient by, long meeting, String title) {
    return by.post("/api/meetings/" + meeting + "/items", "{\"title\": \"%s\"}".formatted(title));
  }

  private static HttpResponse<String> vote(TestClient by, long meeting, String item) {
    return by.post("/api/meetings/%d/items/%s/votes".formatted(meeting, item), "");
  }

  @Test
  void whoever_proposed_what_is_dropped_reads_why() {
    long meeting = room.plan("Dropped", "2026-12-11T14:00", "");
    room.ask(meeting, "northwind");
    propose(room.amelia(), meeting, "Pink covers");
    String item = room.item(room.chen(), meeting, "Pink covers");

    assertThat(room.edit(meeting, item, "{\"state\": \"dropped\"}").statusCode()).isEqualTo(422);
    room.edit(meeting, item, "{\"state\": \"dropped\", \"reason\": \"Sales decides on colours\"}");

    assertThat(room.page(room.amelia(), meeting).get("items").get(item).get("dropped").asText())
        .isEqualTo("Sales decides on colours");
    assertThat(room.find("SELECT recipient FROM mail WHERE subject LIKE '%Pink covers%'"))
        .containsExactly("amelia@northwind.example");
  }

  @Test
  void whose_company_is_not_asked_reads_why_and_nothing_of_the_meeting() {
    long meeting = room.plan("Between us and Baltic", "2026-12-11T16:00", "");
    room.ask(meeting, "baltic");
    clock.pass(Duration.ofMinutes(1));
    room.complain(room.jonas(), "SO-2", "Drips at Baltic");
    long message = room.complain(room.mia(), "SO-3", "Drips at Cedar");
    TestWatcher.await(
        "both are on the agenda",
        () -> {
          room.agendasAreMade();
          String page = room.page(room.chen(), meeting).toString();
          return page.contains("Drips at Baltic") && page.contains("Drips at Cedar");
        });
    String item =
        room.items(room.chen(), meeting).stream()
            .filter(one -> one.path("sources").toString().contains("Drips at Cedar"))
            .map(one -> one.get("title").asText())
            .map(title -> room.item(room.chen(), meeting, title))
            .findFirst()
            .orElseThrow();

    room.edit(meeting, item, "{\"state\": \"dropped\", \"reason\": \"The drip trays are new\"}");

    TestMailbox mailbox = new TestMailbox(vitrine);
    assertThat(mailbox.to("jonas@baltic.example").getLast())
        .contains("The drip trays are new", "Between us and Baltic", "/meetings/" + meeting);
    assertThat(mailbox.to("mia@cedar.example").getLast())
        .contains("The drip trays are new", "Drips at Cedar", "/messages/" + message)
        .doesNotContain("Between us", "/meetings/");
    assertThat(room.mia().get("/messages/" + message).statusCode()).isEqualTo(200);
    assertThat(
            room.find(
                "SELECT count(*) - count(DISTINCT recipient) FROM mail WHERE body LIKE '%The drip trays are new%'"))
        .as("each once")
        .containsExactly("0");
  }

  @Test
  void items_stand_as_they_were_put_and_keep_the_name_that_somebody_gave_them() {
    long meeting = room.plan("Arranged", "2026-12-12T14:00", "");
    for (String title : List.of("One", "Two", "Three")) {
      propose(room.chen(), meeting, title);
    }
    String three = room.item(room.chen(), meeting, "Three");

    room.edit(meeting, three, "{\"position\": 0, \"title\": \"Third\", \"minutes\": 25}");

    assertThat(titles(meeting)).startsWith("Third");
    JsonNode first = room.items(room.chen(), meeting).getFirst();
    assertThat(first.get("minutes").asInt()).isEqualTo(25);
  }

  private static List<String> titles(long meeting) {
    return room.items(room.chen(), meeting).stream()
        .map(item -> item.get("title").asText())
        .toList();
  }

  @Test
  void what_stays_open_comes_to_the_next_meeting_by_itself() {
    long first =
        room.plan(
            "Carried",
            "2026-12-14T14:00",
            """
            , "rule": {"pace": "weekly", "day": "MONDAY", "every": 1, "count": 3}""");
    long next =
        Long.parseLong(
            room.find("SELECT number FROM meeting WHERE title = 'Carried' AND previous = " + first)
                .getFirst());
    propose(room.chen(), first, "Stays open");
    propose(room.chen(), first, "Is dealt with");
    room.edit(first, room.item(room.chen(), first, "Is dealt with"), "{\"state\": \"closed\"}");
    room.agendasAreMade();
    assertThat(titles(next)).doesNotContain("Stays open");

    TestDatabase.execute(
        vitrine.databaseUrl(), "UPDATE meeting SET state = 'prepared' WHERE number = " + first);
    room.agendasAreMade();
    room.agendasAreMade();

    assertThat(titles(next)).containsOnlyOnce("Stays open").doesNotContain("Is dealt with");
    assertThat(
            room.page(room.chen(), next)
                .get("items")
                .get(room.item(room.chen(), next, "Stays open"))
                .get("carried")
                .asBoolean())
        .isTrue();
    assertThat(
            room.page(room.chen(), first)
                .get("items")
                .get(room.item(room.chen(), first, "Stays open"))
                .get("state")
                .asText())
        .isEqualTo("carried");
  }

  @Test
  void an_action_that_is_open_stands_there_until_it_is_done() {
    Actions actions = vitrine.vitrine().rooms().actions();
    CompanyId cedar = vitrine.vitrine().rooms().companies().find("cedar").orElseThrow().id();
    long chen =
        Long.parseLong(room.find("SELECT id FROM person WHERE email LIKE 'chen@%'").getFirst());
    ActionNumber number =
        vitrine
            .vitrine()
            .database()
            .inTransaction(
                transaction ->
                    actions.raise(
                        transaction,
                        new NewAction(
                            "Check the bench daily",
                            chen,
                            LocalDate.parse("2026-12-20"),
                            Optional.empty(),
                            Set.of(cedar)),
                        Actor.system("test")));
    long meeting = room.plan("Actions", "2026-12-16T14:00", "");
    room.ask(meeting, "cedar", "baltic");
    TestWatcher.await("it is on the agenda", () -> sources(room.chen(), meeting).contains("open"));

    assertThat(room.page(room.mia(), meeting).toString()).contains("Check the bench daily");
    assertThat(room.page(room.jonas(), meeting).toString()).doesNotContain("bench");

    vitrine
        .vitrine()
        .database()
        .inTransaction(
            transaction -> actions.done(transaction, number, "Done", Actor.system("test")));
    TestWatcher.await("it is done", () -> sources(room.chen(), meeting).contains("solved"));
  }

  /** Whether what the item of actions is made of is open. */
  private static List<String> sources(TestClient by, long meeting) {
    room.agendasAreMade();
    return room.items(by, meeting).stream()
        .filter(item -> item.get("title").asText().equals("Open actions"))
        .flatMap(item -> item.get("sources").valueStream())
        .map(source -> source.get("open").asBoolean() ? "open" : "solved")
        .toList();
  }

  /** Proposals of one company at the same moment never pass its limit, and versions have no gap. */
  @Test
  void what_is_proposed_at_the_same_moment_is_counted_one_by_one() throws Exception {
    long meeting = room.plan("At once", "2026-12-15T14:00", "");
    room.ask(meeting, "baltic");
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers =
          IntStream.range(0, 10)
              .mapToObj(
                  at ->
                      crowd.submit(() -> propose(room.jonas(), meeting, "Wish " + at).statusCode()))
              .toList();
      int taken = 0;
      for (Future<Integer> answer : answers) {
        taken += answer.get() == 201 ? 1 : 0;
      }
      assertThat(taken).isEqualTo(5);
    }
    List<String> versions =
        room.find(
            "SELECT version FROM change WHERE kind = 'meeting' AND key = '%d' ORDER BY version"
                .formatted(meeting));
    assertThat(versions)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, versions.size()).mapToObj(String::valueOf).toList());
  }
}
