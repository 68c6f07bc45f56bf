package org.vitrine.production;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
 * @param told what was told last of when it is likely finished
 * @param shipments what left of it and stands, in the order in which it left
 * @param tally what the plant's reports come to
 * @param newest the newest of them
 * @param cancellations what of it is cancelled
 */
public record OrderSnapshot(
    Order order,
    Company company,
    OrderRoutings routings,
    WorkingTimes times,
    Promises promises,
    Optional<ToldForecast> told,
    List<Shipment> shipments,
    OrderTally tally,
    NewestReports newest,
    Cancellations cancellations) {

  /** What adds to an order and changes nothing else of it. */
  private static final Set<EventKind> ADDED =
      EnumSet.of(EventKind.REPORTED, EventKind.FORECAST_TOLD);

  /** A report with the time it reached us. */
  public record RecordedReport(Report report, Instant recordedAt) {}

  /** One that is worked on around the clock, and of which nothing left. */
  public static OrderSnapshot of(
      Order order, Company company, Map<String, Routing> routings, List<Event> events) {
    return of(
        order,
        company,
        OrderRoutings.newest(routings),
        WorkingTimes.AROUND_THE_CLOCK,
        List.of(),
        events);
  }

  /** From the history of an order, in its order. */
  public static OrderSnapshot of(
      Order order,
      Company company,
      OrderRoutings routings,
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
            ToldForecast.newest(events),
            shipments,
            OrderTally.of(order.lines(), routings, OpenDoubts.of(events)),
            NewestReports.NONE,
            Cancellations.NONE);
    Cancellations cancelled = Cancellations.of(order, events);
    List<RecordedReport> moving = new ArrayList<>();
    List<RecordedReport> stopped = new ArrayList<>();
    for (Event event : events) {
      if (event.kind() == EventKind.REPORTED) {
        RecordedReport recorded = recorded(order, event);
        (cancelled.stopped(recorded.report(), event.version()) ? stopped : moving).add(recorded);
      }
    }
    return silent
        .withReports(order.version(), moving)
        .cancelledBy(cancelled)
        .withReports(order.version(), stopped);
  }

  private OrderSnapshot cancelledBy(Cancellations by) {
    return new OrderSnapshot(
        order, company, routings, times, promises, told, shipments, tally, newest, by);
  }

  private static RecordedReport recorded(Order order, Event event) {
    return new RecordedReport(toReport(order, event), event.recordedAt());
  }

  /**
   * The same with what happened next, where that was nothing but reports and tellings; what else
   * happens to an order changes more of it than can be added here.
   */
  Optional<OrderSnapshot> continuedBy(List<Event> events) {
    if (events.isEmpty()) {
      return Optional.of(this);
    }
    if (!events.stream().allMatch(event -> ADDED.contains(event.kind()))) {
      return Optional.empty();
    }
    List<RecordedReport> reports =
        events.stream()
            .filter(event -> event.kind() == EventKind.REPORTED)
            .map(event -> recorded(order, event))
            .toList();
    return Optional.of(
        withReports(events.getLast().version(), reports)
            .tellingOf(ToldForecast.newest(events).or(() -> told)));
  }

  private OrderSnapshot tellingOf(Optional<ToldForecast> newest) {
    return new OrderSnapshot(
        order,
        company,
        routings,
        times,
        promises,
        newest,
        shipments,
        tally,
        this.newest,
        cancellations);
  }

  /** The same with these reports, the last of which led to this version. */
  OrderSnapshot withReports(long version, List<RecordedReport> next) {
    OrderTally more = tally;
    Cancellations worked = cancellations;
    Map<NewestReports.ReportGroup, List<RecordedReport>> fresh =
        new EnumMap<>(NewestReports.ReportGroup.class);
    for (RecordedReport reports : next) {
      Report report = reports.report();
      if (!more.knows(report)) {
        boolean stopped = cancellations.stop(report);
        boolean mapped = !stopped && more.stageOf(report).isPresent();
        fresh
            .computeIfAbsent(
                NewestReports.ReportGroup.of(report, mapped), kind -> new ArrayList<>())
            .add(reports);
        more = stopped ? more : more.plus(report);
        worked = worked.worked(report);
      }
    }
    return new OrderSnapshot(
        order.at(version),
        company,
        routings,
        times,
        promises,
        told,
        shipments,
        more,
        newest.plus(fresh),
        worked);
  }

  /** The newest of these kinds that stand: what another report replaced is history. */
  public NewestReports.Part newest(Set<NewestReports.ReportGroup> kinds) {
    return newest.of(kinds).where(one -> tally.counts(one.report()));
  }

  /** What was promised of the whole order; absent where nothing was. */
  public Optional<Promise> promise() {
    return promises.ofOrder();
  }

  /** How many reports there are. */
  public int reports() {
    return tally.byId().size();
  }

  /** The reports on one line that no other replaced, in the order in which it happened. */
  public List<Report> reportsOn(int line) {
    return tally.byId().values().stream()
        .filter(report -> Integer.valueOf(line).equals(report.place().line()))
        .filter(report -> report.kind() != ReportKind.WITHDRAWN && tally.counts(report))
        .sorted(Report.BY_TIME)
        .toList();
  }

  /** Of the reports on one line, by their ids, the readings of a requirement that count. */
  public Set<String> counting(int line, String requirement) {
    List<Report> said =
        reportsOn(line).stream()
            .filter(report -> requirement.equals(report.reading().requirement()))
            .toList();
    return order.lines().stream()
        .filter(one -> one.number() == line)
        .flatMap(one -> one.requirements().stream())
        .filter(one -> one.code().equals(requirement))
        .map(one -> Measurement.counting(one, said))
        .flatMap(counts -> said.stream().filter(Report::isReading).filter(counts))
        .map(Report::id)
        .collect(Collectors.toSet());
  }

  /** The stage that one of its reports belongs to, if the routing knows one. */
  public Optional<Stage> stageOf(Report report) {
    return tally.stageOf(report);
  }

  /** What the codes in reports on this line are called. */
  public FloorNames namesOn(Integer line) {
    LineTally known = line == null ? null : tally.lines().get(line);
    return known == null ? FloorNames.NONE : known.routing().floorNames();
  }

  /** The report that this event keeps. */
  public Report reportOf(Event event) {
    return toReport(order, event);
  }

  /** Of which kind the report is that this event keeps. */
  public NewestReports.ReportGroup kindOf(Event event) {
    Report report = reportOf(event);
    boolean moves = !cancellations.stopped(report, event.version());
    return NewestReports.ReportGroup.of(report, moves && stageOf(report).isPresent());
  }

  /** The progress of each line, by its number. */
  public Map<Integer, Progress> progress() {
    return tally.progress(times);
  }

  /** Whether the plant said of this operation that it is through, and nothing since. */
  public boolean isFinished(int line, String stage, String operation) {
    OperationTally said =
        tally.lines().get(line).settled().courses().get(stage).operations().get(operation);
    return said != null && said.isFinished();
  }

  /** By what a stage of one of its lines is worked. */
  public WorkingTime timeOf(Line line, Stage stage) {
    return times.of(routings.of(line), stage);
  }

  private static Report toReport(Order order, Event event) {
    return Json.read(event.body(), FlatReport.class).recordedAs(event, order.number().value());
  }

  /** What of a report the event's own columns do not already say. */
  static String bodyOf(Report report) {
    return Json.text(report.flat(), FlatReport.InBody.class);
  }
}
