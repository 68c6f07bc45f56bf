package org.vitrine.house;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.PlaceOrder;
import org.vitrine.orders.PlaceOrder.GivenPromise;
import org.vitrine.orders.Requirement;
import org.vitrine.orders.Wording;
import org.vitrine.platform.json.Json;
import org.vitrine.production.Report;
import org.vitrine.production.ReportKind;
import org.vitrine.production.Routing;
import org.vitrine.production.RoutingTemplate;
import org.vitrine.production.RoutingTemplates;
import org.vitrine.production.Source;

/** What the example consists of, with times that count from the moment when it is filled in. */
record ExampleScript(
    Wording company, Wording contact, List<ExampleWay> routings, List<ExampleOrder> orders) {
  private static final String CONTENT = "/example/example.json";

  static ExampleScript read() {
    try (InputStream json = ExampleScript.class.getResourceAsStream(CONTENT)) {
      return Json.read(json.readAllBytes(), ExampleScript.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A routing that has the stages of a template. */
  record ExampleWay(String code, String template, Wording name) {
    Routing routing(String language) {
      List<RoutingTemplate> all = RoutingTemplates.all();
      RoutingTemplate like =
          all.stream().filter(one -> one.code().equals(template)).findFirst().orElseThrow();
      return new Routing(code, name.byLanguage().get(language), null, like.stages(), null);
    }
  }

  /**
   * An order of one line.
   *
   * @param placed in days from today, as is {@code promised}
   * @param requirement absent where nothing is demanded
   */
  record ExampleOrder(
      String number,
      String routing,
      int quantity,
      int placed,
      int promised,
      LocalizedText product,
      Requirement requirement,
      List<ExampleReport> reports) {

    PlaceOrder order(String company, LocalDate today) {
      Line line =
          new Line(
              1,
              product,
              null,
              Amount.of(quantity),
              null,
              routing,
              Optional.ofNullable(requirement).stream().toList(),
              null,
              null,
              null);
      return new PlaceOrder(
          company,
          null,
          today.plusDays(placed),
          new GivenPromise(today.plusDays(promised), null),
          List.of(line),
          null,
          null);
    }

    List<Report> reported(Instant now, String actor) {
      return IntStream.range(0, reports.size())
          .mapToObj(at -> reports.get(at).report(number, "example-" + (at + 1), now, actor))
          .toList();
    }
  }

  /** What the plant said of a stage: pieces, that it is held, or what was measured. */
  record ExampleReport(
      String stage,
      Integer good,
      Integer rejected,
      LocalizedText held,
      String requirement,
      BigDecimal value,
      int hoursAgo) {

    private Report report(String order, String id, Instant now, String actor) {
      return new Report(
          new Report.Reference(id, order, null),
          new Report.Place(1, stage, null),
          kind(),
          pieces(),
          value == null ? Report.Reading.NONE : new Report.Reading(requirement, value, null, null),
          held,
          new Report.Origin(Source.MANUAL, actor, null),
          new Report.Timing(null, now.minus(Duration.ofHours(hoursAgo))));
    }

    private ReportKind kind() {
      if (held != null) {
        return ReportKind.HELD;
      }
      return value == null ? ReportKind.PROGRESSED : ReportKind.READING;
    }

    private Report.Pieces pieces() {
      return good == null
          ? Report.Pieces.NONE
          : new Report.Pieces(
              Amount.of(good), rejected == null ? null : Amount.of(rejected), null, null, null);
    }
  }
}
