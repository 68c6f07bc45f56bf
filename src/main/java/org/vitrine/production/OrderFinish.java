package org.vitrine.production;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.production.FinishForecast.ForecastBasis;
import org.vitrine.production.Outlook.Dates;

/**
 * When the lines of an order are ready of which not all has left yet.
 *
 * @param dates in the plant's zone
 * @param basis what that rests on
 * @param lines when each of them is, by its number
 */
public record OrderFinish(
    Dates dates, ForecastBasis basis, Map<Integer, LineFinish> lines, ZoneId plantZone) {

  static Optional<OrderFinish> of(Map<Integer, LineFinish> lines, ZoneId plantZone) {
    List<FinishForecast> forecasts = lines.values().stream().map(LineFinish::forecast).toList();
    WorkingTime time =
        lines.values().stream()
            .map(LineFinish::time)
            .findFirst()
            .orElse(WorkingTime.AROUND_THE_CLOCK);
    return FinishForecast.together(forecasts, time)
        .map(all -> new OrderFinish(Dates.of(all, plantZone), all.basis(), lines, plantZone));
  }
}
