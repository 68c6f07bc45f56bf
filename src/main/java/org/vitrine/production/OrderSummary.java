package org.vitrine.production;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.orders.Line;
import org.vitrine.orders.Promise;
import org.vitrine.production.Outlook.Dates;

/**
 * Where an order stands, over all of its lines: what its page, its row in a list, the filters and
 * whoever is told of its changes have in common.
 *
 * @param finish when the lines are ready of which not all has left yet
 * @param withheld why there is none
 * @param arrival when what has left is expected at the customer's
 */
public record OrderSummary(
    OrderSnapshot snapshot,
    Map<Integer, Progress> lines,
    OrderState state,
    Optional<Instant> heardAt,
    Optional<OrderFinish> finish,
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
    Map<Integer, LineFinish> finishes = LineFinish.of(snapshot, lines);
    DueDates due =
        DueDates.of(snapshot, lines, transports, heardAt, finishes, state.inFlight(), plantZone);
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
    List<Integer> open = open(lines, line -> !transports.get(line).hasArrived());
    List<Integer> made = open(lines, line -> !transports.get(line).hasLeft());
    Optional<Withheld> withheld =
        made.stream()
            .filter(line -> !finishes.containsKey(line))
            .flatMap(line -> lines.get(line).withheld().stream())
            .min(Withheld::compareTo);
    Optional<OrderFinish> finish =
        withheld.isPresent()
            ? Optional.empty()
            : OrderFinish.of(
                made.stream()
                    .filter(finishes::containsKey)
                    .collect(
                        Collectors.toMap(line -> line, finishes::get, (a, b) -> a, TreeMap::new)),
                plantZone);
    return new OrderSummary(
        snapshot,
        lines,
        state,
        heardAt,
        finish,
        withheld,
        Outlook.of(
            due,
            finish.map(OrderFinish::dates),
            open.stream()
                .flatMap(line -> lines.get(line).verifiedUntil().stream())
                .min(Instant::compareTo),
            standing(lines).flatMap(line -> line.stages().stream()),
            plantZone),
        due,
        arrival);
  }

  private static List<Integer> open(Map<Integer, Progress> lines, IntPredicate which) {
    return lines.entrySet().stream()
        .filter(line -> line.getValue().state().isOpen() && which.test(line.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** When the stages of a line are likely done that are not yet, by their codes. */
  public Map<String, LineFinish.StageReady> readyAtStages(Line line) {
    return finish
        .flatMap(
            all ->
                Optional.ofNullable(all.lines().get(line.number()))
                    .map(one -> one.atStages(line, lines.get(line.number()), all.plantZone())))
        .orElse(Map.of());
  }

  /** As days in the plant's zone. */
  public Optional<Dates> forecast() {
    return finish.map(OrderFinish::dates);
  }

  public Optional<Promise> promise() {
    return snapshot.promise();
  }

  /** Whether all of a line has left. */
  public boolean hasLeft(int line) {
    return LineTransport.of(snapshot.order().lines(), snapshot.shipments()).get(line).hasLeft();
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
