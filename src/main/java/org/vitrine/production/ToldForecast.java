package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.vitrine.forecasts.FinishRange;
import org.vitrine.forecasts.ForecastLevel;
import org.vitrine.forecasts.Weibull;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Event;
import org.vitrine.orders.EventKind;
import org.vitrine.platform.json.Json;
import org.vitrine.production.FinishForecast.MovedBecause;

/**
 * What an order was told of when it is likely finished, as its history keeps it, with all that is
 * needed to go on from there at a report: a page is the same on every node, whatever table that
 * has.
 *
 * @param at when it was told
 * @param finished from how many finished lines it was learned
 * @param open and from how many that were open
 * @param level by how much both bounds are moved so that they hold as often as they say
 * @param ranges how often ranges held that were told before
 * @param lines by their numbers; a line is not there of which nothing was heard yet
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ToldForecast(
    Instant at,
    int finished,
    int open,
    ForecastLevel level,
    HeldRanges ranges,
    Map<Integer, ToldLine> lines) {

  /** From so many finished lines on what was learned speaks alone; before, the plan does too. */
  public static final int ENOUGH = 30;

  /** How many ranges were judged on their last day, and how many of those held. */
  public record HeldRanges(int judged, int held) {
    public static final HeldRanges NONE = new HeldRanges(0, 0);
  }

  /**
   * What one line was told.
   *
   * @param range absent while there was none, such as of what was held
   * @param quantity how much was ordered when it was told
   * @param promised the day that was promised for it then
   * @param rests how its rest is spread from each stage on, in hours of work, by the stage's code
   * @param ranges how often ranges held that were told at its stage
   * @param because what had happened that it was told at once
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record ToldLine(
      Optional<FinishRange> range,
      Optional<Amount> quantity,
      Optional<LocalDate> promised,
      Map<String, Weibull> rests,
      HeldRanges ranges,
      Optional<MovedBecause> because) {
    public ToldLine {
      rests = Map.copyOf(rests);
    }
  }

  public ToldForecast {
    lines = Map.copyOf(lines);
  }

  /** The newest of an order's history, in its order. */
  static Optional<ToldForecast> newest(Iterable<Event> events) {
    Event newest = null;
    for (Event event : events) {
      newest = event.kind() == EventKind.FORECAST_TOLD ? event : newest;
    }
    return Optional.ofNullable(newest).map(event -> Json.read(event.body(), ToldForecast.class));
  }

  /** Whether what was learned is told without the plan. */
  public boolean speaksAlone() {
    return finished >= ENOUGH;
  }
}
