package org.vitrine.devices;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.vitrine.access.Caller;
import org.vitrine.devices.SeenOrders.SeenOrder;
import org.vitrine.devices.ValuesPage.MeasuredBy;
import org.vitrine.devices.ValuesPage.TakenValue;
import org.vitrine.orders.Line;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Requirement;
import org.vitrine.platform.Rejection;
import org.vitrine.production.Measurement;
import org.vitrine.production.Report;
import org.vitrine.production.StageProgress;

/** Every value of a requirement, for staff, and for customers with whom that was agreed. */
final class MeasuredValues {
  private static final int MOST = 2_000;

  private final SeenOrders orders;
  private final Gauges gauges;

  MeasuredValues(SeenOrders orders, Gauges gauges) {
    this.orders = orders;
    this.gauges = gauges;
  }

  /** Throws {@link Rejection.NotFound} where there is nothing to see, for whatever reason. */
  ValuesPage page(Caller caller, OrderNumber number, int line, String code) {
    SeenOrder seen = orders.require(caller, number);
    Requirement requirement =
        seen.line(line)
            .filter(any -> seen.showsCharts())
            .flatMap(one -> requirement(one, code))
            .filter(one -> isShown(seen, line, one))
            .orElseThrow(() -> new Rejection.NotFound("There is no such requirement"));
    List<Report> said =
        seen.order().reportsOn(line).stream().filter(report -> isOf(report, requirement)).toList();
    List<Report> readings = said.stream().filter(Report::isReading).toList();
    Predicate<Report> counts = Measurement.counting(requirement, said);
    return new ValuesPage(
        requirement,
        readings.subList(Math.max(0, readings.size() - MOST), readings.size()).stream()
            .map(report -> value(requirement, report, counts.test(report), seen.isStaff()))
            .toList(),
        Math.max(0, readings.size() - MOST),
        Optional.of(requirement)
            .filter(Requirement::isMeasured)
            .map(measured -> Capability.of(measured, newest(readings, counts))));
  }

  private static Optional<Requirement> requirement(Line line, String code) {
    return line.requirements().stream().filter(one -> one.code().equals(code)).findFirst();
  }

  private static boolean isShown(SeenOrder seen, int line, Requirement requirement) {
    return seen.isStaff()
        || seen.order().progress().get(line).stages().stream()
            .filter(stage -> stage.stage().code().equals(requirement.stage()))
            .anyMatch((StageProgress stage) -> seen.shows(stage));
  }

  private static boolean isOf(Report report, Requirement requirement) {
    return requirement.code().equals(report.reading().requirement());
  }

  private TakenValue value(Requirement requirement, Report report, boolean counts, boolean staff) {
    Report.Reading reading = report.reading();
    return new TakenValue(
        report.happenedAt(),
        Optional.ofNullable(reading.value()),
        Optional.ofNullable(reading.unit()),
        Measurement.passes(requirement, report),
        counts,
        Boolean.TRUE.equals(reading.overdue()),
        Optional.of(report).filter(any -> staff).map(this::by));
  }

  private MeasuredBy by(Report report) {
    Optional<String> device = Optional.ofNullable(report.reading().device());
    return new MeasuredBy(
        device,
        device.flatMap(gauges::name),
        Optional.ofNullable(report.reading().raw()),
        Optional.ofNullable(report.origin().station()));
  }

  /** A piece that was measured again counts by its newest value that does. */
  private static List<BigDecimal> newest(List<Report> readings, Predicate<Report> counts) {
    Map<String, BigDecimal> byPiece = new LinkedHashMap<>();
    readings.stream()
        .filter(report -> report.reading().value() != null)
        .filter(counts)
        .forEach(report -> byPiece.put(piece(report), report.reading().value()));
    return List.copyOf(byPiece.values());
  }

  private static String piece(Report report) {
    String unit = report.reading().unit();
    return unit == null ? "\0" + report.id() : unit;
  }
}
