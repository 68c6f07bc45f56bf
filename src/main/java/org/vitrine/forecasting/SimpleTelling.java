package org.vitrine.forecasting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vitrine.forecasting.LineHeardRepository.LineHeard;
import org.vitrine.forecasting.SimpleRangeRepository.FirstTelling;
import org.vitrine.forecasting.SimpleRangeRepository.SimplySaid;
import org.vitrine.forecasts.PastOrder.Heard;
import org.vitrine.forecasts.SimpleRanges;
import org.vitrine.platform.database.Database;

/**
 * Asks simple methods what they would have said where a range was told, each telling once. They
 * learn from what was finished by the morning of that day.
 */
final class SimpleTelling {
  /** A night asks about so many, and learns from the newest so many that are finished. */
  private static final int MOST_TOLD = 20_000;

  private static final int MOST_LEARNED = 5_000;

  private final Database database;
  private final LineHeardRepository lines;
  private final ZoneId plantZone;
  private final SimpleRangeRepository repository = new SimpleRangeRepository();

  SimpleTelling(Database database, LineHeardRepository lines, ZoneId plantZone) {
    this.database = database;
    this.lines = lines;
    this.plantZone = plantZone;
  }

  /** Two nodes that do it at once say the same. */
  void tell(LearnedPlant plant) {
    List<FirstTelling> told = repository.toCompare(database, MOST_TOLD);
    if (told.isEmpty()) {
      return;
    }
    Map<LocalDate, List<FirstTelling>> byDay =
        told.stream()
            .collect(
                Collectors.groupingBy(
                    one -> LocalDate.ofInstant(one.toldAt(), plantZone),
                    TreeMap::new,
                    Collectors.toList()));
    Deque<LineHeard> finished =
        new ArrayDeque<>(
            lines.finishedBefore(database, told.getFirst().toldAt(), MOST_LEARNED).reversed());
    SimpleRanges simple = new SimpleRanges(plant.plan());
    byDay.forEach(
        (day, ofDay) -> {
          know(simple, plant, finished, day.atStartOfDay(plantZone).toInstant());
          List<SimplySaid> said = new ArrayList<>();
          ofDay.forEach(one -> said.add(said(simple, plant, one)));
          repository.save(database, said);
        });
  }

  private static void know(
      SimpleRanges simple, LearnedPlant plant, Deque<LineHeard> finished, Instant morning) {
    while (!finished.isEmpty()
        && finished.getFirst().line().past().finished().orElseThrow().isBefore(morning)) {
      LineHeard one = finished.removeFirst();
      simple.know(LearnedPlant.keyed(one), plant.clock(one.line().routing()));
    }
  }

  private static SimplySaid said(SimpleRanges simple, LearnedPlant plant, FirstTelling told) {
    Heard report = new Heard(told.heardAt(), PlantPlan.key(told.routing(), told.stage()));
    return new SimplySaid(
        told, simple.say(report, told.product(), told.toldAt(), plant.clock(told.routing())));
  }
}
