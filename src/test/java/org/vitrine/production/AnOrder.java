package org.vitrine.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.CompanyKind;
import org.vitrine.companies.Tier;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Event;
import org.vitrine.orders.EventKind;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.Order;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Shipment;
import org.vitrine.orders.ShipmentNumber;
import org.vitrine.orders.ShippedItem;
import org.vitrine.platform.json.Json;

/** An order as its history makes it: {@code new AnOrder().promised("2026-12-12").said(report)}. */
final class AnOrder {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static final CompanyId BUYER = new CompanyId(1);

  private final List<Line> lines;
  private final List<Event> events = new ArrayList<>();
  private final List<Shipment> shipments = new ArrayList<>();
  private String cancelled;

  AnOrder() {
    this(ProgressProperties.LINE);
  }

  AnOrder(Line... lines) {
    this.lines = List.of(lines);
    happened(EventKind.PLACED, Reported.MONDAY, "{}");
  }

  AnOrder promised(String date) {
    return happened(EventKind.PROMISED, Reported.MONDAY, "{\"date\": \"%s\"}".formatted(date));
  }

  AnOrder revised(String date, double hour, String reason) {
    String body = "{\"date\": \"%s\", \"reason\": \"%s\"}".formatted(date, reason);
    return happened(EventKind.PROMISE_REVISED, Reported.at(hour), body);
  }

  /** What is said of the date of one line: a day, or TBC. */
  AnOrder promisedLine(int line, String day) {
    return happened(EventKind.PROMISED, Reported.MONDAY, word(line, day));
  }

  AnOrder revisedLine(int line, String day, double hour) {
    return happened(EventKind.PROMISE_REVISED, Reported.at(hour), word(line, day));
  }

  AnOrder withdrawn(double hour, String reason) {
    String body = "{\"toBeConfirmed\": true, \"reason\": \"%s\"}".formatted(reason);
    return happened(EventKind.PROMISE_REVISED, Reported.at(hour), body);
  }

  private static String word(int line, String day) {
    String said = day.equals("TBC") ? "\"toBeConfirmed\": true" : "\"date\": \"" + day + '"';
    return "{\"line\": %d, %s, \"reason\": \"late valves\"}".formatted(line, said);
  }

  AnOrder cancelled(String reason) {
    cancelled = reason;
    return happened(EventKind.CANCELLED, Reported.MONDAY, "{}");
  }

  AnOrder reinstated() {
    cancelled = null;
    return happened(EventKind.REINSTATED, Reported.MONDAY, "{}");
  }

  /** What was told of when it is ready. */
  AnOrder told(ToldForecast told) {
    return happened(EventKind.FORECAST_TOLD, told.at(), Json.text(told));
  }

  AnOrder doubted(double hour, String body) {
    return happened(EventKind.DOUBTED, Reported.at(hour), body);
  }

  AnOrder settled(double hour, String body) {
    return happened(EventKind.DOUBT_SETTLED, Reported.at(hour), body);
  }

  AnOrder said(Reported... reports) {
    for (Reported reported : reports) {
      Report report = reported.said();
      append(
          EventKind.REPORTED,
          report.id(),
          report.happenedAt(),
          "scan",
          OrderSnapshot.bodyOf(report));
    }
    return this;
  }

  /** What left on a day of the plant; a day is absent where nobody said. */
  AnOrder left(int line, int quantity, String leftOn, String expectedOn, String deliveredOn) {
    shipments.add(
        new Shipment(
            new ShipmentNumber("DN-" + shipments.size()),
            LocalDate.parse(leftOn),
            null,
            null,
            expectedOn == null ? null : LocalDate.parse(expectedOn),
            deliveredOn == null ? null : LocalDate.parse(deliveredOn),
            List.of(new ShippedItem(line, Amount.of(quantity))),
            null));
    return this;
  }

  private AnOrder happened(EventKind kind, Instant at, String body) {
    append(kind, null, at, "manual", body);
    return this;
  }

  private void append(EventKind kind, String report, Instant at, String source, String body) {
    events.add(
        new Event(
            events.size() + 1,
            kind,
            report,
            at,
            at,
            source,
            "Zhang San",
            Json.read(body, JsonNode.class)));
  }

  /** As a plant in Shanghai sees it. */
  OrderSummary summary() {
    return OrderSummary.of(snapshot(), SHANGHAI);
  }

  OrderSnapshot snapshot() {
    return OrderSnapshot.of(
        new Order(
            new OrderId(7),
            BUYER,
            new OrderNumber("SO-7"),
            null,
            LocalDate.parse("2026-11-02"),
            null,
            LocalizedText.of(cancelled),
            events.size(),
            lines),
        new Company(BUYER, "northwind", "Northwind Climate", CompanyKind.CUSTOMER, Tier.GOLD),
        OrderRoutings.newest(Map.of("r", ProgressProperties.ROUTING)),
        WorkingTimes.AROUND_THE_CLOCK,
        shipments,
        events);
  }
}
