package org.vitrine.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.CompanyKind;
import org.vitrine.companies.Tier;
import org.vitrine.orders.Event;
import org.vitrine.orders.EventKind;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.Order;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Requirement;
import org.vitrine.orders.Wording;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSummary;
import org.vitrine.production.Routing;
import org.vitrine.production.Stage;

/** To the letter what a glass link shows of an order about which everything is known. */
class GlassPageTest {
  private static final JsonNode PAGES = pages();
  private static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");

  /** What is the buyer's own or the plant's, whatever a link shows. */
  private static final String[] NEVER = {
    "PO-4500018822",
    "northwind",
    "gold",
    "Zhang San",
    "Li Wen",
    "the seal kit",
    "Polish by hand",
    "the compressors",
    "goodwill"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "requirements",
        "readings",
        "operations",
        "reports",
        "requirements readings",
        "requirements readings operations reports"
      })
  void it_shows_what_it_was_made_to_show_and_nothing_else(String fields) {
    JsonNode page =
        Json.tree(StatusPages.page(summary(), new Audience.Glass(set(fields)), ShownPart.ALL));
    assertThat(page.toPrettyString()).isEqualTo(PAGES.get(fields).toPrettyString());
    assertThat(page.toString()).doesNotContain(NEVER);
  }

  private static Set<GlassField> set(String fields) {
    return fields.isEmpty()
        ? Set.of()
        : Arrays.stream(fields.split(" "))
            .map(GlassField::of)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(GlassField.class)));
  }

  private static OrderSummary summary() {
    CompanyId company = new CompanyId(1);
    Requirement capacity =
        new Requirement(
            "capacity",
            "assembly",
            Wording.of("Cooling capacity"),
            LocalizedText.of("3,500 W ± 5 %"),
            "W",
            new BigDecimal("3325"),
            new BigDecimal("3675"),
            true,
            2,
            null);
    Requirement finish =
        new Requirement(
            "finish",
            "assembly",
            Wording.of("Finish"),
            LocalizedText.of("no scratch"),
            "",
            null,
            null,
            false,
            1,
            LocalizedText.of("goodwill"));
    Order order =
        new Order(
            new OrderId(1),
            company,
            new OrderNumber("SO-1"),
            "PO-4500018822",
            LocalDate.parse("2026-10-02"),
            LocalDate.parse("2026-12-12"),
            null,
            6,
            List.of(
                new Line(
                    1,
                    "KFR-35",
                    "split air conditioner",
                    500,
                    "split-ac",
                    List.of(capacity, finish))));
    Routing routing =
        new Routing(
            "split-ac",
            "Split air conditioner",
            List.of(
                new Stage(
                    "assembly", Wording.of("Assembly"), List.of("Assembl*"), null, 48.0, null),
                new Stage("packing", Wording.of("Packing"), List.of("Pack*"), null, 12.0, null)));
    return OrderSummary.of(
        OrderSnapshot.of(
            order,
            new Company(company, "northwind", "Northwind Climate", CompanyKind.CUSTOMER, Tier.GOLD),
            Map.of("split-ac", routing),
            List.of(
                event(1, EventKind.PROMISED, "{\"date\": \"2026-12-12\"}"),
                event(
                    2,
                    EventKind.PROMISE_REVISED,
                    "{\"date\": \"2026-12-15\", \"reason\": \"the compressors came late\"}"),
                report(
                    3,
                    "\"operation\": \"Assembly\", \"kind\": \"progressed\", \"good\": 40,"
                        + " \"rejected\": 6, \"scrapped\": 1"),
                report(
                    4, "\"operation\": \"Polish by hand\", \"kind\": \"progressed\", \"good\": 3"),
                report(
                    5,
                    "\"requirement\": \"capacity\", \"kind\": \"reading\", \"value\": 3542,"
                        + " \"unit\": \"SN-0017\""),
                report(
                    6,
                    "\"stage\": \"assembly\", \"kind\": \"held\", \"reason\": \"waiting for the"
                        + " seal kit\""))),
        ZoneOffset.UTC);
  }

  private static Event report(int version, String said) {
    return event(
        version,
        EventKind.REPORTED,
        "{\"line\": 1, %s, \"station\": \"station 4\"}".formatted(said));
  }

  private static Event event(int version, EventKind kind, String body) {
    boolean reported = kind == EventKind.REPORTED;
    return new Event(
        version,
        kind,
        reported ? "r" + version : null,
        MONDAY.plusSeconds(version * 3_600L),
        MONDAY.plusSeconds(version * 3_600L + 5),
        reported ? "scan" : "manual",
        reported ? "Zhang San" : "Li Wen",
        Json.read(body, JsonNode.class));
  }

  private static JsonNode pages() {
    try (InputStream file = GlassPageTest.class.getResourceAsStream("glass-pages.json")) {
      return Json.read(file.readAllBytes(), JsonNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
