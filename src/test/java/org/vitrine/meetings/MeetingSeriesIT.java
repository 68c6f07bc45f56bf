package org.vitrine.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

/** Series go on by themselves until they are over, and change as a whole or not at all. */
class MeetingSeriesIT {
  private static final String WEEKLY =
      """
      , "rule": {"pace": "weekly", "day": "MONDAY", "every": 1, "count": %d}\
      """;

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

  private static void goOn() {
    vitrine.vitrine().rooms().meetings().continueSeries();
  }

  private static List<String> states(String title) {
    return room.find("SELECT DISTINCT state FROM meeting WHERE title = '%s'".formatted(title));
  }

  @Test
  void a_series_is_called_off_as_a_whole_or_not_at_all() {
    long first = room.plan("Stays", "2026-12-07T14:00", WEEKLY.formatted(4));
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "ALTER TABLE meeting_series ADD CONSTRAINT stays CHECK (title <> 'Stays' OR ended_at IS"
            + " NULL)");
    String body = "{\"state\": \"cancelled\", \"reason\": \"No more\", \"series\": true}";
    assertThat(room.chen().put("/api/meetings/" + first, body).statusCode()).isEqualTo(500);
    assertThat(states("Stays")).containsExactly("planned");

    TestDatabase.execute(vitrine.databaseUrl(), "ALTER TABLE meeting_series DROP CONSTRAINT stays");
    assertThat(room.chen().put("/api/meetings/" + first, body).statusCode()).isEqualTo(200);
    assertThat(states("Stays")).containsExactly("cancelled");
    assertThat(
            room.find(
                "SELECT DISTINCT cancelled_at IS NOT NULL FROM occasion WHERE body ->> 'title' ="
                    + " 'Stays'"))
        .containsExactly("t");
  }

  /** Else two that write to each other's meetings wait for one another. */
  @Test
  void what_refers_to_a_meeting_or_a_series_waits_for_nobody_who_writes_there() {
    long first = room.plan("Referred to", "2026-12-07T14:00", WEEKLY.formatted(3));
    long id =
        Long.parseLong(room.find("SELECT series FROM meeting WHERE number = " + first).getFirst());
    vitrine
        .vitrine()
        .database()
        .inTransaction(
            writing -> {
              assertThat(new SeriesRepository().lock(writing, id)).isPresent();
              new SeriesRepository().hold(writing, new MeetingNumber(first));
              new MeetingRepository().lock(writing, new MeetingNumber(first), Optional.empty());
              TestDatabase.execute(
                  vitrine.databaseUrl(),
                  """
                  SET lock_timeout = '3s';
                  INSERT INTO meeting (kind, title, starts_at, zone, length_minutes, asked, series, recurs_at, previous,
                                       matters_from, made_by, made_at)
                  SELECT kind, 'Refers', starts_at + interval '70 days', zone, length_minutes, asked, series,
                         recurs_at + interval '70 days', number, matters_from, made_by, made_at
                    FROM meeting
                   WHERE number = %d\
                  """
                      .formatted(first));
              return null;
            });
    assertThat(states("Refers")).containsExactly("planned");
  }

  @Test
  void one_that_fails_holds_up_no_others_however_many_are_over() {
    room.plan("Breaks", "2026-12-07T14:00", WEEKLY.formatted(20));
    room.plan("Goes on", "2026-12-07T15:00", WEEKLY.formatted(20));
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        ALTER TABLE meeting ADD CONSTRAINT breaks
          CHECK (title <> 'Breaks' OR starts_at < '2027-01-10')\
        """);
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        INSERT INTO meeting_series (uid, title, kind, rule, first_at, zone, length_minutes, asked, made_by, made_at)
        SELECT 'over-' || n, 'Over', kind, jsonb_set(rule, '{count}', '1'), '2020-01-06T14:00', zone, length_minutes,
               asked, made_by, made_at
          FROM meeting_series, generate_series(1, 201) AS n
         WHERE title = 'Breaks'\
        """);
    room.plan("Goes on, too", "2026-12-07T16:00", WEEKLY.formatted(20));

    clock.pass(Duration.ofDays(20));
    goOn();
    clock.pass(Duration.ofDays(-20));

    assertThat(last("Breaks")).startsWith("2026-12-28");
    assertThat(last("Goes on")).startsWith("2027-01-18");
    assertThat(last("Goes on, too")).startsWith("2027-01-18");
    assertThat(
            room.find(
                "SELECT count(*) FROM meeting_series WHERE title = 'Over' AND ended_at IS NULL"))
        .as("is not looked at again")
        .containsExactly("0");
  }

  private static String last(String title) {
    return room.find("SELECT max(starts_at) FROM meeting WHERE title = '%s'".formatted(title))
        .getFirst();
  }

  @Test
  void a_series_ends_once_its_last_meeting_is_over_wherever_that_was_moved() {
    long only = room.plan("Moved on", "2026-11-23T14:00", WEEKLY.formatted(1));
    room.chen().put("/api/meetings/" + only, "{\"start\": \"2026-12-21T14:00\"}");
    clock.pass(Duration.ofDays(20));
    goOn();
    String ended = "SELECT ended_at IS NOT NULL FROM meeting_series WHERE title = 'Moved on'";
    assertThat(room.find(ended)).containsExactly("f");
    clock.pass(Duration.ofDays(20));
    goOn();
    assertThat(room.find(ended)).containsExactly("t");
    clock.pass(Duration.ofDays(-40));
  }

  @Test
  void a_rule_that_outlasts_a_series_is_refused() {
    HttpResponse<String> refused =
        room.planning(
            "For ever",
            "2026-12-07T14:00",
            """
            , "rule": {"pace": "weekly", "day": "MONDAY", "every": 1, "until": "2040-01-01"}\
            """);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(TestClient.json(refused).get("field").asText()).isEqualTo("rule.until");
    assertThat(refused.body()).contains("2040-01-01", "2031-11-24");
  }

  @Test
  void who_is_uninvited_from_a_series_is_asked_to_none_of_its_dates() {
    long first = room.plan("Without Jonas", "2026-12-07T14:00", WEEKLY.formatted(20));
    String path = "/api/meetings/" + first + "/invitations";
    room.chen().post(path, "{\"asked\": {\"tiers\": [\"gold\"]}, \"series\": true}");
    List<String> dates =
        room.find("SELECT number FROM meeting WHERE title = 'Without Jonas' ORDER BY number");
    assertThat(dates).hasSizeGreaterThan(2);
    String jonas = room.find("SELECT id FROM person WHERE email LIKE 'jonas@%'").getFirst();
    int before = mails();

    assertThat(room.chen().delete(path + "/" + jonas + "?series=true").statusCode()).isEqualTo(204);

    assertThat(mails()).as("one mail for all dates").isEqualTo(before + 1);
    for (String date : dates) {
      assertThat(room.jonas().get("/api/meetings/" + date).statusCode()).isEqualTo(404);
      assertThat(guests(date)).contains("amelia").doesNotContain("jonas");
    }
    clock.pass(Duration.ofDays(20));
    goOn();
    clock.pass(Duration.ofDays(-20));
    List<String> later =
        room.find(
            "SELECT number FROM meeting WHERE title = 'Without Jonas' ORDER BY number DESC LIMIT"
                + " 1");
    assertThat(dates).doesNotContainAnyElementsOf(later);
    assertThat(guests(later.getFirst())).contains("amelia").doesNotContain("jonas");
  }

  @Test
  void who_is_asked_to_some_of_its_dates_alone_is_uninvited_from_these() {
    long first = room.plan("Some dates", "2026-12-07T14:00", WEEKLY.formatted(6));
    String second =
        room.find("SELECT max(number) FROM meeting WHERE title = 'Some dates'").getFirst();
    room.ask(Long.parseLong(second), "baltic");
    String jonas = room.find("SELECT id FROM person WHERE email LIKE 'jonas@%'").getFirst();
    String path = "/api/meetings/" + first + "/invitations/" + jonas;

    assertThat(room.chen().delete(path).statusCode()).isEqualTo(204);
    assertThat(guests(second)).as("from the first date alone").contains("jonas");
    assertThat(room.chen().delete(path + "?series=true").statusCode()).isEqualTo(204);
    assertThat(guests(second)).doesNotContain("jonas");
    assertThat(room.jonas().get("/api/meetings/" + second).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "", "1"})
  void whether_the_series_is_meant_is_true_or_false(String text) {
    long one = room.plan("Which", "2026-12-08T14:00", "");
    HttpResponse<String> refused =
        room.chen().delete("/api/meetings/%d/invitations/1?series=%s".formatted(one, text));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(TestClient.json(refused).get("field").asText()).isEqualTo("series");
    assertThat(refused.body()).contains("“" + text + "”");
  }

  private static int mails() {
    return Integer.parseInt(
        room.find("SELECT count(*) FROM mail WHERE recipient LIKE 'jonas@%'").getFirst());
  }

  private static String guests(String meeting) {
    JsonNode guests = room.page(room.chen(), Long.parseLong(meeting)).path("guests");
    return guests.toString();
  }
}
