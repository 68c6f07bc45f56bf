package org.vitrine.stations;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.vitrine.access.Guards;
import org.vitrine.evidence.Evidence;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Routes;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.traceability.Traces;
import org.vitrine.tracking.Tracking;

/** The door to what is being made, as stations see it. */
public final class StationFloor {
  private final FloorBoard board;
  private final Supplier<URI> house;
  private final Scans.ScanGround ground;
  private final OrderSnapshots snapshots;

  /**
   * @param behind orders of which it is not written down yet whether they are being made
   * @param house where people reach us, for travellers
   */
  public StationFloor(
      FloorGround below,
      Changes changes,
      Supplier<Set<OrderId>> behind,
      Supplier<URI> house,
      Clock clock) {
    this.board =
        new FloorBoard(
            below.snapshots(),
            below.tracking(),
            behind,
            orders -> below.evidence().asked(below.database(), orders),
            clock);
    this.house = house;
    this.ground = new Scans.ScanGround(below.database(), below.tracking(), below.traces());
    this.snapshots = below.snapshots();
    changes.onChange(board::heardOf);
    changes.onForget(board::forget);
  }

  /** What lies below. */
  public record FloorGround(
      Database database,
      Tracking tracking,
      OrderSnapshots snapshots,
      Traces traces,
      Evidence evidence) {}

  /**
   * Work that waits at a station.
   *
   * @param step its operation; the name of the stage where that is worked on as a whole
   * @param traveller the text of its code
   */
  public record WaitingWork(
      String order, int line, LocalizedText product, LocalizedText step, String traveller) {
    private static WaitingWork of(WorkItem item) {
      WorkItem.WorkPlace place = item.place();
      return new WaitingWork(
          place.order(),
          place.line(),
          item.ordered().product(),
          place.operation() == null
              ? LocalizedText.of(place.stageName().byLanguage())
              : LocalizedText.of(place.operation()),
          item.traveller());
    }
  }

  /** What can be worked on at a station, the nearest promise first; so many at most. */
  public List<WaitingWork> waiting(Stations stations, long station, int most) {
    StationWork work = StationWork.of(stations.known(station));
    return board.now().orders().values().stream()
        .flatMap(order -> order.lines().stream())
        .flatMap(line -> work.ready(line, house.get()).stream())
        .sorted(WorkItem.NEAREST_FIRST)
        .limit(most)
        .map(WaitingWork::of)
        .toList();
  }

  Routes routes(Stations stations, Operators operators, Guards guards) {
    StepFinder steps = new StepFinder(() -> stations.known().values(), house);
    return new WorkRoutes(
        stations, new WorkLists(board, house), new Scans(board, steps, operators, ground), guards);
  }

  Routes paper(Stations stations, Guards guards) {
    return new PaperRoutes(
        new TravellerSheets(ground.tracking(), snapshots, () -> stations.known().values(), house),
        guards);
  }
}
