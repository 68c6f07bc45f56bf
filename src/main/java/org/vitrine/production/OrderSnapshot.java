package org.vitrine.production;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.companies.Company;
import org.vitrine.orders.Event;
import org.vitrine.orders.EventKind;
import org.vitrine.orders.Line;
import org.vitrine.orders.Order;
import org.vitrine.orders.Promise;
import org.vitrine.orders.Promises;
import org.vitrine.orders.Shipment;
import org.vitrine.platform.json.Json;

/**
 * Everything there is about one order at one version: what was bought, how it is made and when that
 * is worked on, what was promised and what the plant said.
 *
 * @param times what its stages are worked by
 * @param promises what was promised, with every revision
 * @param shipments what left of it and stands, in the order in which it left
 * @param tally what the plant's reports come to
 * @param newest the newest of them
 * @param cancellation while the order is cancelled: what the plant reports from then on is kept,
 *     and no longer moves the order on
 */
public record OrderSnapshot(
    Order order,
    Company company,
    Map<String, Routing> routings,
    WorkingTimes times,
    Promises promises,
    List<Shipment> shipments,
    OrderTally tally,
    NewestReports newest,
    Optional<Cancellation> cancellation) {

  /**
   * That the order is cancelled.
   *
   * @param version at which it was; what was said of the reason later changes nothing
   * @param workedAt of the work that was reported after that, when the last was done
   */
  public record Cancellation(long version, Optional<Instant> workedAt) {
    private Cancellation worked(Instant moment) {
      return workedAt.filter(moment::isBefore).isPresent()
          ? this
          : new Cancellation(version, Optional.of(moment));
    }
  }

  /** A report with the time it reached us. */
  public record RecordedReport(Report report, Instant recordedAt) {}

  /** One that is worked on around the clock, and of which nothing left. */
  public static OrderSnapshot of(
      Order order, Company company, Map<String, Routing> routings, List<Event> events) {
    return of(order, company, routings, WorkingTimes.AROUND_THE_CLOCK, List.of(), events);
  }

  /** From the history of an order, in its order. */
  public static OrderSnapshot of(
      Order order,
      Company company,
      Map<String, Routing> routings,
      WorkingTimes times,
      List<Shipment> shipments,
      List<Event> events) {
    OrderSnapshot silent =
        new OrderSnapshot(
            order,
            company,
            routings,
            times,
            Promises.of(events),
            shipments,
            OrderTally.of(order.lines(), routings),
            NewestReports.NONE,
            Optional.empty());
    Optional<Cancellation> cancellation =
        order.cancelReason() == null ? Optional.empty() : cancellation(events);
    long cancelledAt = cancellation.map(Cancellation::version).orElse(Long.MAX_VALUE);
    OrderSnapshot before =
        silent.withReports(
            order.version(), reports(order, events, event -> event.version() < cancelledAt));
    return before
        .cancelledBy(cancellation)
        .withReports(
            order.version(), reports(order, events, event -> event.version() > cancelledAt));
  }

  /** The first since the order was last taken up again: the reason may be put in other words. */
  private static Optional<Cancellation> cancellation(List<Event> events) {
    long reinstated =
        events.stream()
            .filter(event -> event.kind() == EventKind.REINSTATED)
            .mapToLong(Event::version)
            .max()
            .orElse(0);
    return events.stream()
        .filter(event -> event.kind() == EventKind.CANCELLED && event.version() > reinstated)
        .findFirst()
        .map(event -> new Cancellation(event.version(), Optional.empty()));
  }

  private OrderSnapshot cancelledBy(Optional<Cancellation> by) {
    return new OrderSnapshot(
        order, company, routings, times, promises, shipments, tally, newest, by);
  }

  private static List<RecordedReport> reports(
      Order order, List<Event> events, Predicate<Event> wanted) {
    return events.stream()
        .filter(event -> event.kind() == EventKind.REPORTED)
        .filter(wanted)
        .map(event -> new RecordedReport(toReport(order, event), event.recordedAt()))
        .toList();
  }

  /**
   * The same with what happened next, where that was nothing but reports; what else happens to an
   * order changes more of it than can be added here.
   */
  Optional<OrderSnapshot> continuedBy(List<Event> events) {
    boolean onlyReports = events.stream().allMatch(event -> event.kind() == EventKind.REPORTED);
    return onlyReports
        ? Optional.of(
            withReports(order.version() + events.size(), reports(order, events, event -> true)))
        : Optional.empty();
  }

  /** The same with these reports, the last of which led to this version. */
  OrderSnapshot withReports(long version, List<RecordedReport> next) {
    OrderTally more = tally;
    Optional<Cancellation> worked = cancellation;
    Map<NewestReports.ReportGroup, List<RecordedReport>> fresh =
        new EnumMap<>(NewestReports.ReportGroup.class);
    for (RecordedReport reports : next) {
      Report report = reports.report();
      if (!more.knows(report)) {
        boolean mapped = cancellation.isEmpty() && more.stageOf(report).isPresent();
        fresh
            .computeIfAbsent(
                NewestReports.ReportGroup.of(report, mapped), kind -> new ArrayList<>())
            .add(reports);
        more = cancellation.isEmpty() ? more.plus(report) : more;
        worked = worked.map(known -> known.worked(report.happenedAt()));
      }
    }
    return new OrderSnapshot(
        order.at(version),
        company,
        routings,
        times,
        promises,
        shipments,
        more,
        newest.plus(fresh),
        worked);
  }

  /** What was promised of the whole order; absent where nothing was. */
  public Optional<Promise> promise() {
    return promises.ofOrder();
  }

  /** How many reports there are. */
  public int reports() {
    return tally.byId().size();
  }

  /** The stage that one of its reports belongs to, if the routing knows one. */
  public Optional<Stage> stageOf(Report report) {
    return tally.stageOf(report);
  }

  /** Of which kind the report is that this event keeps. */
  public NewestReports.ReportGroup kindOf(Event event) {
    Report report = toReport(order, event);
    boolean moves = cancellation.filter(known -> event.version() > known.version()).isEmpty();
    return NewestReports.ReportGroup.of(report, moves && stageOf(report).isPresent());
  }

  /** The progress of each line, by its number. */
  public Map<Integer, Progress> progress() {
    return tally.progress(times);
  }

  /** By what a stage of one of its lines is worked. */
  public WorkingTime timeOf(Line line, Stage stage) {
    return times.of(line.routing(), stage);
  }

  private static Report toReport(Order order, Event event) {
    return Json.read(event.body(), FlatReport.class).recordedAs(event, order.number().value());
  }

  /** What of a report the event's own columns do not already say. */
  static String bodyOf(Report report) {
    return Json.text(report.flat(), FlatReport.InBody.class);
  }
}
