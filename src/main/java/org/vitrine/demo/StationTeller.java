package org.vitrine.demo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.stations.Operators;
import org.vitrine.stations.Stations;

/** Puts stations onto the shop floor, and says who reports there; what a visitor changed stays. */
final class StationTeller {
  private static final Actor DEMO = Actor.system("Demo plant");

  /** As long as the links by which visitors sign in. */
  private static final Duration CODE_LASTS = Duration.ofHours(12);

  private static final List<FloorPlace> PLACES =
      List.of(
          new FloorPlace("Assembly 1", "Hall 2", "Indoor unit assembly", "Outdoor unit assembly"),
          new FloorPlace("Leak test 1", "Hall 2", "Leak test", "Performance test"),
          new FloorPlace("Packing 1", "Hall 3", "Cleaning", "Packing"));

  private static final List<BadgeHolder> HOLDERS =
      List.of(
          new BadgeHolder("Zhang Wei", "0042", "2468"),
          new BadgeHolder("Liu Yang", "0043", "1357"));

  private final Stations stations;
  private final Operators operators;

  StationTeller(Stations stations, Operators operators) {
    this.stations = stations;
    this.operators = operators;
  }

  private record FloorPlace(String name, String place, List<String> operations) {
    FloorPlace(String name, String place, String... operations) {
      this(name, place, List.of(operations));
    }
  }

  /** Somebody who reports at stations of the demo. */
  record BadgeHolder(String name, String badge, String pin) {}

  static List<BadgeHolder> holders() {
    return HOLDERS;
  }

  /** A station of the demo that is there: a visitor may have withdrawn it. */
  record ToldStation(long id, String name, String place) {}

  List<ToldStation> told() {
    return PLACES.stream().flatMap(place -> told(place).stream()).toList();
  }

  private Optional<ToldStation> told(FloorPlace place) {
    return stations.find(place.name()).map(id -> new ToldStation(id, place.name(), place.place()));
  }

  /** What sets up the screen that opens it as this one. */
  String linkTo(ToldStation station) {
    return stations.linkTo(station.id(), CODE_LASTS, DEMO);
  }

  void tellOnce() {
    PLACES.forEach(one -> stations.ensure(one.name(), one.place(), one.operations(), DEMO));
    HOLDERS.forEach(one -> operators.ensure(one.name(), one.badge(), one.pin(), DEMO));
  }

  /** How a visitor becomes the first of these stations, and who reports there. */
  DemoPlant.StationWay way() {
    FloorPlace first = PLACES.getFirst();
    BadgeHolder holder = HOLDERS.getFirst();
    return new DemoPlant.StationWay(
        first.name(),
        stations.linkTo(
            stations.ensure(first.name(), first.place(), first.operations(), DEMO),
            CODE_LASTS,
            DEMO),
        holder.badge(),
        holder.pin());
  }
}
