package org.vitrine.stations;

import org.vitrine.orders.Line;
import org.vitrine.platform.Rejection;
import org.vitrine.production.Report;
import org.vitrine.production.Routing;
import org.vitrine.production.StationRule;

/**
 * A station reports what is done there, of whichever order: what waited without a network comes
 * when it is on no list any more.
 */
record StationReach(Stations stations) implements StationRule {
  @Override
  public void requireOwn(long station, Report report, Line line, Routing routing) {
    StationWork work =
        stations
            .ifKnown(station)
            .map(StationWork::of)
            .orElseThrow(() -> new Rejection.Invalid("station", "There is no such station"));
    Report.Place place = report.place();
    String measured = report.reading().requirement();
    boolean isMeasuredAlone = place.operation() == null && place.stage() == null;
    if (!isMeasuredAlone && !work.includes(place, routing)) {
      throw new Rejection.Invalid(
          place.operation() == null ? "stage" : "operation",
          "This is not done at this station; whoever keeps stations can add it there");
    }
    if (measured != null
        && line.requirements().stream()
            .filter(demanded -> demanded.code().equals(measured))
            .noneMatch(demanded -> work.stagesIn(routing).contains(demanded.stage()))) {
      throw new Rejection.Invalid("requirement", "This is not measured at this station");
    }
  }
}
