package org.vitrine.tracking;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.companies.Company;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.Order;
import org.vitrine.orders.Promise;
import org.vitrine.orders.WorkOrderNumber;
import org.vitrine.production.FloorNames;
import org.vitrine.production.Measurement;
import org.vitrine.production.NewestReports;
import org.vitrine.production.OperationProgress;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.OrderSummary;
import org.vitrine.production.Outlook;
import org.vitrine.production.Progress;
import org.vitrine.production.Report;
import org.vitrine.production.Stage;
import org.vitrine.production.StageProgress;
import org.vitrine.production.Verdict;

/** Makes the status page of an order for an audience, field by allowed field. */
final class StatusPages {
  /** The same twenty are named again with each change. */
  private static final LoadingCache<String, String> KEYS =
      Caffeine.newBuilder().maximumSize(20_000).build(StatusPages::hashed);

  /** A page stays one that can be read and sent, whatever an order goes through. */
  private static final int MOST_REVISIONS = 50;

  private static final int MOST_OPERATIONS = 200;

  private final Audience audience;
  private final OrderSummary summary;
  private final HeardBy heardBy;
  private final ShipmentCards shipments;

  private StatusPages(Audience audience, OrderSummary summary) {
    this.audience = audience;
    this.summary = summary;
    this.heardBy = new HeardBy(summary, audience);
    this.shipments = ShipmentCards.of(summary.snapshot().shipments(), audience);
  }

  static StatusPage page(OrderSummary summary, Audience audience) {
    return new StatusPages(audience, summary).page();
  }

  private StatusPage page() {
    Order order = summary.snapshot().order();
    NewestReports.Part heard = heardBy.newest();
    return new StatusPage(
        order.number().value(),
        Optional.ofNullable(order.customerReference())
            .filter(reference -> audience.seesCustomerReference()),
        buyer(summary.snapshot().company(), audience),
        order.placedOn(),
        summary.state(),
        Optional.ofNullable(order.cancelReason()).filter(reason -> audience.seesReasons()),
        summary
            .snapshot()
            .cancellations()
            .workedAt()
            .filter(at -> audience.seesUnmappedOperations()),
        summary.promise().map(this::promised),
        DueRow.of(summary.due()),
        summary.heardAt(),
        summary.outlook().staleFrom(),
        summary.forecast(),
        summary.withheld(),
        outlook(summary),
        order.lines().stream()
            .collect(
                Collectors.toMap(
                    Line::number, this::linePage, (one, other) -> one, LinkedHashMap::new)),
        shipments.cards(),
        heard.newest().stream()
            .collect(
                Collectors.toMap(
                    one -> key(one.report()),
                    this::heardReport,
                    (one, other) -> one,
                    LinkedHashMap::new)),
        heard.count());
  }

  /** Of an order of which nothing is expected there is nothing to say. */
  static Optional<Outlook> outlook(OrderSummary summary) {
    return Optional.of(summary.outlook()).filter(Outlook::saysAnything);
  }

  static StatusPage.Buyer buyer(Company company, Audience audience) {
    return new StatusPage.Buyer(
        Optional.of(company.code()).filter(code -> audience.seesCustomerReference()),
        company.name(),
        Optional.of(company.tier()).filter(tier -> audience.seesTier()));
  }

  private StatusPage.Promised promised(Promise promise) {
    Map<Integer, StatusPage.RevisedPromise> revisions = new LinkedHashMap<>();
    List<Promise.Revision> given = promise.revisions();
    for (int at = Math.max(0, given.size() - MOST_REVISIONS); at < given.size(); at++) {
      Promise.Revision revision = given.get(at);
      revisions.put(
          at + 1,
          new StatusPage.RevisedPromise(
              revision.date(),
              Optional.ofNullable(revision.reason()).filter(reason -> audience.seesReasons()),
              Optional.of(revision.author()).filter(author -> audience.seesReasons()),
              revision.at()));
    }
    boolean open = promise.isToBeConfirmed();
    return new StatusPage.Promised(
        promise.original(),
        promise.current(),
        Optional.of(true).filter(yes -> open),
        promise.reason().filter(reason -> open && audience.seesReasons()),
        revisions);
  }

  private StatusPage.LinePage linePage(Line line) {
    Progress progress = summary.lines().get(line.number());
    FloorNames names = summary.snapshot().namesOn(line.number());
    Map<String, StatusPage.StagePane> panes = new LinkedHashMap<>();
    for (StageProgress stage : progress.stages()) {
      panes.put(stage.stage().code(), pane(panes.size() + 1, line, stage, names));
    }
    return new StatusPage.LinePage(
        line.number(),
        line.product(),
        line.description(),
        line.quantity(),
        line.unit(),
        progress.state(),
        Optional.ofNullable(line.cancelled()).filter(reason -> audience.seesReasons()),
        shortBy(progress.shortBy()),
        Optional.ofNullable(summary.snapshot().promises().ofLines().get(line.number()))
            .map(this::promised),
        DueRow.of(summary.due(), line.number()),
        workOrders(line, audience),
        progress.stage().map(Stage::code),
        panes,
        shipments.of(line.number()),
        Optional.of(progress.unmapped())
            .filter(operations -> audience.seesUnmappedOperations() && !operations.isEmpty())
            .map(operations -> operations(operations, names)));
  }

  static Optional<List<WorkOrderNumber>> workOrders(Line line, Audience audience) {
    return Optional.of(line.workOrders())
        .filter(numbers -> audience.seesWorkOrders() && !numbers.isEmpty());
  }

