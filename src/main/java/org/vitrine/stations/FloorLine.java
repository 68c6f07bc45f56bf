package org.vitrine.stations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.Company;
import org.vitrine.evidence.AskedPicture;
import org.vitrine.orders.Line;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Promise;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.Progress;
import org.vitrine.production.Routing;
import org.vitrine.production.StageProgress;
import org.vitrine.production.StageState;

/**
 * A line that is being made, as far as stations need to know it: small enough to keep all of them
 * in memory.
 *
 * @param version of its order, with all that is counted here
 * @param promised the day that its customer was told; absent while it is to be confirmed
 * @param stages those that it goes through, in their order
 * @param asked what of it somebody wants to see
 */
record FloorLine(
    OrderNumber order,
    long version,
    Line line,
    Company customer,
    Optional<LocalDate> promised,
    Routing routing,
    List<FloorStage> stages,
    List<AskedPicture> asked) {

  /**
   * The lines of an order that are not over.
   *
   * @param asked what of the order somebody wants to see
   */
  static List<FloorLine> of(OrderSnapshot snapshot, List<AskedPicture> asked) {
    Map<Integer, Progress> progress = snapshot.progress();
    if (snapshot.order().cancelReason() != null) {
      return List.of();
    }
    return snapshot.order().lines().stream()
        .filter(line -> progress.get(line.number()).state().isOpen())
        .map(
            line ->
                of(
                    snapshot,
                    line,
                    progress.get(line.number()),
                    asked.stream().filter(one -> one.spot().line() == line.number()).toList()))
        .toList();
  }

  private static FloorLine of(
      OrderSnapshot snapshot, Line line, Progress progress, List<AskedPicture> asked) {
    List<FloorStage> stages = new ArrayList<>();
    boolean isReached = true;
    for (StageProgress stage : progress.stages()) {
      boolean isHeard = stage.newest().isPresent() || stage.state() == StageState.UNDER_WAY;
      stages.add(FloorStage.of(snapshot, line, stage, isReached || isHeard));
      isReached = isHeard || stage.complete() || stage.through().isPositive();
    }
    return new FloorLine(
        snapshot.order().number(),
        snapshot.order().version(),
        line,
        snapshot.company(),
        snapshot.promises().of(line.number()).flatMap(Promise::current),
        snapshot.routings().of(line),
        List.copyOf(stages),
        asked);
  }
}
