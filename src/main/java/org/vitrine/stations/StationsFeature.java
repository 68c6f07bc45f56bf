package org.vitrine.stations;

import static org.vitrine.platform.web.MenuPlace.Group.MANAGE;

import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.web.PageEntry;
import org.vitrine.signin.AttemptThrottle;
import org.vitrine.signin.StrangersPace;

/** Screens on the shop floor, and who reports there. */
public final class StationsFeature {
  private StationsFeature() {}

  public static Feature of(
      Stations stations,
      Operators operators,
      StationFloor floor,
      AttemptThrottle attempts,
      Guards guards) {
    return Feature.named("stations")
        .answering(
            new OwnStationRoutes(stations, new StrangersPace(attempts), guards),
            new StationRoutes(stations, guards),
            new OperatorRoutes(operators, stations, guards),
            floor.routes(stations, operators, guards),
            floor.paper(stations, guards))
        .showing(
            PageEntry.forEverybody("/station", "station/pages/station.js")
                .alone()
                .using("camera")
                .using("microphone"),
            PageEntry.of("/stations", "stations/pages/stations.js")
                .needing(Permission.KEEP_STATIONS.code())
                .inMenu(MANAGE, 18, "nav.stations"),
            PageEntry.of("/travellers", "stations/pages/travellers.js")
                .needing(Permission.READ_PLANT.code())
                .inMenu(MANAGE, 19, "nav.travellers"))
        .forgetting(List.of(stations::addSweeps));
  }
}