  private StatusPage.StagePane pane(
      int position, Line line, StageProgress stage, FloorNames names) {
    return new StatusPage.StagePane(
        position,
        stage.stage().name(),
        stage.state(),
        stage.began(),
        stage.ended(),
        stage.through(),
        stage.inferred(),
        shortBy(stage.shortBy()),
        Optional.of(stage.rejected()).filter(pieces -> audience.seesFaults()),
        Optional.of(stage.scrapped()).filter(pieces -> audience.seesFaults()),
        stage.stage().usualHours(),
        Optional.of(true).filter(counted -> isInWorkingHours(line, stage.stage())),
        stage.newest().map(Report::happenedAt),
        stage
            .newest()
            .map(newest -> newest.origin().source())
            .filter(source -> audience.sees(GlassField.REPORTS)),
        stage
            .newest()
            .map(newest -> newest.origin().station())
            .filter(station -> audience.sees(GlassField.REPORTS)),
        stage.hold().map(this::hold),
        verdicts(shown(stage.measurements())),
        requirements(shown(stage.measurements())),
        Optional.of(stage.operations())
            .filter(operations -> audience.sees(GlassField.OPERATIONS))
            .map(operations -> operations(operations, names)));
  }

  /**
   * Nothing is said of lines that are over: no change of a calendar makes a new version of them.
   */
  private boolean isInWorkingHours(Line line, Stage stage) {
    return stage.usualHours() != null
        && summary.state().inFlight()
        && summary.lines().get(line.number()).state().isOpen()
        && !summary.snapshot().timeOf(line, stage).isAroundTheClock();
  }

  private static Optional<Amount> shortBy(Amount pieces) {
    return Optional.of(pieces).filter(Amount::isPositive);
  }

  private StatusPage.Hold hold(Report hold) {
    return new StatusPage.Hold(
        hold.happenedAt(), Optional.of(hold.reason()).filter(reason -> audience.seesReasons()));
  }

  private List<Measurement> shown(List<Measurement> measurements) {
    return audience.sees(GlassField.REQUIREMENTS) ? measurements : List.of();
  }

  private static Map<Verdict, Integer> verdicts(List<Measurement> measurements) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict, (int) measurements.stream().filter(m -> m.verdict() == verdict).count());
    }
    return counts;
  }

  private Map<String, StatusPage.RequirementRow> requirements(List<Measurement> measurements) {
    Map<String, StatusPage.RequirementRow> rows = new LinkedHashMap<>();
    for (Measurement measurement : measurements) {
      rows.put(measurement.requirement().code(), requirement(rows.size() + 1, measurement));
    }
    return rows;
  }

  private StatusPage.RequirementRow requirement(int position, Measurement measurement) {
    var requirement = measurement.requirement();
    Optional<Report> newest = measurement.newest();
    return new StatusPage.RequirementRow(
        position,
        requirement.name(),
        requirement.mandatory(),
        requirement.ordered(),
        requirement.unit(),
        requirement.minimum(),
        requirement.maximum(),
        requirement.sample(),
        measurement.measured(),
        measurement.failedUnits(),
        newest
            .map(reading -> reading.reading().value())
            .filter(value -> audience.sees(GlassField.READINGS)),
        newest.map(reading -> Measurement.passes(requirement, reading)),
        newest.map(Report::happenedAt),
        measurement.verdict(),
        Optional.ofNullable(requirement.waiver()).filter(reason -> audience.seesReasons()));
  }

  private static Map<String, StatusPage.OperationRow> operations(
      List<OperationProgress> operations, FloorNames names) {
    return operations.stream()
        .sorted(Comparator.comparing(OperationProgress::ended).reversed())
        .limit(MOST_OPERATIONS)
        .collect(
            Collectors.toMap(
                OperationProgress::name, one -> row(one, names), (a, b) -> a, TreeMap::new));
  }

  private static StatusPage.OperationRow row(OperationProgress one, FloorNames names) {
    return new StatusPage.OperationRow(
        names.operation(one.name()).orElseGet(() -> LocalizedText.of(one.name())),
        one.began(),
        one.ended(),
        one.good(),
        one.rejected(),
        one.scrapped(),
        one.reports(),
        one.rework());
  }

  private StatusPage.HeardReport heardReport(OrderSnapshot.RecordedReport heard) {
    Report report = heard.report();
    Report.Pieces pieces = report.pieces();
    Report.Reading reading = report.reading();
    Report.Origin origin = report.origin();
    Optional<String> operation =
        Optional.ofNullable(report.place().operation())
            .filter(code -> audience.sees(GlassField.OPERATIONS));
    return new StatusPage.HeardReport(
        report.happenedAt(),
        heard.recordedAt(),
        report.place().line(),
        summary.snapshot().stageOf(report).map(Stage::code),
        operation,
        report.kind(),
        pieces.good(),
        pieces.rejected(),
        pieces.scrapped(),
        pieces.rework(),
        pieces.setup(),
        reading.requirement(),
        Optional.ofNullable(reading.value()).filter(value -> audience.sees(GlassField.READINGS)),
        Optional.ofNullable(reading.passed()),
        Optional.ofNullable(reading.unit()).filter(unit -> audience.sees(GlassField.READINGS)),
        Optional.ofNullable(report.reason()).filter(reason -> audience.seesReasons()),
        origin.source(),
        origin.station(),
        Optional.ofNullable(origin.actor()).filter(actor -> audience.seesActors()),
        HeardNames.of(
            summary.snapshot().namesOn(report.place().line()), operation, origin.station()));
  }

  /** A short name that does not depend on when the report arrived, nor shows the plant's own id. */
  private static String key(Report report) {
    return key(report.id());
  }

  /** The same for anything else that the plant has its own name for. */
  static String key(String id) {
    return KEYS.get(id);
  }

  private static String hashed(String id) {
    String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(DigestUtils.sha256(id));
    return hash.substring(0, 12);
  }
}
