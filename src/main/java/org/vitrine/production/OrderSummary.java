package org.vitrine.production;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vitrine.orders.Promise;
import org.vitrine.production.Outlook.Dates;

/**
 * Where an order stands, over all of its lines: what its page, its row in a list, the filters and
 * whoever is told of its changes have in common.
 *
 * @param forecast when the lines are ready of which not all has left yet
 * @param withheld why there is none
 * @param arrival when what has left is expected at the customer's
 */
public record OrderSummary(
    OrderSnapshot snapshot,
    Map<Integer, Progress> lines,
    OrderState state,
    Optional<Instant> heardAt,
    Optional<Dates> forecast,
    Optional<Withheld> withheld,
    Outlook outlook,
    DueDates due,
    Optional<Arrival> arrival) {

  public static OrderSummary of(OrderSnapshot snapshot, ZoneId plantZone) {
    Map<Integer, Progress> lines = snapshot.progress();
    OrderState state = OrderState.of(snapshot.order(), lines.values());
    Optional<Instant> heardAt =
        lines.values().stream().flatMap(line -> line.heardAt().stream()).max(Instant::compareTo);
    Map<Integer, LineTransport> transports =
        LineTransport.of(snapshot.order().lines(), snapshot.shipments());
    DueDates due = DueDates.of(snapshot, lines, transports, heardAt, state.inFlight(), plantZone);
    Optional<Arrival> arrival = Arrival.of(snapshot.shipments(), plantZone);
    if (!state.inFlight()) {
      return new OrderSummary(
          snapshot,
          lines,
          state,
          heardAt,
          Optional.empty(),
          Optional.empty(),
          Outlook.OVER,
          due,
          arrival);
    }
    List<Progress> open = open(lines, line -> !transports.get(line).hasArrived());
    List<Progress> made = open(lines, line -> !transports.get(line).hasLeft());
    Optional<Withheld> withheld =
        made.stream().flatMap(line -> line.withheld().stream()).min(Withheld::compareTo);
    Optional<Dates> forecast = withheld.isPresent() ? Optional.empty() : forecast(made, plantZone);
    return new OrderSummary(
        snapshot,
        lines,
        state,
        heardAt,
        forecast,
        withheld,
        Outlook.of(
            due,
            forecast,
            open.stream().flatMap(line -> line.verifiedUntil().stream()).min(Instant::compareTo),
            standing(lines).flatMap(line -> line.stages().stream()),
            plantZone),
        due,
        arrival);
  }

  private static List<Progress> open(Map<Integer, Progress> lines, IntPredicate which) {
    return lines.entrySet().stream()
        .filter(line -> line.getValue().state().isOpen() && which.test(line.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static Optional<Dates> forecast(Collection<Progress> made, ZoneId plantZone) {
    return made.stream()
        .flatMap(line -> line.forecast().stream())
        .reduce(Forecast::and)
        .map(forecast -> Dates.of(forecast, plantZone));
  }

  public Optional<Promise> promise() {
    return snapshot.promise();
  }

  public boolean isHeld() {
    return anyStage(stage -> stage.hold().isPresent());
  }

  public boolean hasFailed() {
    return anyStage(stage -> stage.state() == StageState.FAILED);
  }

  /** Those that were not cancelled. */
  private static Stream<Progress> standing(Map<Integer, Progress> lines) {
    return lines.values().stream().filter(line -> line.state() != LineState.CANCELLED);
  }

  private boolean anyStage(Predicate<StageProgress> which) {
    return standing(lines).flatMap(line -> line.stages().stream()).anyMatch(which);
  }
}
