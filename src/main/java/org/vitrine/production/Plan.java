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
 * @param version the order's version at which any of this last changed
 */
record Plan(
    OrderId order,
    CompanyId company,
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
    if (report.stage() != null && routing.stage(report.stage()).isEmpty()) {
      throw new Rejection.Invalid(
          "stage", "The routing «" + routing.code() + "» has no stage «" + report.stage() + "»");
    }
    checkReading(report, line);
    return report.onLine(line.number());
  }

  private Line lineOf(Report report) {
    if (report.line() == null) {
      if (lines.size() != 1) {
        throw new Rejection.Invalid("line", "The order has several lines: say which");
      }
      return lines.getFirst();
    }
    return line(report.line())
        .orElseThrow(() -> new Rejection.Invalid("line", "The order has no line " + report.line()));
  }

  private static void checkReading(Report report, Line line) {
    if (report.requirement() == null) {
      return;
    }
    Requirement requirement =
        line.requirements().stream()
            .filter(demanded -> demanded.code().equals(report.requirement()))
            .findFirst()
            .orElseThrow(
                () ->
                    new Rejection.Invalid(
                        "requirement", "The line demands no «" + report.requirement() + "»"));
    if (requirement.isMeasured() && report.value() == null) {
      throw new Rejection.Invalid("value", "This requirement is measured: give the value");
    }
    if (!requirement.isMeasured() && report.passed() == null) {
      throw new Rejection.Invalid("passed", "This requirement is a yes or a no: say passed or not");
    }
  }
}
