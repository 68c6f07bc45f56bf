package org.vitrine.forecasting;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.calendars.Calendars;
import org.vitrine.calendars.WorkCalendar;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.forecasting.LineHeardRepository.LineHeard;
import org.vitrine.forecasting.ReplayedRangeRepository.ReplayedTelling;
import org.vitrine.forecasts.ForecastEvaluation.PlayedPast;
import org.vitrine.forecasts.PastOrder;
import org.vitrine.forecasts.PastReplay;
import org.vitrine.forecasts.PastReplay.FirstSaid;
import org.vitrine.platform.database.Database;
import org.vitrine.production.Routings;

/**
 * Tells a past anew that was brought in whole: what lines would have been told, knowing each day
 * only what was heard before it. By the plant's own calendar, whatever single routings go by.
 */
final class PastTelling {
  private static final int AT_ONCE = 5_000;

  private final Database database;
  private final Routings routings;
  private final Calendars calendars;
  private final ZoneId plantZone;
  private final LineHeardRepository lines = new LineHeardRepository();
  private final ReplayedRangeRepository repository = new ReplayedRangeRepository();

  PastTelling(Database database, Routings routings, Calendars calendars, ZoneId plantZone) {
    this.database = database;
    this.routings = routings;
    this.calendars = calendars;
    this.plantZone = plantZone;
  }

  /**
   * @param fewest nothing is told while fewer lines are finished
   */
  void tell(LocalDate from, int fewest) {
    Map<String, LineHeard> heard = new HashMap<>();
    List<PastOrder> past = new ArrayList<>();
    List<LineHeard> some;
    Optional<LineHeard> last = Optional.empty();
    do {
      some = lines.all(database, last, AT_ONCE);
      some.forEach(one -> heard.put(one.line().past().number(), one));
      some.forEach(one -> past.add(LearnedPlant.keyed(one)));
      last = some.isEmpty() ? last : Optional.of(some.getLast());
    } while (some.size() == AT_ONCE);
    PlayedPast played =
        new PlayedPast(past, List.of(), PlantPlan.of(routings.all()), calendar(), plantZone);
    List<ReplayedTelling> told =
        PastReplay.of(played, from, fewest).stream()
            .map(said -> told(heard.get(said.order().number()), said))
            .toList();
    repository.save(database, told);
  }

  private WorkingTime calendar() {
    return calendars
        .find(WorkCalendar.PLANT)
        .map(version -> version.calendar().workingTime())
        .orElse(WorkingTime.AROUND_THE_CLOCK);
  }

  private static ReplayedTelling told(LineHeard line, FirstSaid said) {
    String routing = PlantPlan.key(line.line().routing(), "");
    return new ReplayedTelling(
        line, said.report().stage().substring(routing.length()), said.report().at(), said.range());
  }
}
