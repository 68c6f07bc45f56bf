package org.vitrine.demo;

import java.util.List;
import org.vitrine.Rooms;
import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;
import org.vitrine.platform.web.PageEntry;

/**
 * What only a demo serves: a page of its shop floor, with badges, PINs and codes to scan from the
 * screen. An installation does not list it, so nothing of it can be asked for there.
 */
public final class DemoFeature {
  private DemoFeature() {}

  public static List<Feature> of(Rooms rooms, Guards guards) {
    DemoFloor floor =
        new DemoFloor(
            new StationTeller(rooms.stations(), rooms.operators()),
            rooms.stations(),
            rooms.stationFloor());
    return List.of(
        Feature.named("demo")
            .answering(new DemoFloorRoutes(floor, guards))
            .showing(PageEntry.forEverybody("/demo", "demo/pages/demo.js"))
            .extending("/station", "demo/pages/at-station.js"));
  }
}
