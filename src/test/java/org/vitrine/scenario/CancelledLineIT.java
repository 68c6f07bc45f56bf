package org.vitrine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.SignedUp.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** A single line that is cancelled stands still, and the others go on. */
class CancelledLineIT {
  private static final AtomicInteger REPORTS = new AtomicInteger();

  private static TestVitrine vitrine;
  private static TestClient erp;
  private static TestClient customer;
  private static TestClient staff;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    Shop shop = new Shop(vitrine);
    erp = shop.integrator();
    customer = shop.contact("northwind", "amelia@northwind.example");
    staff = shop.staff(Role.OPERATOR, "olga@works.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void what_is_reported_after_it_was_cancelled_is_kept_and_moves_nothing() {
    place("C1", "");
    report("C1", 2, 4);
    place("C1", "The buyer needs fewer.");

    report("C1", 2, 3);
    report("C1", 1, 5);

    assertThat(through("C1", 2)).isEqualTo(4);
    assertThat(through("C1", 1)).isEqualTo(5);
    assertThat(staff.json("/api/orders/C1").at("/reports").asInt()).isEqualTo(3);
  }

  @Test
  void nothing_moves_either_when_the_reason_is_put_in_other_words() {
    place("C2", "Too many.");
    report("C2", 2, 3);

    place("C2", "The buyer needs fewer.");

    assertThat(through("C2", 2)).isZero();
  }

  @Test
  void once_it_is_taken_up_again_everything_counts() {
    place("C3", "Too many.");
    report("C3", 2, 3);

    place("C3", "");

    assertThat(through("C3", 2)).isEqualTo(3);
  }

  @Test
  void cancelled_from_the_start_it_never_moves() {
    place("C4", "Placed by mistake.");
    report("C4", 2, 10);
    report("C4", 1, 10);

    assertThat(through("C4", 2)).isZero();
    assertThat(customer.json("/api/orders/C4").at("/lines/2/state").asText())
        .isEqualTo("cancelled");
  }

  @Test
  void cancelled_again_it_stops_where_it_was_the_second_time() {
    place("C5", "Too many.");
    report("C5", 2, 1);
    place("C5", "");
    report("C5", 2, 2);
    place("C5", "Too many after all.");
    report("C5", 2, 4);

    assertThat(through("C5", 2)).isEqualTo(3);
  }

  /** As it is from memory, where each report was added, and as it is read anew. */
  private static int through(String order, int line) {
    JsonNode page = customer.json("/api/orders/" + order);
    vitrine.vitrine().rooms().tracking().forgetAll();
    assertThat(customer.json("/api/orders/" + order).get("lines")).isEqualTo(page.get("lines"));
    return page.at("/lines/" + line + "/stages/assembly/through").asInt();
  }

  private static void place(String order, String cancelled) {
    String reason = cancelled.isEmpty() ? "" : ", \"cancelled\": \"" + cancelled + "\"";
    assertThat(
            erp.put(
                    "/api/orders/" + order,
                    """
                    {"company": "northwind", "lines": [
                      {"number": 1, "product": "KFR-26", "quantity": 10, "routing": "split-ac"},
                      {"number": 2, "product": "KFR-35", "quantity": 10, "routing": "split-ac"%s}]}"""
                        .formatted(reason))
                .statusCode())
        .isLessThan(300);
  }

  private static void report(String order, int line, int good) {
    expect(
        200,
        erp.post(
            "/api/reports",
            """
            {"id": "r%d", "order": "%s", "line": %d, "operation": "Assembling", "kind": "progressed", "good": %d,
             "source": "scan", "happenedAt": "2026-10-05T08:00:00Z"}"""
                .formatted(REPORTS.incrementAndGet(), order, line, good)));
  }
}
