package org.vitrine.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.people.Colleagues;
import org.vitrine.people.Contacts;
import org.vitrine.platform.words.Words;

/** How an installation is, and who is told. */
class HouseHealthIT {
  private static final TestClock CLOCK = new TestClock(Instant.parse("2026-11-30T08:00:00Z"));

  private static TestVitrine vitrine;
  private static TestClient administrator;
  private static TestMailbox mailbox;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.startAt(CLOCK);
    Shop shop = new Shop(vitrine);
    administrator = shop.staff(Role.ADMINISTRATOR, "ada@house.example");
    shop.staff(Role.ADMINISTRATOR, "ben@house.example");
    shop.staff(Role.QUALITY_MANAGER, "quinn@house.example");
    mailbox = new TestMailbox(vitrine);
  }

  @AfterAll
  static void close() {
    vitrine.close();
  }

  @Test
  void administrators_see_each_part_and_what_the_database_takes() {
    JsonNode page = administrator.json("/api/health");

    assertThat(kinds(page))
        .contains("database", "readers", "backup", "evidence", "connections", "clock");
    page.get("findings")
        .forEach(
            finding -> {
              if (finding.get("kind").asText().equals("connections")) {
                assertThat(finding.get("used").asInt()).isPositive();
              }
            });
    assertThat(page.at("/growth/now").asLong()).isPositive();
    assertThat(page.at("/growth/tables")).hasSize(10);
    assertThat(page.at("/growth/since").isMissingNode()).isTrue();
  }

  @Test
  void what_grew_is_compared_with_the_first_day_that_was_kept() {
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "INSERT INTO health_size VALUES ('2026-11-20', '', 1), ('2026-10-01', '', 7)");
    vitrine.vitrine().rooms().health().keepSizes();

    JsonNode growth = administrator.json("/api/health").get("growth");

    assertThat(growth.get("since").asText()).isEqualTo("2026-11-20");
    assertThat(growth.get("before").asLong()).isOne();
    assertThat(TestDatabase.find(vitrine.databaseUrl(), "SELECT min(day) FROM health_size"))
        .containsExactly("2026-11-20");
    TestDatabase.execute(vitrine.databaseUrl(), "DELETE FROM health_size");
  }

  @Test
  void every_administrator_is_told_once_when_something_turns_bad_and_once_when_it_is_well() {
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        INSERT INTO owed_change (subscriber, kind, key, version, body, attempts, next_attempt_at, set_aside_at)
        SELECT min(name), 'x', 'y', 1, NULL, 9, now(), now() FROM subscriber\
        """);
    look();
    assertThat(letters("ada@house.example")).isEmpty();
    look();
    look();
    look();

    assertThat(letters("ada@house.example")).hasSize(1);
    assertThat(letters("ada@house.example").getFirst())
        .contains("Background work", "1 change was set aside", "/health");
    assertThat(letters("ben@house.example")).hasSize(1);
    assertThat(letters("quinn@house.example")).isEmpty();

    TestDatabase.execute(vitrine.databaseUrl(), "DELETE FROM owed_change WHERE kind = 'x'");
    look();
    assertThat(letters("ada@house.example")).hasSize(1);
    look();
    look();
    look();

    assertThat(letters("ada@house.example")).hasSize(2);
    assertThat(letters("ada@house.example").getLast()).contains("well again", "Background work");
    assertThat(letters("ben@house.example")).hasSize(2);
  }

  /** A minute later, by eight nodes at once. */
  private static void look() {
    CLOCK.pass(Duration.ofMinutes(1));
    HealthAlerts alerts =
        new HealthAlerts(
            vitrine.vitrine().database(),
            vitrine.vitrine().rooms().health(),
            new Colleagues(),
            new Contacts(),
            vitrine.vitrine().rooms().mailer(),
            new HealthSentence(new Words(), vitrine.vitrine().identity().zone()),
            CLOCK);
    IntStream.range(0, 8).parallel().forEach(node -> alerts.look());
  }

  private static List<String> letters(String to) {
    return mailbox.to(to).stream().filter(text -> text.contains("/health")).toList();
  }

  private static List<String> kinds(JsonNode page) {
    return StreamSupport.stream(page.get("findings").spliterator(), false)
        .map(finding -> finding.get("kind").asText())
        .toList();
  }
}
