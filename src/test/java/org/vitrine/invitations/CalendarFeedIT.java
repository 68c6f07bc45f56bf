package org.vitrine.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** What one is invited to: on one's own page, live, and in one's calendar. */
class CalendarFeedIT {
  private static final Duration TEN_DAYS = Duration.ofDays(10);
  private static final TestClock CLOCK = new TestClock();
  private static TestVitrine vitrine;
  private static Guests guests;
  private static Invitee amelia;
  private static TestClient hers;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    guests = new Guests(vitrine);
    amelia = guests.contact("northwind", "Amelia");
    hers = TestClient.withSession(vitrine, Entrance.open(vitrine, amelia.person()).session());
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static String renewed() {
    HttpResponse<String> answer = hers.post("/api/me/calendar", "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return URI.create(TestClient.json(answer).path("address").asText()).getPath();
  }

  private static HttpResponse<String> read(String path, String... headers) {
    return TestClient.unknown(vitrine).get(path, headers);
  }

  private static Calendar calendar(HttpResponse<String> answer)
      throws IOException, ParserException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new CalendarBuilder().build(new StringReader(answer.body()));
  }

  private static String answer(long number, String body) {
    HttpResponse<String> answer = hers.put("/api/invitations/" + number, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return TestClient.json(answer).path("state").asText();
  }

  @Test
  void a_calendar_subscribes_until_the_address_is_renewed_or_stopped() throws Exception {
    Occasion meeting = guests.announce(guests.in(TEN_DAYS), amelia);
    Occasion series = guests.announce(guests.series(3), amelia);
    Occasion second = series.date("meeting", 7_001, series.dates().get(1).toLocalDate());
    guests.announce(second.at(second.start().plusDays(1)));
    String path = renewed();
    HttpResponse<String> first = read(path);
    Calendar calendar = calendar(first);
    assertThat(first.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/calendar");
    assertThat(first.body())
        .contains(
            "." + meeting.uid() + "\r\n", "RRULE:FREQ=MONTHLY", "RECURRENCE-ID;TZID=Asia/Shanghai");
    assertThat(calendar.validate(true).getEntries()).isEmpty();
    List<CalendarComponent> zones = calendar.getComponents("VTIMEZONE");
    assertThat(zones).hasSize(1);

    String tag = first.headers().firstValue("ETag").orElseThrow();
    CLOCK.pass(Duration.ofMinutes(1));
    assertThat(read(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    answer(guests.of(meeting, amelia).number(), "{\"answer\": \"declined\"}");
    HttpResponse<String> after = read(path, "If-None-Match", tag);
    assertThat(after.statusCode()).isEqualTo(200);
    assertThat(after.body()).doesNotContain("." + meeting.uid() + "\r\n");

    String other = renewed();
    assertThat(read(path).statusCode()).isEqualTo(404);
    assertThat(read(other).statusCode()).isEqualTo(200);
    assertThat(TestClient.json(hers.get("/api/me/calendar")).has("madeAt")).isTrue();
    assertThat(hers.delete("/api/me/calendar").statusCode()).isEqualTo(204);
    assertThat(read(other).statusCode()).isEqualTo(404);
    assertThat(TestClient.json(hers.get("/api/me/calendar")).has("madeAt")).isFalse();
    assertThat(
            TestDatabase.find(
                vitrine.databaseUrl(),
                "SELECT 1::text FROM calendar_feed WHERE person_id = " + amelia.person()))
        .isEmpty();
  }

  @Test
  void who_has_left_the_company_reads_nothing_of_it_in_their_calendar() {
    Invitee leaver = guests.contact("contoso", "Lee");
    guests.announce(guests.in(TEN_DAYS), leaver);
    TestClient theirs =
        TestClient.withSession(vitrine, Entrance.open(vitrine, leaver.person()).session());
    String path =
        URI.create(TestClient.json(theirs.post("/api/me/calendar", "")).path("address").asText())
            .getPath();
    assertThat(read(path).body()).contains("Quality meeting");
    String token = guests.token("lee@contoso.example");

    TestDatabase.execute(
        vitrine.databaseUrl(), "DELETE FROM membership WHERE person_id = " + leaver.person());
    assertThat(read(path).body()).doesNotContain("Quality meeting");
    assertThat(guests.look(token).statusCode()).isEqualTo(410);

    TestDatabase.execute(
        vitrine.databaseUrl(),
        "UPDATE person SET disabled_at = now() WHERE id = " + leaver.person());
    assertThat(read(path).statusCode()).isEqualTo(404);
  }

  @Test
  void one_s_own_page_moves_when_one_is_invited_and_answers_there() {
    try (TestWatcher watcher = new TestWatcher(vitrine, hers).watch("invitations")) {
      await("the page", () -> watcher.page("invitations") != null);
      Occasion meeting = guests.announce(guests.in(TEN_DAYS), amelia);
      long number = guests.of(meeting, amelia).number();
      await("the invitation", () -> row(watcher, number).isPresent());

      assertThat(answer(number, "{\"answer\": \"tentative\", \"note\": \"perhaps\"}"))
          .isEqualTo("tentative");
      await(
          "the answer",
          () ->
              row(watcher, number)
                  .filter(one -> one.path("state").asText().equals("tentative"))
                  .isPresent());
      guests.cancel(meeting, "closed");
      await(
          "that it is called off",
          () ->
              row(watcher, number)
                  .filter(one -> one.at("/occasion/calledOff").asText().equals("closed"))
                  .isPresent());
      assertThat(hers.put("/api/invitations/" + number, "{\"answer\": \"accepted\"}").statusCode())
          .isEqualTo(410);
    }
  }

  private static Optional<JsonNode> row(TestWatcher watcher, long number) {
    return Optional.ofNullable(watcher.page("invitations").at("/rows/" + number))
        .filter(one -> !one.isMissingNode());
  }
}
