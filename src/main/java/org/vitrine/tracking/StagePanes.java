package org.vitrine.tracking;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.Requirement;
import org.vitrine.production.FloorNames;
import org.vitrine.production.LineFinish.StageReady;
import org.vitrine.production.Measurement;
import org.vitrine.production.OperationProgress;
import org.vitrine.production.OrderSummary;
import org.vitrine.production.Progress;
import org.vitrine.production.Report;
import org.vitrine.production.Stage;
import org.vitrine.production.StageProgress;
import org.vitrine.production.Verdict;

/** Makes the panes of one line's window for an audience, field by allowed field. */
record StagePanes(
    OrderSummary summary,
    Audience audience,
    ShownPart shown,
    Line line,
    FloorNames names,
    Map<String, StageReady> ready) {
  private static final int MOST_OPERATIONS = 200;

  static StagePanes of(OrderSummary summary, Audience audience, ShownPart shown, Line line) {
    return new StagePanes(
        summary,
        audience,
        shown,
        line,
        summary.snapshot().namesOn(line.number()),
        summary.readyAtStages(line));
  }

  Map<String, StagePane> panes() {
    Map<String, StagePane> panes = new LinkedHashMap<>();
    for (StageProgress stage : progress().stages()) {
      if (shown.shows(stage)) {
        panes.put(stage.stage().code(), pane(panes.size() + 1, stage));
      }
    }
    return panes;
  }

  /** What the plant reported that belongs to no stage, for those who are shown it. */
  Optional<Map<String, StagePane.OperationRow>> unmapped() {
    return Optional.of(progress().unmapped())
        .filter(operations -> audience.seesUnmappedOperations() && !operations.isEmpty())
        .map(this::operations);
  }

  private Progress progress() {
    return summary.lines().get(line.number());
  }

  private StagePane pane(int position, StageProgress stage) {
    List<Measurement> measured =
        audience.sees(GlassField.REQUIREMENTS) ? stage.measurements() : List.of();
    return new StagePane(
        position,
        stage.stage().name(),
        stage.state(),
        stage.began(),
        stage.ended(),
        counts(stage),
        new StagePane.UsualTime(
            stage.stage().usualHours(),
            Optional.of(true).filter(counted -> isInWorkingHours(stage.stage())),
            Optional.ofNullable(ready.get(stage.stage().code()))),
        heard(stage.newest()),
        stage.hold().map(this::hold),
        verdicts(measured),
        requirements(stage.stage(), measured),
        Optional.of(stage.operations())
            .filter(operations -> audience.sees(GlassField.OPERATIONS))
            .map(this::operations));
  }

  private StagePane.StageCounts counts(StageProgress stage) {
    return new StagePane.StageCounts(
        stage.through(),
        stage.inferred(),
        Optional.of(stage.shortBy()).filter(Amount::isPositive),
        Optional.of(stage.rejected()).filter(pieces -> audience.seesFaults()),
        Optional.of(stage.scrapped()).filter(pieces -> audience.seesFaults()));
  }

  private StagePane.PaneHeard heard(Optional<Report> newest) {
    Optional<Report.Origin> origin =
        newest.map(Report::origin).filter(from -> audience.sees(GlassField.REPORTS));
    return new StagePane.PaneHeard(
        newest.map(Report::happenedAt),
        origin.map(Report.Origin::source),
        origin.map(Report.Origin::station));
  }

  /**
   * Nothing is said of lines that are over: no change of a calendar makes a new version of them.
   */
  private boolean isInWorkingHours(Stage stage) {
    return stage.usualHours() != null
        && summary.state().inFlight()
        && progress().state().isOpen()
        && !summary.snapshot().timeOf(line, stage).isAroundTheClock();
  }

  private StagePane.Hold hold(Report hold) {
    return new StagePane.Hold(
        hold.happenedAt(), Optional.of(hold.reason()).filter(reason -> audience.seesReasons()));
  }

  private static Map<Verdict, Integer> verdicts(List<Measurement> measurements) {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict, (int) measurements.stream().filter(m -> m.verdict() == verdict).count());
    }
    return counts;
  }

  private Map<String, StagePane.RequirementRow> requirements(
      Stage stage, List<Measurement> measurements) {
    Map<String, StagePane.RequirementRow> rows = new LinkedHashMap<>();
    for (Measurement measurement : measurements) {
      rows.put(measurement.requirement().code(), requirement(rows.size() + 1, stage, measurement));
    }
    return rows;
  }

  private StagePane.RequirementRow requirement(int position, Stage stage, Measurement measurement) {
    Requirement requirement = measurement.requirement();
    return new StagePane.RequirementRow(
        position,
        ordered(requirement),
        measured(stage, measurement),
        measurement.verdict(),
        Optional.ofNullable(requirement.waiver()).filter(reason -> audience.seesReasons()));
  }

  private static StagePane.OrderedValue ordered(Requirement requirement) {
    return new StagePane.OrderedValue(
        requirement.name(),
        requirement.mandatory(),
        requirement.ordered(),
        requirement.unit(),
        requirement.minimum(),
        requirement.maximum(),
        requirement.sample(),
        requirement.photo());
  }

  private StagePane.MeasuredValue measured(Stage stage, Measurement measurement) {
    Optional<Report> newest = measurement.newest();
    boolean passed =
        measurement.verdict() != Verdict.FAILED
            && newest
                .filter(reading -> !Measurement.passes(measurement.requirement(), reading))
                .isEmpty();
    return new StagePane.MeasuredValue(
        measurement.measured(),
        measurement.failedUnits(),
        measurement.unproved(),
        newest
            .map(reading -> reading.reading().value())
            .filter(value -> audience.sees(GlassField.READINGS))
            .filter(value -> shown.showsValue(Optional.of(stage.code()), passed)),
        newest.map(reading -> Measurement.passes(measurement.requirement(), reading)),
        newest.map(Report::happenedAt));
  }

  private Map<String, StagePane.OperationRow> operations(List<OperationProgress> operations) {
    return operations.stream()
        .sorted(Comparator.comparing(OperationProgress::ended).reversed())
        .limit(MOST_OPERATIONS)
        .collect(
            Collectors.toMap(
                OperationProgress::name, this::row, (one, other) -> one, TreeMap::new));
  }

  private StagePane.OperationRow row(OperationProgress one) {
    return new StagePane.OperationRow(
        names.operation(one.name()).orElseGet(() -> LocalizedText.of(one.name())),
        one.began(),
        one.ended(),
        one.good(),
        one.rejected(),
        one.scrapped(),
        one.reports(),
        one.rework());
  }
}
