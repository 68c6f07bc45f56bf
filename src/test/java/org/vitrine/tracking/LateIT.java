package org.vitrine.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

/** An order is late or not at one moment, whoever looks. */
class LateIT {
  private static final TestClock CLOCK = new TestClock();

  private static TestVitrine vitrine;
  private static Shop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new Shop(vitrine);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void a_filter_names_an_order_from_the_moment_that_its_page_and_its_row_tell() {
    LocalDate tomorrow =
        LocalDate.ofInstant(CLOCK.instant(), ZoneId.of("Asia/Shanghai")).plusDays(1);
    shop.order("SO-1");
    shop.revisePromise("SO-1", tomorrow.toString(), "in a hurry");
    String moment = shop.integrator().json("/api/orders/SO-1").at("/outlook/lateFrom").asText();
    assertThat(row("q=SO-1", "/outlook/lateFrom")).isEqualTo(moment);
    await("the filters to follow", () -> moment.equals(lateFrom("SO-1").replace(' ', 'T') + "Z"));

    CLOCK.pass(Duration.between(CLOCK.instant(), Instant.parse(moment)).minusMillis(1));
    assertThat(row("late=true", "/number")).isEmpty();
    CLOCK.pass(Duration.ofMillis(1));
    assertThat(row("late=true", "/number")).isEqualTo("SO-1");
  }

  @Test
  void a_plant_that_is_found_in_another_zone_is_late_by_that_zone() {
    shop.order("SO-2");
    await("the filters to follow", () -> !lateFrom("SO-2").isEmpty());
    assertThat(lateFrom("SO-2")).isEqualTo("2026-12-12 16:00:00");
    vitrine.besideIn(ZoneId.of("Europe/Berlin")).close();
    assertThat(lateFrom("SO-2")).isEqualTo("2026-12-12 23:00:00");
  }

  private static String row(String query, String member) {
    return shop.integrator().json("/api/orders?" + query).at("/orders/0" + member).asText();
  }

  private static String lateFrom(String order) {
    return String.join(
        "",
        TestDatabase.find(
            vitrine.databaseUrl(),
            """
            SELECT (s.late_from AT TIME ZONE 'UTC')::text
              FROM order_summary s
              JOIN orders o ON o.id = s.order_id
             WHERE o.number = '%s' AND s.late_from IS NOT NULL"""
                .formatted(order)));
  }
}
