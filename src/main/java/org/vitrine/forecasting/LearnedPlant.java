package org.vitrine.forecasting;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.calendars.CalendarVersion;
import org.vitrine.calendars.Calendars;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.forecasting.LineHeardRepository.LineHeard;
import org.vitrine.forecasts.ForecastTable;
import org.vitrine.forecasts.ForecastTable.OrderPosition;
import org.vitrine.forecasts.HoursPlan;
import org.vitrine.forecasts.LearningNight;
import org.vitrine.forecasts.PastOrder;
import org.vitrine.forecasts.PastOrder.Heard;
import org.vitrine.forecasts.Weibull;
import org.vitrine.forecasts.WorkClock;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.Routing;
import org.vitrine.production.Routings;
import org.vitrine.production.Stage;

/** What is known of a plant at a night: how it works, and how long its lines take. */
final class LearnedPlant {
  private static final int AT_ONCE = 5_000;
  private static final int DAYS_AHEAD = 730;

  private final Map<String, Routing> routings = new HashMap<>();
  private final Map<String, WorkingTime> calendars = new HashMap<>();
  private final Map<String, WorkClock> clocks = new HashMap<>();
  private final Instant first;
  private final Instant night;
  private final HoursPlan plan;
  private ForecastTable table;

  private LearnedPlant(Routings routings, Calendars calendars, Instant first, Instant night) {
    routings.all().forEach(one -> this.routings.put(one.code(), one));
    for (CalendarVersion one : calendars.all()) {
      this.calendars.put(one.calendar().code(), one.calendar().workingTime());
    }
    this.first = first;
    this.night = night;
    this.plan = PlantPlan.of(this.routings.values());
  }

  /** From all that was heard of until this night. */
  static LearnedPlant at(
      Instant night,
      Queries queries,
      LineHeardRepository lines,
      Routings routings,
      Calendars calendars) {
    Instant first = lines.first(queries).filter(night::isAfter).orElse(night);
    LearnedPlant plant = new LearnedPlant(routings, calendars, first, night);
    LearningNight learning = new LearningNight(night, plant.plan);
    List<LineHeard> some;
    Optional<LineHeard> last = Optional.empty();
    do {
      some = lines.all(queries, last, AT_ONCE);
      some.forEach(one -> learning.hear(keyed(one), plant.clock(one.line().routing())));
      last = some.isEmpty() ? last : Optional.of(some.getLast());
    } while (some.size() == AT_ONCE);
    plant.table = learning.table();
    return plant;
  }

  /** With stages that are told from those of other routings. */
  static PastOrder keyed(LineHeard one) {
    PastOrder past = one.line().past();
    return new PastOrder(
        past.number(),
        past.product(),
        past.quantity(),
        past.heard().stream()
            .map(heard -> new Heard(heard.at(), PlantPlan.key(one.line().routing(), heard.stage())))
            .toList(),
        past.finished(),
        past.held());
  }

  ForecastTable table() {
    return table;
  }

  HoursPlan plan() {
    return plan;
  }

  WorkingTime time(String routing) {
    return Optional.ofNullable(routings.get(routing))
        .map(Routing::calendarAtLast)
        .map(calendars::get)
        .orElse(WorkingTime.AROUND_THE_CLOCK);
  }

  WorkClock clock(String routing) {
    return clocks.computeIfAbsent(
        routing,
        any -> WorkClock.of(time(routing), first, night.plus(DAYS_AHEAD, ChronoUnit.DAYS)));
  }

  /** How the rest of a line is spread from each stage on, from where it is, by their codes. */
  Map<String, Weibull> rests(LineHeard one, String furthest) {
    Map<String, Weibull> rests = new LinkedHashMap<>();
    PastOrder past = one.line().past();
    Routing routing = routings.get(one.line().routing());
    List<String> codes =
        routing == null ? List.of(furthest) : routing.stages().stream().map(Stage::code).toList();
    for (String code : codes.subList(Math.max(0, codes.indexOf(furthest)), codes.size())) {
      String stage = PlantPlan.key(one.line().routing(), code);
      rests.put(code, table.rest(new OrderPosition(stage, past.product(), past.quantity())));
    }
    return rests;
  }
}
