package org.vitrine.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Actor;
import org.vitrine.actions.NewAction;
import org.vitrine.companies.CompanyId;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** What an agenda takes where there is more than it takes, and whose turn it is to be made. */
class AgendaPlacesIT {
  private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
  private static TestVitrine vitrine;
  private static MeetingRoom room;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.startAt(new TestClock(NOW));
    room = new MeetingRoom(vitrine);
  }

  @AfterAll
  static void close() {
    vitrine.close();
  }

  /** Requirements that failed, each by itself, one after the other. */
  private static void failed(String name, int first, int last, String from, int weight) {
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        INSERT INTO matter (kind, key, company_id, requirement, facts, weight, happened_at, is_open, changed_at)
        SELECT 'requirement', '%1$s-' || n, (SELECT id FROM company WHERE code = 'cedar'), '%1$s-' || n,
               jsonb_build_object('requirement', '%1$s ' || n), %5$d, '%4$s'::timestamptz + n * interval '1 minute', true,
               '2026-11-20T00:00:00Z'
          FROM generate_series(%2$d, %3$d) AS n"""
            .formatted(name, first, last, from, weight));
  }

  private static List<String> titles(long meeting) {
    return room.items(room.chen(), meeting).stream()
        .map(item -> item.get("title").asText())
        .toList();
  }

  @Test
  void where_there_is_more_than_an_agenda_takes_what_ranks_lowest_is_left_out() {
    failed("Old and grave", 1, 1, "2027-06-01T00:00:00Z", 5);
    failed("Small", 1, 61, "2027-06-02T00:00:00Z", 2);
    long meeting = room.plan("Full", "2027-06-10T14:00", "");
    assertThat(titles(meeting)).hasSize(60).contains("Old and grave 1").doesNotContain("Small 1");
    String put = room.item(room.chen(), meeting, "Small 61");
    room.edit(meeting, put, "{\"minutes\": 30}");

    failed("Graver", 1, 57, "2027-06-05T00:00:00Z", 3);
    room.agendasAreMade();
    assertThat(titles(meeting))
        .hasSize(60)
        .contains("Old and grave 1", "Graver 1", "Graver 57")
        .as("somebody gave it its minutes")
        .contains("Small 61");
    int version = room.page(room.chen(), meeting).get("version").asInt();
    TestDatabase.execute(vitrine.databaseUrl(), "UPDATE meeting SET agenda_at = NULL");
    room.agendasAreMade();
    assertThat(room.page(room.chen(), meeting).get("version").asInt())
        .as("a run that finds nothing new changes nothing")
        .isEqualTo(version);

    failed("Least", 1, 1, "2027-06-06T00:00:00Z", 1);
    room.agendasAreMade();
    assertThat(titles(meeting)).hasSize(60).doesNotContain("Least 1");
  }

  @Test
  void the_agenda_that_waits_longest_is_made_first() {
    long sooner = room.plan("Sooner", "2027-09-01T14:00", "");
    long later = room.plan("Later", "2027-09-02T14:00", "");
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        UPDATE meeting
           SET agenda_at = CASE WHEN number = %d THEN NULL ELSE '2026-11-01T00:00:00Z'::timestamptz END"""
            .formatted(later));
    failed("New", 1, 1, "2028-01-01T00:00:00Z", 1);

    List<MeetingNumber> stale =
        new AgendaWriteRepository().stale(vitrine.vitrine().database(), NOW, 50);

    assertThat(stale).contains(new MeetingNumber(sooner)).startsWith(new MeetingNumber(later));
  }

  @Test
  void an_agenda_that_cannot_be_made_holds_up_no_others() {
    room.plan("Breaks", "2027-10-01T14:00", "");
    long other = room.plan("Is made", "2027-10-02T14:00", "");
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        ALTER TABLE meeting ADD CONSTRAINT breaks
          CHECK (title <> 'Breaks' OR agenda_at IS NULL OR agenda_at < '2026-01-01') NOT VALID""");
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "UPDATE meeting SET agenda_at = NULL WHERE title IN ('Breaks', 'Is made')");

    room.agendasAreMade();

    assertThat(room.find("SELECT agenda_at IS NOT NULL FROM meeting WHERE number = " + other))
        .containsExactly("t");
    TestDatabase.execute(vitrine.databaseUrl(), "ALTER TABLE meeting DROP CONSTRAINT breaks");
  }

  @Test
  void an_action_that_is_open_for_a_company_was_not_raised_by_it() {
    CompanyId cedar = vitrine.vitrine().rooms().companies().find("cedar").orElseThrow().id();
    long chen =
        Long.parseLong(room.find("SELECT id FROM person WHERE email LIKE 'chen@%'").getFirst());
    vitrine
        .vitrine()
        .database()
        .inTransaction(
            transaction ->
                vitrine
                    .vitrine()
                    .rooms()
                    .actions()
                    .raise(
                        transaction,
                        new NewAction(
                            "Check the bench daily",
                            chen,
                            LocalDate.parse("2026-12-20"),
                            Optional.empty(),
                            Set.of(cedar)),
                        Actor.system("test")));
    long meeting = room.plan("Of an action", "2028-03-10T14:00", "");
    room.ask(meeting, "cedar");
    TestWatcher.await(
        "it is on the agenda",
        () -> {
          room.agendasAreMade();
          return titles(meeting).contains("Open actions");
        });
    TestDatabase.execute(
        vitrine.databaseUrl(), "UPDATE meeting SET state = 'live' WHERE number = " + meeting);

    JsonNode cedars =
        room.chen().json("/api/meetings/figures?from=2028-03-01").get("companies").get(0);

    assertThat(cedars.get("company").asText()).isEqualTo("cedar");
    assertThat(cedars.get("asked").asInt()).isEqualTo(1);
    assertThat(cedars.get("itemsRaised").asInt()).isZero();
    assertThat(cedars.get("itemsSolved").asInt()).isZero();
  }
}
