package org.vitrine.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.voices.VoiceShop;

/** Messages of a company with which something was agreed. */
class AgreedClocksIT {
  private static TestVitrine vitrine;
  private static VoiceShop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new VoiceShop(vitrine);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void both_sides_read_by_which_version_a_clock_was_promised_and_it_stays_so() {
    TestClient amelia = shop.customer();
    long before = shop.say(amelia, "It leaks");
    assertVersion(shop.page(amelia, before), "solved", "default", 0);
    agree("northwind", complaint("PT5M"));

    long number = shop.say(amelia, "It rattles");
    for (TestClient reader : List.of(amelia, shop.chen())) {
      JsonNode page = shop.page(reader, number);
      assertVersion(page, "seen", "company", 1);
      assertThat(page.at("/commitments/seen/target").asLong()).isEqualTo(300);
      assertThat(page.at("/thread")).as("told beside the clock only").hasSize(1);
      assertVersion(shop.page(reader, before), "solved", "default", 0);
    }

    agree("northwind", complaint("PT9M"));
    assertThat(shop.page(amelia, number).at("/commitments/seen/target").asLong()).isEqualTo(300);
    shop.act(shop.chen(), number, "answers", "{\"text\": \"We look\"}");
    JsonNode added = shop.act(amelia, number, "answers", "{\"text\": \"And it drips\"}");
    assertVersion(added, "nextAnswer", "company", 2);
    assertVersion(added, "solved", "company", 1);
    assertThat(added.at("/commitments/nextAnswer/target").asLong()).isEqualTo(540);
  }

  @Test
  void both_sides_count_in_the_agreed_hours_and_what_began_before_stays() {
    TestClient tess = shop.shop().contact("tailspin", "tess@tailspin.example");
    shop.shop().order("SO-9", "tailspin");
    long before = shop.say(tess, "SO-9", "\"stage\": \"final-inspection\",", "It drips");
    keepCalendar("short-days", "11:00");
    agree("tailspin", "\"workingHours\": \"short-days\"");

    long number = shop.say(tess, "SO-9", "\"stage\": \"final-inspection\",", "It hums");
    JsonNode due = shop.page(tess, number).at("/commitments/solved/due");
    keepCalendar("short-days", "12:00");
    for (TestClient reader : List.of(tess, shop.chen())) {
      JsonNode page = shop.page(reader, number);
      assertThat(page.at("/hours/calendar").asText()).isEqualTo("short-days");
      assertThat(page.at("/hours/version/owner").asText()).isEqualTo("company");
      assertThat(page.at("/hours/version/version").asInt()).isEqualTo(1);
      assertThat(page.at("/hours/week/monday/0/to").asText()).isEqualTo("11:00");
      assertThat(page.at("/commitments/solved/due")).as("a later edition").isEqualTo(due);
      assertVersion(page, "seen", "default", 0);
      JsonNode earlier = shop.page(reader, before);
      assertThat(earlier.at("/hours/calendar").asText()).isEqualTo("plant");
      assertThat(earlier.at("/hours").has("version")).isFalse();
    }
  }

  /** One hour each Monday, or two. */
  private static void keepCalendar(String code, String to) {
    var answer =
        shop.administrator()
            .put(
                "/api/calendars/" + code,
                "{\"week\": {\"monday\": [{\"from\": \"10:00\", \"to\": \"%s\"}]}}".formatted(to));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
  }

  @Test
  void another_company_s_messages_are_as_ever() {
    TestClient other = shop.shop().contact("contoso", "otto@contoso.example");
    shop.shop().order("SO-7", "contoso");
    agree("northwind", complaint("PT7M"));

    JsonNode page =
        shop.page(other, shop.say(other, "SO-7", "\"stage\": \"final-inspection\",", "Late"));

    assertVersion(page, "seen", "default", 0);
  }

  @Test
  void messages_in_the_fast_lane_go_first_and_say_so() {
    TestClient fast = shop.shop().contact("fabrikam", "fay@fabrikam.example");
    shop.shop().order("SO-8", "fabrikam");
    long first = shop.say(shop.customer(), "Slow lane");
    agree("fabrikam", "\"fastLane\": true");
    long second = shop.say(fast, "SO-8", "\"stage\": \"final-inspection\",", "Fast lane");

    JsonNode inbox = watched();
    List<Long> numbers = new ArrayList<>();
    inbox.get("voices").fieldNames().forEachRemaining(key -> numbers.add(Long.parseLong(key)));
    assertThat(numbers.indexOf(second)).isZero().isLessThan(numbers.indexOf(first));
    assertThat(inbox.at("/voices/" + second + "/fastLane").asBoolean()).isTrue();
    assertThat(inbox.at("/voices/" + first).has("fastLane")).isFalse();
  }

  private static JsonNode watched() {
    try (TestWatcher watcher = new TestWatcher(vitrine, shop.chen()).watch("inbox")) {
      TestWatcher.await("the inbox", () -> watcher.page("inbox") != null);
      return watcher.page("inbox");
    }
  }

  private static String complaint(String seen) {
    return "\"clocks\": {\"complaint\": {\"seen\": \"%s\", \"firstAnswer\": \"PT1H\", \"nextAnswer\": \"%s\", \"solved\": \"PT8H\"}}"
        .formatted(seen, seen);
  }

  private static void agree(String company, String terms) {
    var answer =
        shop.administrator()
            .put(
                "/api/profiles/" + company,
                "{%s, \"agreedBy\": \"Amelia Hart\", \"agreedOn\": \"%s\"}"
                    .formatted(terms, LocalDate.of(2025, 1, 2)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static void assertVersion(JsonNode page, String commitment, String owner, int version) {
    JsonNode said = page.at("/commitments/" + commitment + "/version");
    assertThat(said.get("owner").asText()).isEqualTo(owner);
    assertThat(said.get("version").asInt()).isEqualTo(version);
  }
}
