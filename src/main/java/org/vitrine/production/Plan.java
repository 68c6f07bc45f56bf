package org.vitrine.production;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.Line;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderVersion;
import org.vitrine.orders.Requirement;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;

/**
 * What a report is checked against: the order's lines and how they are made.
 *
 * @param number the order's own
 * @param version the order's version at which any of this last changed
 */
record Plan(
    OrderId order,
    CompanyId company,
    String number,
    long version,
    List<Line> lines,
    Map<String, Routing> routings) {

  /** That the order came to this version, as other rooms hear it. */
  Change at(long newVersion) {
    return new OrderVersion(order, newVersion).asChange(company);
  }

  Optional<Line> line(int number) {
    return lines.stream().filter(line -> line.number() == number).findFirst();
  }

  Routing routingOf(Line line) {
    return routings.get(line.routing());
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
    Integer number = report.place().line();
    if (number == null) {
      if (lines.size() != 1) {
        throw new Rejection.Invalid("line", "The order has several lines: give the line");
      }
      return lines.getFirst();
    }
    return line(number)
        .orElseThrow(() -> new Rejection.Invalid("line", "The order has no line " + number));
  }

  private static void checkReading(Report report, Line line) {
    if (!report.isReading()) {
      return;
    }
    Report.Reading reading = report.reading();
    Requirement requirement =
        line.requirements().stream()
            .filter(demanded -> demanded.code().equals(reading.requirement()))
            .findFirst()
            .orElseThrow(
                () ->
                    new Rejection.Invalid(
                        "requirement",
                        "The line has no requirement “" + reading.requirement() + "”"));
    if (requirement.isMeasured() && reading.value() == null) {
      throw new Rejection.Invalid("value", "This requirement is measured: give the value");
    }
    if (!requirement.isMeasured() && reading.passed() == null) {
      throw new Rejection.Invalid(
          "passed", "This requirement is a yes or no: give passed true or false");
    }
  }
}
