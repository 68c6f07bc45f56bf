package org.vitrine.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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

  /** The page, the row and the filter of an order that the plant says nothing more of. */
  @Test
  void what_was_delivered_in_time_is_not_late_and_what_is_expected_later_is_at_risk() {
    LocalDate today = LocalDate.ofInstant(CLOCK.instant(), ZoneId.of("Asia/Shanghai"));
    shop.order("SO-4", "northwind", today.plusDays(1).toString());
    int quantity = shop.integrator().json("/api/orders/SO-4").at("/lines/1/quantity").asInt();

    ship(today, quantity, "\"expectedOn\": \"" + today.plusDays(3) + "\"");
    for (String page : List.of("/api/orders/SO-4", "/api/orders?q=SO-4")) {
      String at = page.contains("?") ? "/orders/0" : "";
      assertThat(shop.integrator().json(page).at(at + "/outlook/risks/0/kind").asText())
          .as(page)
          .isEqualTo("forecast");
      assertThat(shop.integrator().json(page).at(at + "/arrival/by").asText())
          .isEqualTo(today.plusDays(3).toString());
      assertThat(shop.integrator().json(page).at(at + "/outlook/lateFrom").asText()).isNotEmpty();
    }
    await("the filters to follow", () -> !lateFrom("SO-4").isEmpty());

    ship(today, quantity, "\"deliveredOn\": \"" + today + "\"");
    assertThat(shop.integrator().json("/api/orders/SO-4").has("outlook")).isFalse();
    assertThat(row("q=SO-4", "/outlook/lateFrom")).isEmpty();
    await("the filters to follow", () -> lateFrom("SO-4").isEmpty());
  }

  private static void ship(LocalDate on, int quantity, String more) {
    String body =
        "{\"leftOn\": \"%s\", \"items\": [{\"line\": 1, \"quantity\": %d}], %s}"
            .formatted(on, quantity, more);
    assertThat(shop.integrator().put("/api/orders/SO-4/shipments/DN-4", body).statusCode())
        .isBetween(200, 201);
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
