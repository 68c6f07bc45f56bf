package org.vitrine.production;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.Line;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.OrderVersion;
import org.vitrine.orders.Requirement;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;

/**
 * What a report is checked against: the order's lines and how they are made.
 *
 * @param number the order's own
 * @param version the order's version at which any of this last changed
 * @param workOrders the lines that work orders lead to, by what is the same in any letters
 */
record Plan(
    OrderId order,
    CompanyId company,
    String number,
    long version,
    List<Line> lines,
    OrderRoutings routings,
    Map<String, Integer> workOrders) {

  static Plan of(
      OrderId order,
      CompanyId company,
      String number,
      long version,
      List<Line> lines,
      OrderRoutings routings) {
    Map<String, Integer> workOrders = new HashMap<>();
    Stream.of(false, true)
        .flatMap(stands -> lines.stream().filter(line -> stands == (line.cancelled() == null)))
        .forEach(
            line ->
                line.workOrders()
                    .forEach(one -> workOrders.put(OrderNumber.key(one.value()), line.number())));
    return new Plan(order, company, number, version, lines, routings, workOrders);
  }

  /** That the order came to this version, as other rooms hear it. */
  Change at(long newVersion) {
    return new OrderVersion(order, newVersion).asChange(company);
  }

  Optional<Line> line(int number) {
    return lines.stream().filter(line -> line.number() == number).findFirst();
  }

  Routing routingOf(Line line) {
    return routings.of(line);
  }

  /**
   * The report on the line it belongs to; throws {@link Rejection.Invalid} where it does not fit.
   */
  Report fitted(Report report) {
    Line line = lineOf(report);
    Routing routing = routingOf(line);
    String stage = report.place().stage();
    if (stage != null && routing.stage(stage).isEmpty()) {
      throw new Rejection.Invalid(
          "stage", "The routing “" + routing.code() + "” has no stage “" + stage + "”");
    }
    checkReading(report, line);
    report.pieces().requireFit(line.unit());
    return report.ofOrder(number).onLine(line.number());
  }

  private Line lineOf(Report report) {
    Integer number = lineNamed(report);
    if (number == null) {
      if (lines.size() != 1) {
        throw new Rejection.Invalid("line", "The order has several lines: give the line");
      }
      return lines.getFirst();
    }
    return line(number)
        .orElseThrow(() -> new Rejection.Invalid("line", "The order has no line " + number));
  }

  /** By its number, by a work order, or by both, which then have to agree. */
  private Integer lineNamed(Report report) {
    Integer line = report.place().line();
    for (String workOrder : workOrdersIn(report)) {
      int made = lineMadeAs(workOrder);
      if (line != null && line != made) {
        throw new Rejection.Invalid(
            "line",
            "The work order “%s” is of line %d of order %s, not of line %d"
                .formatted(workOrder, made, number, line));
      }
      line = made;
    }
    return line;
  }

  /** Those that it names, be it in the place of the order's number. */
  private List<String> workOrdersIn(Report report) {
    String workOrder = report.reference().workOrder();
    boolean isNumbered = report.order() == null || OrderName.of(report).isNumber(number);
    return Stream.of(isNumbered ? null : report.order(), workOrder)
        .filter(Objects::nonNull)
        .toList();
  }

  private int lineMadeAs(String workOrder) {
    Integer line = workOrders.get(OrderNumber.key(workOrder));
    if (line == null) {
      throw new Rejection.Invalid(
          "workOrder", "Order %s has no work order “%s”".formatted(number, workOrder));
    }
    return line;
  }

  private static void checkReading(Report report, Line line) {
    Report.Reading reading = report.reading();
    if (reading.requirement() == null || report.kind() == ReportKind.WITHDRAWN) {
      return;
    }
    Requirement requirement =
        line.requirements().stream()
            .filter(demanded -> demanded.code().equals(reading.requirement()))
            .findFirst()
            .orElseThrow(
                () ->
                    new Rejection.Invalid(
                        "requirement",
                        "The line has no requirement “" + reading.requirement() + "”"));
    if (report.kind() == ReportKind.SEEN) {
      return;
    }
    if (requirement.isMeasured() && reading.value() == null) {
      throw new Rejection.Invalid("value", "This requirement is measured: give the value");
    }
    if (!requirement.isMeasured() && reading.passed() == null) {
      throw new Rejection.Invalid(
          "passed", "This requirement is a yes or no: give passed true or false");
    }
  }
}
