package org.vitrine.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vitrine.orders.Amount;
import org.vitrine.production.Report;
import org.vitrine.production.Routing;
import org.vitrine.production.Stage;

/**
 * What a log says of one stage, each report counted once.
 *
 * @param name the stage's, or the operation's where no stage knows it
 * @param mapped false for an operation that no stage knows
 * @param good pieces finished well, or as much of what is measured, those of rework among them
 * @param reworked of the good pieces, those that were worked on again
 */
public record StageTally(
    String name,
    boolean mapped,
    long reports,
    Amount good,
    Amount reworked,
    Amount rejected,
    Amount scrapped) {

  private static StageTally none(String name, boolean mapped) {
    return new StageTally(name, mapped, 0, Amount.NONE, Amount.NONE, Amount.NONE, Amount.NONE);
  }

  /** Every stage in the order of the routing, then the operations that none of them knows. */
  static List<StageTally> of(PlantLog log, Routing routing) {
    Set<String> corrected =
        log.entries().stream()
            .map(entry -> entry.report().reference().corrects())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Map<Optional<Stage>, List<Report>> byStage =
        log.entries().stream()
            .map(PlantLog.LogEntry::report)
            .filter(report -> !corrected.contains(report.id()))
            .collect(Collectors.groupingBy(report -> stageOf(report.place(), routing)));
    List<StageTally> tallies = new ArrayList<>();
    for (Stage stage : routing.stages()) {
      List<Report> reports = byStage.getOrDefault(Optional.of(stage), List.of());
      tallies.add(of(stage.name().plain(), true, reports));
    }
    byStage.getOrDefault(Optional.<Stage>empty(), List.of()).stream()
        .collect(
            Collectors.groupingBy(
                report ->
                    Objects.requireNonNullElse(report.place().operation(), report.place().stage()),
                TreeMap::new,
                Collectors.toList()))
        .forEach((operation, reports) -> tallies.add(of(operation, false, reports)));
    return List.copyOf(tallies);
  }

  private static Optional<Stage> stageOf(Report.Place place, Routing routing) {
    return place.stage() == null
        ? routing.stageOf(place.operation())
        : routing.stage(place.stage());
  }

  /** All of them together. */
  public static StageTally total(Collection<StageTally> tallies) {
    return tallies.stream().reduce(none("All", true), StageTally::plus);
  }

  private StageTally plus(StageTally other) {
    return new StageTally(
        name,
        mapped,
        reports + other.reports,
        good.plus(other.good),
        reworked.plus(other.reworked),
        rejected.plus(other.rejected),
        scrapped.plus(other.scrapped));
  }

  private static StageTally of(String name, boolean mapped, List<Report> reports) {
    return reports.stream()
        .map(report -> of(name, mapped, report))
        .reduce(none(name, mapped), StageTally::plus);
  }

  private static StageTally of(String name, boolean mapped, Report report) {
    Report.Pieces pieces = report.pieces();
    Amount good = orZero(pieces.good());
    return new StageTally(
        name,
        mapped,
        1,
        good,
        pieces.rework() ? good : Amount.NONE,
        orZero(pieces.rejected()),
        orZero(pieces.scrapped()));
  }

  private static Amount orZero(Amount pieces) {
    return pieces == null ? Amount.NONE : pieces;
  }
}
