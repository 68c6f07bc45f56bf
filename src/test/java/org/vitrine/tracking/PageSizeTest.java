package org.vitrine.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.CompanyKind;
import org.vitrine.companies.Tier;
import org.vitrine.orders.Event;
import org.vitrine.orders.EventKind;
import org.vitrine.orders.Line;
import org.vitrine.orders.Order;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSummary;
import org.vitrine.production.Routing;
import org.vitrine.production.Stage;

/** Whatever an order goes through, its page stays one that can be sent and read. */
class PageSizeTest {
  private static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");
  private static final Routing ROUTING =
      new Routing(
          "r", null, List.of(new Stage("assembly", null, List.of("Step*"), null, 48.0, null)));

  private final List<Event> events = new ArrayList<>();

  @Test
  void of_many_operations_the_page_names_those_that_were_heard_from_last() {
    for (int n = 1; n <= 300; n++) {
      report("Step " + n);
      report("Unknown " + n);
    }
    JsonNode line = page().at("/lines/1");
    assertThat(line.at("/stages/assembly/operations")).hasSize(200);
    assertThat(line.at("/stages/assembly/operations").has("Step 300")).isTrue();
    assertThat(line.at("/stages/assembly/operations").has("Step 100")).isFalse();
    assertThat(line.at("/unmapped")).hasSize(200);
  }

  @Test
  void of_many_reports_the_page_tells_the_newest_and_how_many_there_are() {
    for (int n = 1; n <= 100; n++) {
      report("Step");
    }
    assertThat(page().at("/heard")).hasSize(20);
    assertThat(page().at("/reports").asInt()).isEqualTo(100);
  }

  @Test
  void of_a_promise_that_moved_often_the_page_tells_the_newest_revisions() {
    LocalDate date = LocalDate.parse("2026-12-12");
    event(EventKind.PROMISED, "{\"date\": \"%s\"}".formatted(date));
    for (int n = 1; n <= 80; n++) {
      String moved = "{\"date\": \"%s\", \"reason\": \"late\"}".formatted(date.plusDays(n));
      event(EventKind.PROMISE_REVISED, moved);
    }
    JsonNode promise = page().at("/promise");
    assertThat(promise.at("/original").asText()).isEqualTo("2026-12-12");
    assertThat(promise.at("/revisions")).hasSize(50);
    assertThat(promise.at("/revisions/80/date").asText()).isEqualTo(date.plusDays(80).toString());
  }

  private void report(String operation) {
    event(
        EventKind.REPORTED,
        "{\"line\": 1, \"operation\": \"%s\", \"kind\": \"progressed\", \"good\": 1}"
            .formatted(operation));
  }

  private void event(EventKind kind, String body) {
    int version = events.size() + 1;
    events.add(
        new Event(
            version,
            kind,
            kind == EventKind.REPORTED ? "r" + version : null,
            MONDAY.plusSeconds(version),
            MONDAY.plusSeconds(version),
            "scan",
            "Zhang San",
            Json.read(body, JsonNode.class)));
  }

  private JsonNode page() {
    CompanyId company = new CompanyId(1);
    OrderSnapshot snapshot =
        OrderSnapshot.of(
            new Order(
                new OrderId(7),
                company,
                new OrderNumber("SO-7"),
                null,
                LocalDate.parse("2026-11-02"),
                null,
                null,
                events.size(),
                List.of(new Line(1, "KFR-35", null, 500, "r", List.of()))),
            new Company(company, "northwind", "Northwind", CompanyKind.CUSTOMER, Tier.GOLD),
            Map.of("r", ROUTING),
            events);
    return Json.tree(
        StatusPages.page(OrderSummary.of(snapshot, ZoneOffset.UTC), Audience.STAFF, ShownPart.ALL));
  }
}
