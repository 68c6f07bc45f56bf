package org.vitrine.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.vitrine.invitations.StoredOccasion.Called;
import org.vitrine.mail.MailAddress;
import org.vitrine.mail.MailCalendar;
import org.vitrine.mail.Recipient;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.words.Language;
import org.vitrine.platform.words.Words;

/** What is written is what a reader understands that is not of the library which writes it. */
class IndependentReaderIT {
  private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
  private static final String SUMMARY =
      "质量改进会议：投诉、检验与交期，及改进措施；\\, \"quoted\", and a very long line indeed";
  private static final CalendarReader READER =
      new CalendarReader(
          Recipient.of("王丽 \"Lily\"", "wang.li@huadong.example", "zh-CN", "Asia/Shanghai"),
          Optional.of("https://orders.example/invitation#" + "T".repeat(43)));

  private final InvitationCalendar calendar =
      new InvitationCalendar(
          Optional.of(new MailAddress("orders@works.example")),
          "Foshan Comfort Works",
          new InvitationWords(new Words(), List.of(Language.values())));

  private static StoredInvitation asked(Occasion occasion) {
    return new StoredInvitation(
        new Invitation(
            1,
            occasion.kind(),
            occasion.number(),
            Invitee.staff(1),
            "王丽",
            InvitationState.ASKED,
            2,
            Optional.empty(),
            Optional.empty(),
            false),
        occasion,
        Optional.empty(),
        "K".repeat(22),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        NOW);
  }

  private static Occasion series(ZoneId zone, SeriesRule rule, int hour) {
    LocalDate first = rule.dates(LocalDate.of(2026, 12, 1), 1).getFirst();
    return new Occasion(
        "series",
        3,
        "series-3",
        SUMMARY,
        "First line\n第二行",
        first.atTime(hour, 0),
        zone,
        Duration.ofMinutes(90),
        new Venue(Optional.of("二号会议室; Hall, 2"), Optional.empty()),
        Optional.of(rule),
        Optional.empty(),
        Optional.empty());
  }

  private String request(Occasion occasion, List<StoredOccasion> dates) {
    return calendar
        .request(asked(occasion), dates, READER, NOW)
        .map(MailCalendar::text)
        .orElseThrow();
  }

  private static List<String> times(Occasion occasion) {
    return occasion.dates().stream()
        .map(date -> span(date.toEpochSecond(), occasion.length()))
        .toList();
  }

  private static String span(long start, Duration length) {
    return "[%d,%d]".formatted(start, start + length.toSeconds());
  }

  private static List<String> times(JsonNode read) {
    List<String> times = new ArrayList<>();
    read.path("times").forEach(time -> times.add(time.toString()));
    return times;
  }

  /** As ical.js reads them, in one turn. */
  private static JsonNode read(List<String> calendars) {
    try {
      Process node =
          new ProcessBuilder("node", "src/test/web/expand-calendars.mjs")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      Thread writer =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (OutputStream in = node.getOutputStream()) {
                      in.write(Json.bytes(calendars));
                    } catch (IOException gone) {
                      // Its answer says what happened.
                    }
                  });
      JsonNode answer = Json.read(node.getInputStream(), JsonNode.class);
      writer.join();
      assertThat(node.waitFor()).isZero();
      return answer;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void fourteen_dates_of_a_series_are_at_the_same_hour_in_every_zone() {
    List<Occasion> all = new ArrayList<>();
    for (String zone : Guests.zones()) {
      all.add(series(ZoneId.of(zone), SeriesRule.monthly(2, DayOfWeek.TUESDAY, 14), 14));
    }
    JsonNode read = read(all.stream().map(one -> request(one, List.of())).toList());

    SoftAssertions each = new SoftAssertions();
    for (int at = 0; at < all.size(); at++) {
      Occasion one = all.get(at);
      each.assertThat(times(read.get(at))).as(one.zone().getId()).isEqualTo(times(one));
      each.assertThat(read.get(at).path("standards").asInt()).isEqualTo(1);
      each.assertThat(read.get(at).path("daylights").asInt()).isLessThanOrEqualTo(1);
    }
    each.assertAll();
  }

  /** Where clocks follow Ramadan no rule is right: those dates are written in UTC. */
  @Test
  void long_series_are_right_too_where_no_clock_is() {
    List<Occasion> all = new ArrayList<>();
    for (String zone :
        List.of(
            "Africa/Casablanca", "Asia/Gaza", "Europe/Berlin", "America/Nuuk", "Africa/Cairo")) {
      all.add(series(ZoneId.of(zone), SeriesRule.monthly(2, DayOfWeek.TUESDAY, 120), 14));
      all.add(series(ZoneId.of(zone), SeriesRule.weekly(DayOfWeek.SUNDAY, 150), 2));
      all.add(series(ZoneId.of(zone), SeriesRule.monthly(-1, DayOfWeek.THURSDAY, 40), 23));
    }
    JsonNode read = read(all.stream().map(one -> request(one, List.of())).toList());

    SoftAssertions each = new SoftAssertions();
    for (int at = 0; at < all.size(); at++) {
      Occasion one = all.get(at);
      each.assertThat(times(read.get(at)))
          .as(one.zone() + " " + one.rule())
          .containsExactlyInAnyOrderElementsOf(times(one));
    }
    each.assertAll();
  }

  @Test
  void what_is_said_comes_through_as_it_was() {
    Occasion series =
        series(
            Guests.SHANGHAI,
            new SeriesRule(
                SeriesRule.Pace.WEEKLY,
                Optional.empty(),
                DayOfWeek.TUESDAY,
                2,
                Optional.empty(),
                Optional.of(LocalDate.of(2027, 2, 28))),
            14);
    Occasion second = series.date("meeting", 8, series.dates().get(1).toLocalDate());
    Occasion third = series.date("meeting", 9, series.dates().get(2).toLocalDate());
    LocalDateTime moved = second.start().plusDays(1).plusHours(1);
    List<StoredOccasion> dates =
        List.of(
            new StoredOccasion(second.at(moved), 3, NOW, Optional.empty(), Optional.empty()),
            new StoredOccasion(
                third, 2, NOW, Optional.of(new Called(NOW, "no")), Optional.empty()));
    String alone =
        calendar.request(asked(second.at(moved)), List.of(), READER, NOW).orElseThrow().text();
    String cancelled =
        calendar.cancel(asked(series), Optional.of("节日"), READER, NOW).orElseThrow().text();
    String feed = calendar.feed(List.of(asked(series)), Map.of(series.uid(), dates), READER);
    JsonNode read = read(List.of(request(series, dates), alone, cancelled, feed));

    List<String> expected = new ArrayList<>(times(series));
    expected.set(1, span(moved.atZone(Guests.SHANGHAI).toEpochSecond(), series.length()));
    expected.remove(2);
    assertThat(times(read.get(0))).isEqualTo(expected);
    assertThat(read.get(0).path("summary").asText()).isEqualTo(SUMMARY);
    assertThat(read.get(0).path("description").asText())
        .startsWith("First line\n第二行\n\n")
        .endsWith("https://orders.example/invitation#" + "T".repeat(43));
    assertThat(read.get(0).path("attendees"))
        .extracting(JsonNode::asText)
        .containsOnly("mailto:wang.li@huadong.example");
    assertThat(times(read.get(1))).containsExactly(expected.get(1));
    assertThat(read.get(2).path("method").asText()).isEqualTo("CANCEL");
    assertThat(read.get(2).path("attendees")).hasSize(1);
    assertThat(times(read.get(3))).isEqualTo(expected);
    assertThat(read.get(3).path("method").isNull()).isTrue();
  }
}
