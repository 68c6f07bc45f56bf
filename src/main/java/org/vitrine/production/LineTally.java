package org.vitrine.production;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.TreePMap;
import org.vitrine.orders.Line;
import org.vitrine.orders.Requirement;

/**
 * What the reports on one line come to.
 *
 * @param courses by the code of the stage
 * @param unmapped operations that no stage of the routing knows, by what they are called
 */
record LineTally(
    Line line,
    Routing routing,
    TreePMap<String, StageTimeline> courses,
    TreePMap<String, OperationTally> unmapped) {

  static LineTally of(Line line, Routing routing) {
    TreePMap<String, StageTimeline> courses = TreePMap.empty();
    for (Stage stage : routing.stages()) {
      courses = courses.plus(stage.code(), StageTimeline.of(stage, line));
    }
    return new LineTally(line, routing, courses, TreePMap.empty());
  }

  LineTally plus(Report report) {
    return with(report, timeline -> timeline.plus(report), operation -> operation.plus(report));
  }

  LineTally minus(Report report) {
    return with(report, timeline -> timeline.minus(report), operation -> operation.minus(report));
  }

  private LineTally with(
      Report report,
      UnaryOperator<StageTimeline> onStage,
      UnaryOperator<OperationTally> elsewhere) {
    Optional<Stage> stage = stageOf(report);
    if (stage.isPresent()) {
      String code = stage.get().code();
      return new LineTally(
          line, routing, courses.plus(code, onStage.apply(courses.get(code))), unmapped);
    }
    String label = label(report);
    OperationTally known = unmapped.get(label);
    OperationTally said = elsewhere.apply(known == null ? OperationTally.of(label) : known);
    return new LineTally(
        line,
        routing,
        courses,
        said.isEmpty() ? unmapped.minus(label) : unmapped.plus(label, said));
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
    Optional<Stage> demanded = report.isReading() ? stageOfReading(report) : Optional.empty();
    if (demanded.isPresent()) {
      return demanded;
    }
    Report.Place place = report.place();
    if (place.stage() != null) {
      return routing.stage(place.stage());
    }
    return place.operation() == null ? Optional.empty() : routing.stageOf(place.operation());
  }

  private Optional<Stage> stageOfReading(Report report) {
    return line.requirements().stream()
        .filter(requirement -> requirement.code().equals(report.reading().requirement()))
        .map(Requirement::stage)
        .findFirst()
        .flatMap(routing::stage);
  }

  StageTimeline course(Stage stage) {
    return courses.get(stage.code());
  }
}
