package org.vitrine.production;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.orders.Promise;
import org.vitrine.production.Outlook.Dates;

/**
 * Where an order stands, over all of its lines: what its page, its row in a list, the filters and
 * whoever is told of its changes have in common.
 */
public record OrderSummary(
    OrderSnapshot snapshot,
    Map<Integer, Progress> lines,
    OrderState state,
    Optional<Instant> heardAt,
    Optional<Dates> forecast,
    Optional<Withheld> withheld,
    Outlook outlook,
    DueDates due) {

  public static OrderSummary of(OrderSnapshot snapshot, ZoneId plantZone) {
    Map<Integer, Progress> lines = snapshot.progress();
    OrderState state = OrderState.of(snapshot.order(), lines.values());
    Optional<Instant> heardAt =
        lines.values().stream().flatMap(line -> line.heardAt().stream()).max(Instant::compareTo);
    DueDates due = DueDates.of(snapshot, lines, state.inFlight(), plantZone);
    if (!state.inFlight()) {
      return new OrderSummary(
          snapshot, lines, state, heardAt, Optional.empty(), Optional.empty(), Outlook.OVER, due);
    }
    List<Progress> open = lines.values().stream().filter(line -> line.state().isOpen()).toList();
    Optional<Withheld> withheld =
        open.stream().flatMap(line -> line.withheld().stream()).min(Withheld::compareTo);
    Optional<Dates> forecast = withheld.isPresent() ? Optional.empty() : forecast(open, plantZone);
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
            heardAt,
            open.stream().flatMap(line -> line.verifiedUntil().stream()).min(Instant::compareTo),
            standing(lines).flatMap(line -> line.stages().stream()),
            plantZone),
        due);
  }

  private static Optional<Dates> forecast(Collection<Progress> open, ZoneId plantZone) {
    return open.stream()
        .flatMap(line -> line.forecast().stream())
        .reduce(Forecast::and)
        .map(forecast -> Dates.of(forecast, plantZone));
  }

  public Optional<Promise> promise() {
    return snapshot.promise();
  }

  public boolean isHeld() {
    return hasStage(StageState.HELD);
  }

  public boolean hasFailed() {
    return hasStage(StageState.FAILED);
  }

  /** Those that were not cancelled. */
  private static Stream<Progress> standing(Map<Integer, Progress> lines) {
    return lines.values().stream().filter(line -> line.state() != LineState.CANCELLED);
  }

  private boolean hasStage(StageState state) {
    return standing(lines)
        .flatMap(line -> line.stages().stream())
        .anyMatch(stage -> stage.state() == state);
  }
}
