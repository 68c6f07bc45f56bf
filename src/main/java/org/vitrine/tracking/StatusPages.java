package org.vitrine.tracking;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.companies.Company;
import org.vitrine.orders.Line;
import org.vitrine.orders.Order;
import org.vitrine.orders.Promise;
import org.vitrine.production.Measurement;
import org.vitrine.production.OperationProgress;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.Progress;
import org.vitrine.production.Report;
import org.vitrine.production.Stage;
import org.vitrine.production.StageProgress;
import org.vitrine.production.Verdict;

/** Makes the status page of an order for an audience, field by allowed field. */
final class StatusPages {
  private static final int HEARD_AT_MOST = 20;

  /** The same twenty are named again with each change. */
  private static final LoadingCache<String, String> KEYS =
      Caffeine.newBuilder().maximumSize(20_000).build(StatusPages::hashed);

  private final Audience audience;
  private final OrderSummary summary;

  private StatusPages(Audience audience, OrderSummary summary) {
    this.audience = audience;
    this.summary = summary;
  }

  static StatusPage page(OrderSummary summary, Audience audience) {
    return new StatusPages(audience, summary).page();
  }

  private StatusPage page() {
    Order order = summary.snapshot().order();
    List<OrderSnapshot.RecordedReport> heard =
        summary.snapshot().reports().stream().filter(one -> mayHear(one.report())).toList();
    return new StatusPage(
        order.number().value(),
        Optional.ofNullable(order.customerReference())
            .filter(reference -> audience.seesCustomerReference()),
        buyer(summary.snapshot().company(), audience),
        order.placedOn(),
        summary.state(),
        Optional.ofNullable(order.cancelReason()).filter(reason -> audience.seesReasons()),
        summary.promise().map(this::promised),
        summary.heardAt(),
        summary.verifiedUntil(),
        summary.forecast(),
        summary.withheld(),
        order.lines().stream()
            .collect(
                Collectors.toMap(
                    Line::number, this::linePage, (one, other) -> one, LinkedHashMap::new)),
        heard.subList(Math.max(0, heard.size() - HEARD_AT_MOST), heard.size()).stream()
            .collect(
                Collectors.toMap(
                    one -> key(one.report()),
                    this::heardReport,
                    (one, other) -> one,
                    LinkedHashMap::new)),
        heard.size());
  }

  static StatusPage.Buyer buyer(Company company, Audience audience) {
    return new StatusPage.Buyer(
        Optional.of(company.code()).filter(code -> audience.seesCustomerReference()),
        company.name(),
        Optional.of(company.tier()).filter(tier -> audience.seesTier()));
  }

  private StatusPage.Promised promised(Promise promise) {
    Map<Integer, StatusPage.RevisedPromise> revisions = new LinkedHashMap<>();
    for (Promise.Revision revision : promise.revisions()) {
      revisions.put(
          revisions.size() + 1,
          new StatusPage.RevisedPromise(
              revision.date(),
              Optional.ofNullable(revision.reason()).filter(reason -> audience.seesReasons()),
              Optional.of(revision.author()).filter(author -> audience.seesReasons()),
              revision.at()));
    }
    return new StatusPage.Promised(promise.original(), promise.current(), revisions);
  }

  private StatusPage.LinePage linePage(Line line) {
    Progress progress = summary.lines().get(line.number());
    Map<String, StatusPage.StagePane> panes = new LinkedHashMap<>();
    for (StageProgress stage : progress.stages()) {
      panes.put(stage.stage().code(), pane(panes.size() + 1, stage));
    }
    return new StatusPage.LinePage(
        line.number(),
        line.product(),
        line.description(),
        line.quantity(),
        progress.state(),
        progress.stage().map(Stage::code),
        panes,
        Optional.of(progress.unmapped())
            .filter(operations -> audience.seesUnmappedOperations() && !operations.isEmpty())
            .map(StatusPages::operations));
  }

  private StatusPage.StagePane pane(int position, StageProgress stage) {
    return new StatusPage.StagePane(
        position,
        stage.stage().name(),
        stage.state(),
        stage.began(),
        stage.ended(),
        stage.through(),
        stage.inferred(),
        Optional.of(stage.rejected()).filter(pieces -> audience.seesFaults()),
        Optional.of(stage.scrapped()).filter(pieces -> audience.seesFaults()),
        stage.stage().usualHours(),
        stage.newest().map(Report::happenedAt),
        stage.newest().map(Report::source).filter(source -> audience.sees(GlassField.REPORTS)),
        stage.newest().map(Report::station).filter(station -> audience.sees(GlassField.REPORTS)),
        stage.hold().map(this::hold),
        verdicts(shown(stage.measurements())),
        requirements(shown(stage.measurements())),
        Optional.of(stage.operations())
            .filter(operations -> audience.sees(GlassField.OPERATIONS))
            .map(StatusPages::operations));
  }

  private boolean mayHear(Report report) {
    return audience.sees(GlassField.REPORTS)
        && (audience.seesUnmappedOperations() || stageOf(report).isPresent())
        && (report.requirement() == null || audience.sees(GlassField.REQUIREMENTS));
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
        newest.map(Report::value).filter(value -> audience.sees(GlassField.READINGS)),
        newest.map(reading -> Measurement.passes(requirement, reading)),
        newest.map(Report::happenedAt),
        measurement.verdict(),
        Optional.ofNullable(requirement.waiver()).filter(reason -> audience.seesReasons()));
  }

  private static Map<String, StatusPage.OperationRow> operations(
      List<OperationProgress> operations) {
    return operations.stream()
        .map(
            one ->
                new StatusPage.OperationRow(
                    one.name(),
                    one.began(),
                    one.ended(),
                    one.good(),
                    one.rejected(),
                    one.scrapped(),
                    one.reports(),
                    one.rework()))
        .collect(
            Collectors.toMap(
                StatusPage.OperationRow::name, Function.identity(), (a, b) -> a, TreeMap::new));
  }

  private StatusPage.HeardReport heardReport(OrderSnapshot.RecordedReport heard) {
    Report report = heard.report();
    return new StatusPage.HeardReport(
        report.happenedAt(),
        heard.recordedAt(),
        report.line(),
        stageOf(report),
        Optional.ofNullable(report.operation())
            .filter(operation -> audience.sees(GlassField.OPERATIONS)),
        report.kind(),
        report.good(),
        report.rejected(),
        report.scrapped(),
        report.rework(),
        report.setup(),
        report.requirement(),
        Optional.ofNullable(report.value()).filter(value -> audience.sees(GlassField.READINGS)),
        Optional.ofNullable(report.passed()),
        Optional.ofNullable(report.unit()).filter(unit -> audience.sees(GlassField.READINGS)),
        Optional.ofNullable(report.reason()).filter(reason -> audience.seesReasons()),
        report.source(),
        report.station(),
        Optional.ofNullable(report.actor()).filter(actor -> audience.seesActors()));
  }

  private Optional<String> stageOf(Report report) {
    return summary.snapshot().order().lines().stream()
        .filter(line -> line.number().equals(report.line()))
        .findFirst()
        .flatMap(
            line ->
                Progress.stageOf(report, line, summary.snapshot().routings().get(line.routing())))
        .map(Stage::code);
  }

  /** A short name that does not depend on when the report arrived, nor shows the plant's own id. */
  private static String key(Report report) {
    return KEYS.get(report.id());
  }

  private static String hashed(String id) {
    String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(DigestUtils.sha256(id));
    return hash.substring(0, 12);
  }
}
