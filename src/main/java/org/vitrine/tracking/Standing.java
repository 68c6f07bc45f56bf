package org.vitrine.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.orders.Promise;
import org.vitrine.production.Dossier;
import org.vitrine.production.Forecast;
import org.vitrine.production.LineState;
import org.vitrine.production.Progress;
import org.vitrine.production.StageState;
import org.vitrine.production.Withheld;

/**
 * Where an order stands, over all of its lines: what its page, its row in a list and the filters
 * have in common.
 */
record Standing(
    Dossier dossier,
    Map<Integer, Progress> lines,
    OrderState state,
    Optional<Promise> promise,
    Optional<Instant> heardAt,
    Optional<Instant> verifiedUntil,
    Optional<StatusPage.Dates> forecast,
    Optional<Withheld> withheld) {

  static Standing of(Dossier dossier, ZoneId plantZone) {
    Map<Integer, Progress> lines = dossier.progress();
    OrderState state = OrderState.of(dossier.order(), lines.values());
    Collection<Progress> open =
        state.inFlight()
            ? lines.values().stream().filter(line -> line.state() != LineState.COMPLETED).toList()
            : List.of();
    Optional<Withheld> withheld =
        open.stream().flatMap(line -> line.withheld().stream()).min(Withheld::compareTo);
    return new Standing(
        dossier,
        lines,
        state,
        dossier.promise(),
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
