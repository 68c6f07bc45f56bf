package org.vitrine.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.orders.Promise;
import org.vitrine.production.Forecast;
import org.vitrine.production.LineState;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.Progress;
import org.vitrine.production.StageState;
import org.vitrine.production.Withheld;

/**
 * The state of an order, over all of its lines: what its page, its row in a list and the filters
 * have in common.
 */
record OrderSummary(
    OrderSnapshot snapshot,
    Map<Integer, Progress> lines,
    OrderState state,
    Optional<Promise> promise,
    Optional<Instant> heardAt,
    Optional<Instant> verifiedUntil,
    Optional<StatusPage.Dates> forecast,
    Optional<Withheld> withheld) {

  static OrderSummary of(OrderSnapshot snapshot, ZoneId plantZone) {
    Map<Integer, Progress> lines = snapshot.progress();
    OrderState state = OrderState.of(snapshot.order(), lines.values());
    Collection<Progress> open =
        state.inFlight()
            ? lines.values().stream().filter(line -> line.state() != LineState.COMPLETED).toList()
            : List.of();
    Optional<Withheld> withheld =
        open.stream().flatMap(line -> line.withheld().stream()).min(Withheld::compareTo);
    return new OrderSummary(
        snapshot,
        lines,
        state,
        snapshot.promise(),
        lines.values().stream().flatMap(line -> line.heardAt().stream()).max(Instant::compareTo),
        open.stream().flatMap(line -> line.verifiedUntil().stream()).min(Instant::compareTo),
        withheld.isPresent()
            ? Optional.empty()
            : open.stream()
                .flatMap(line -> line.forecast().stream())
                .reduce(Forecast::and)
                .map(forecast -> dates(forecast, plantZone)),
        withheld);
  }

  boolean isHeld() {
    return hasStage(StageState.HELD);
  }

  boolean hasFailed() {
    return hasStage(StageState.FAILED);
  }

  private boolean hasStage(StageState state) {
    return lines.values().stream()
        .flatMap(line -> line.stages().stream())
        .anyMatch(stage -> stage.state() == state);
  }

  private static StatusPage.Dates dates(Forecast forecast, ZoneId zone) {
    return new StatusPage.Dates(
        LocalDate.ofInstant(forecast.earliest(), zone),
        LocalDate.ofInstant(forecast.likely(), zone),
        LocalDate.ofInstant(forecast.latest(), zone));
  }
}
