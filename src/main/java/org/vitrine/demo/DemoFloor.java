package org.vitrine.demo;

import java.util.List;
import org.vitrine.demo.StationTeller.BadgeHolder;
import org.vitrine.demo.StationTeller.ToldStation;
import org.vitrine.platform.CodePicture;
import org.vitrine.platform.Rejection;
import org.vitrine.stations.StationFloor;
import org.vitrine.stations.StationFloor.WaitingWork;
import org.vitrine.stations.Stations;

/**
 * The demo's shop floor as a visitor finds it: who has which badge, and what waits at each station.
 */
final class DemoFloor {
  private static final int SHOWN = 4;

  /** Those that a newcomer tries; the sheet of commands has all. */
  private static final List<String> COMMANDS = List.of("START", "GOOD", "REJECT", "DONE", "UNDO");

  private final StationTeller teller;
  private final Stations stations;
  private final StationFloor floor;

  DemoFloor(StationTeller teller, Stations stations, StationFloor floor) {
    this.teller = teller;
    this.stations = stations;
    this.floor = floor;
  }

  /** A badge, with its code. */
  record ShownBadge(BadgeHolder holder, String svg) {}

  /** Work that waits, with the code of its traveller. */
  record ShownTraveller(WaitingWork work, String svg) {}

  /** A station, and what can be scanned there. */
  record ShownStation(ToldStation station, List<ShownTraveller> travellers) {}

  /** A command, with its code. */
  record ShownCommand(String command, String svg) {}

  /** All of it. */
  record FloorPage(
      List<ShownBadge> badges, List<ShownStation> stations, List<ShownCommand> commands) {}

  List<BadgeHolder> holders() {
    return StationTeller.holders();
  }

  FloorPage page() {
    return new FloorPage(
        holders().stream()
            .map(one -> new ShownBadge(one, CodePicture.qr("VT-BADGE:" + one.badge())))
            .toList(),
        teller.told().stream().map(this::shown).toList(),
        COMMANDS.stream()
            .map(command -> new ShownCommand(command, CodePicture.qr("VT:" + command)))
            .toList());
  }

  private ShownStation shown(ToldStation station) {
    return new ShownStation(
        station,
        floor.waiting(stations, station.id(), SHOWN).stream()
            .map(work -> new ShownTraveller(work, CodePicture.qr(work.traveller())))
            .toList());
  }

  /**
   * What sets up the screen that opens it; throws {@link Rejection.NotFound} for another station.
   */
  String linkTo(long station) {
    return teller.told().stream()
        .filter(one -> one.id() == station)
        .map(teller::linkTo)
        .findFirst()
        .orElseThrow(() -> new Rejection.NotFound("The demo has no such station"));
  }
}
