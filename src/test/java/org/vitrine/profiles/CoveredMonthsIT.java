package org.vitrine.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** What companies buy with which a warranty was agreed. */
class CoveredMonthsIT {
  private static TestVitrine vitrine;
  private static TestClient manager;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    Shop shop = new Shop(vitrine);
    shop.company("northwind", "Northwind Climate");
    manager = shop.staff(Role.ACCOUNT_MANAGER, "wang.fang@example.com");
    put("/api/warranty/terms/Pump", "{\"months\": 60}");
    put("/api/warranty/terms/*", "{\"months\": 12}");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void what_leaves_is_covered_for_as_long_at_least_as_was_agreed() {
    assertThat(register("A-1", "Valve", "")).isEqualTo(today().plusMonths(12));
    agree(24);

    assertThat(register("A-2", "Valve", "")).isEqualTo(today().plusMonths(24));
    assertThat(register("A-3", "Pump", "")).as("longer for all").isEqualTo(today().plusMonths(60));
    assertThat(register("A-4", "Valve", ", \"promise\": {\"months\": 6}"))
        .as("said of the piece")
        .isEqualTo(today().plusMonths(6));
    assertThat(until("A-1")).as("covered before").isEqualTo(today().plusMonths(12));

    agree(36);
    assertThat(until("A-2")).isEqualTo(today().plusMonths(24));
    assertThat(register("A-5", "Valve", ", \"shippedOn\": \"%s\"".formatted(today().minusDays(1))))
        .as("nothing was agreed for yesterday")
        .isEqualTo(today().minusDays(1).plusMonths(12));
  }

  private static void agree(int months) {
    put(
        "/api/profiles/northwind",
        "{\"agreedBy\": \"Amelia\", \"agreedOn\": \"%s\", \"warranty\": {\"months\": %d}}"
            .formatted(today(), months));
  }

  private static LocalDate register(String serial, String product, String more) {
    put(
        "/api/warranty/pieces/" + serial,
        "{\"product\": \"%s\", \"company\": \"northwind\"%s%s}"
            .formatted(
                product,
                more.contains("shippedOn") ? "" : ", \"shippedOn\": \"" + today() + "\"",
                more));
    return until(serial);
  }

  private static LocalDate until(String serial) {
    JsonNode piece = manager.json("/api/warranty/pieces/" + serial);
    return LocalDate.parse(piece.at("/cover/until").asText());
  }

  private static void put(String path, String body) {
    assertThat(manager.put(path, body).statusCode()).as(path).isIn(200, 201);
  }

  private static LocalDate today() {
    return vitrine.vitrine().rooms().warranty().today();
  }
}
