package org.vitrine.stations;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.orders.OrderNumber;
import org.vitrine.production.Report;
import org.vitrine.production.Routing;
import org.vitrine.production.Stage;
import org.vitrine.stations.SaveStation.StationStage;

/** Which work of a line is a station's, by its operations and its stages: a pure function. */
record StationWork(List<String> operations, List<StationStage> stages) {

  static StationWork of(StationEntry station) {
    return new StationWork(station.operations(), station.stages());
  }

  /** What of this line is done here and not through yet, whether or not its turn has come. */
  List<WorkItem> on(FloorLine line, URI house) {
    return found(line, false).stream().map(one -> one.item(line, house)).toList();
  }

  /** What can be worked on here now. */
  List<WorkItem> ready(FloorLine line, URI house) {
    return found(line, true).stream().map(one -> one.item(line, house)).toList();
  }

  /** The codes of the stages of a routing in which something is done here. */
  Set<String> stagesIn(Routing routing) {
    return Stream.concat(
            operations.stream().flatMap(operation -> routing.stagesOf(operation).stream()),
            routing.stages().stream().filter(stage -> isWhole(stage.code(), routing)))
        .map(Stage::code)
        .collect(Collectors.toSet());
  }

  /** Whether what a report names is done here: by an operation, or a stage as a whole. */
  boolean includes(Report.Place place, Routing routing) {
    return place.operation() == null
        ? isWhole(place.stage(), routing)
        : operations.stream()
                .anyMatch(own -> OrderNumber.key(own).equals(OrderNumber.key(place.operation())))
            && routing.stagesOf(place.operation()).stream()
                .anyMatch(one -> place.stage() == null || one.code().equals(place.stage()));
  }

  private boolean isWhole(String stage, Routing routing) {
    return stages.stream()
        .filter(own -> own.routing() == null || own.routing().equals(routing.code()))
        .anyMatch(own -> own.stage().equals(stage));
  }

  /** A stage of a line at which a station works. */
  private record FoundWork(FloorStage stage, Optional<String> operation) {
    WorkItem item(FloorLine line, URI house) {
      return StationWork.item(line, stage, operation, house);
    }
  }

  /**
   * @param operation absent for the stage as a whole
   */
  static WorkItem item(FloorLine line, FloorStage stage, Optional<String> operation, URI house) {
    Traveller code =
        new Traveller(
            house.toString(),
            line.order().value(),
            line.line().number(),
            operation.orElse(stage.stage().code()));
    return WorkItem.of(line, stage, operation, code);
  }

  private List<FoundWork> found(FloorLine line, boolean reachedOnly) {
    Map<String, FoundWork> found = new LinkedHashMap<>();
    for (String operation : operations) {
      for (Stage stage : line.routing().stagesOf(operation)) {
        FloorStage known = stage(line, stage.code());
        if (known.wants(operation) && (known.isReached() || !reachedOnly)) {
          found.putIfAbsent(
              stage.code() + "\n" + OrderNumber.key(operation),
              new FoundWork(known, Optional.of(operation)));
          break; // An operation in several stages comes to the next once this one is through.
        }
      }
    }
    List<FoundWork> all = new ArrayList<>(found.values());
    for (StationStage wanted : stages) {
      if (wanted.routing() != null && !wanted.routing().equals(line.routing().code())) {
        continue;
      }
      line.stages().stream()
          .filter(one -> one.stage().code().equals(wanted.stage()))
          .filter(FloorStage::isOpen)
          .filter(one -> one.isReached() || !reachedOnly)
          .filter(one -> all.stream().noneMatch(known -> known.stage().equals(one)))
          .forEach(one -> all.add(new FoundWork(one, Optional.empty())));
    }
    return all;
  }

  private static FloorStage stage(FloorLine line, String code) {
    return line.stages().stream()
        .filter(one -> one.stage().code().equals(code))
        .findFirst()
        .orElseThrow();
  }
}
