package org.vitrine.production;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.companies.Company;
import org.vitrine.orders.Event;
import org.vitrine.orders.EventKind;
import org.vitrine.orders.Line;
import org.vitrine.orders.Order;
import org.vitrine.orders.PlaceOrder.GivenPromise;
import org.vitrine.orders.Promise;
import org.vitrine.platform.json.Json;

/**
 * Everything there is about one order at one version: what was bought, how it is made, what was
 * promised and what the plant said.
 *
 * @param promise what was promised, with every revision; absent where nothing was
 * @param reports what the plant reported, in the order in which it happened
 */
public record OrderSnapshot(
    Order order,
    Company company,
    Map<String, Routing> routings,
    Optional<Promise> promise,
    List<RecordedReport> reports) {

  /** A report with the time it reached us. */
  public record RecordedReport(Report report, Instant recordedAt) {
    private static final Comparator<RecordedReport> BY_TIME =
        Comparator.comparing(RecordedReport::report, Report.BY_TIME);
  }

  /** From the history of an order, in its order. */
  public static OrderSnapshot of(
      Order order, Company company, Map<String, Routing> routings, List<Event> events) {
    return new OrderSnapshot(
        order, company, routings, promise(events), inTime(reports(order, events)));
  }

  private static Optional<Promise> promise(List<Event> events) {
    List<Promise.Revision> given =
        events.stream()
            .filter(
                event ->
                    event.kind() == EventKind.PROMISED || event.kind() == EventKind.PROMISE_REVISED)
            .map(OrderSnapshot::toRevision)
            .toList();
    return given.isEmpty()
        ? Optional.empty()
        : Optional.of(new Promise(given.getFirst().date(), given.subList(1, given.size())));
  }

  private static Promise.Revision toRevision(Event event) {
    GivenPromise promise = Json.read(event.body(), GivenPromise.class);
    return new Promise.Revision(
        promise.date(), promise.reason(), event.actor(), event.happenedAt());
  }

  private static Stream<RecordedReport> reports(Order order, List<Event> events) {
    return events.stream()
        .filter(event -> event.kind() == EventKind.REPORTED)
        .map(event -> new RecordedReport(toReport(order, event), event.recordedAt()));
  }

  private static List<RecordedReport> inTime(Stream<RecordedReport> reports) {
    return reports.sorted(RecordedReport.BY_TIME).toList();
  }

  /**
   * The same with what happened next, where that was nothing but reports; what else happens to an
   * order changes more of it than can be added here.
   */
  Optional<OrderSnapshot> continuedBy(List<Event> events) {
    boolean onlyReports = events.stream().allMatch(event -> event.kind() == EventKind.REPORTED);
    return onlyReports
        ? Optional.of(withReports(order.version() + events.size(), reports(order, events).toList()))
        : Optional.empty();
  }

  /** The same with these reports, the last of which led to this version. */
  OrderSnapshot withReports(long version, List<RecordedReport> next) {
    return new OrderSnapshot(
        order.at(version),
        company,
        routings,
        promise,
        inTime(Stream.concat(reports.stream(), next.stream())));
  }

  /** The progress of each line, by its number. */
  public Map<Integer, Progress> progress() {
    Map<Integer, List<Report>> byLine =
        Progress.effective(reports.stream().map(RecordedReport::report).toList()).stream()
            .collect(Collectors.groupingBy(Report::line));
    return order.lines().stream()
        .collect(
            Collectors.toMap(
                Line::number,
                line ->
                    Progress.derivedFromEffective(
                        line,
                        routings.get(line.routing()),
                        byLine.getOrDefault(line.number(), List.of()))));
  }

  private static Report toReport(Order order, Event event) {
    ObjectNode json = event.body().deepCopy();
    json.put("id", event.reportId());
    json.put("order", order.number().value());
    json.put("happenedAt", event.happenedAt().toString());
    json.put("source", event.source());
    json.put("actor", event.actor());
    return Json.read(json, Report.class);
  }

  /** What of a report the event's own columns do not already say. */
  static String bodyOf(Report report) {
    return Json.text(report, Report.InBody.class);
  }
}
