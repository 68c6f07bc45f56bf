package org.vitrine.production;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.vitrine.orders.Line;
import org.vitrine.orders.ReportedWork;
import org.vitrine.orders.Requirement;

/**
 * What the reports on one line come to.
 *
 * @param courses by the code of the stage
 * @param unmapped operations that no stage of the routing knows, by what they are called
 * @param ambiguous what was said of operations that stand in several stages: to which of them it
 *     belongs is for {@link StageChoice} to say, once all is known
 * @param doubts what may be wrong with it, whatever is reported
 */
record LineTally(
    Line line,
    Routing routing,
    TreePMap<String, StageTimeline> courses,
    TreePMap<String, OperationTally> unmapped,
    TreePSet<Report> ambiguous,
    ChosenStages chosen,
    OpenDoubts doubts) {
  private static final TreePSet<Report> NONE = TreePSet.empty(Report.BY_TIME);

  static LineTally of(Line line, Routing routing) {
    return of(line, routing, OpenDoubts.NONE);
  }

  static LineTally of(Line line, Routing routing, OpenDoubts doubts) {
    TreePMap<String, StageTimeline> courses = TreePMap.empty();
    for (Stage stage : routing.stages()) {
      courses = courses.plus(stage.code(), StageTimeline.of(stage, line));
    }
    return new LineTally(
        line, routing, courses, TreePMap.empty(), NONE, new ChosenStages(), doubts);
  }

  LineTally plus(Report report) {
    if (report.kind() == ReportKind.SEEN) {
      return pictured(report, timeline -> timeline.plus(report));
    }
    if (isAmbiguous(report)) {
      return withAmbiguous(ambiguous.plus(report));
    }
    return with(report, timeline -> timeline.plus(report), operation -> operation.plus(report));
  }

  LineTally minus(Report report) {
    if (report.kind() == ReportKind.SEEN) {
      return pictured(report, timeline -> timeline.minus(report));
    }
    if (isAmbiguous(report)) {
      return withAmbiguous(ambiguous.minus(report));
    }
    return with(report, timeline -> timeline.minus(report), operation -> operation.minus(report));
  }

  /** A picture concerns what it shows that is demanded, and nothing else. */
  private LineTally pictured(Report report, UnaryOperator<StageTimeline> onStage) {
    return report.reading().requirement() != null && stageOfReading(report).isPresent()
        ? with(report, onStage, operation -> operation)
        : this;
  }

  private boolean isAmbiguous(Report report) {
    return report.place().stage() == null
        && report.place().operation() != null
        && routing.isAmbiguous(report.place().operation())
        && (!report.isReading() || stageOfReading(report).isEmpty());
  }

  private LineTally withAmbiguous(TreePSet<Report> reports) {
    return new LineTally(line, routing, courses, unmapped, reports, new ChosenStages(), doubts);
  }

  /** The same with everything where it belongs. */
  LineTally settled() {
    if (ambiguous.isEmpty()) {
      return this;
    }
    TreePMap<String, StageTimeline> settled = courses;
    Map<String, Stage> stages = chosen.of(this);
    for (Report report : ambiguous) {
      String code = stages.get(report.id()).code();
      settled = settled.plus(code, settled.get(code).plus(report));
    }
    return new LineTally(line, routing, settled, unmapped, NONE, new ChosenStages(), doubts);
  }

  private LineTally with(
      Report report,
      UnaryOperator<StageTimeline> onStage,
      UnaryOperator<OperationTally> elsewhere) {
    Optional<Stage> stage = stageOf(report);
    if (stage.isPresent()) {
      String code = stage.get().code();
      return new LineTally(
          line,
          routing,
          courses.plus(code, onStage.apply(courses.get(code))),
          unmapped,
          ambiguous,
          new ChosenStages(),
          doubts);
    }
    String label = label(report);
    OperationTally known = unmapped.get(label);
    OperationTally said = elsewhere.apply(known == null ? OperationTally.of(label) : known);
    return new LineTally(
        line,
        routing,
        courses,
        said.isEmpty() ? unmapped.minus(label) : unmapped.plus(label, said),
        ambiguous,
        new ChosenStages(),
        doubts);
  }

  private static String label(Report report) {
    Report.Place place = report.place();
    if (place.operation() != null) {
      return place.operation();
    }
    return place.stage() != null ? place.stage() : report.reading().requirement();
  }

  /** The stage that a report belongs to: as it says, or by its requirement, or by its operation. */
  Optional<Stage> stageOf(Report report) {
    Optional<Stage> demanded =
        report.reading().requirement() == null ? Optional.empty() : stageOfReading(report);
    if (demanded.isPresent()) {
      return demanded;
    }
    Report.Place place = report.place();
    if (place.stage() != null) {
      return routing.stage(place.stage());
    }
    if (place.operation() == null) {
      return Optional.empty();
    }
    return ambiguous.contains(report)
        ? Optional.of(chosen.of(this).get(report.id()))
        : routing.stageOf(place.operation());
  }

  /** Whether a stage has work that is named so, as {@link #stageOf} finds it of a report. */
  boolean knows(ReportedWork work) {
    if (work.requirement() != null && stageOfReading(work.requirement()).isPresent()) {
      return true;
    }
    if (work.stage() != null) {
      return routing.stage(work.stage()).isPresent();
    }
    return work.operation() != null && routing.stageOf(work.operation()).isPresent();
  }

  private Optional<Stage> stageOfReading(Report report) {
    return stageOfReading(report.reading().requirement());
  }

  private Optional<Stage> stageOfReading(String code) {
    return line.requirements().stream()
        .filter(requirement -> requirement.code().equals(code))
        .map(Requirement::stage)
        .findFirst()
        .flatMap(routing::stage);
  }

  StageTimeline course(Stage stage) {
    return courses.get(stage.code());
  }
}
