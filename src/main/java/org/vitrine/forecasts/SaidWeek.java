package org.vitrine.forecasts;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What would have been said in a week of orders that are finished by now, and what came; each on
 * average, in days from the report on.
 *
 * @param from its Monday
 * @param half by when half of such orders were said to be done
 * @param held the share that was finished by the second bound
 */
public record SaidWeek(
    LocalDate from, int reports, double half, double nineOfTen, double came, double held) {
  private static final double SECONDS_A_DAY = 86_400;

  /** In their order; a week in which nothing was said is left out. */
  public static List<SaidWeek> of(List<SaidForecast> said, ZoneId zone) {
    return said.stream()
        .filter(one -> one.finished().isPresent())
        .collect(
            Collectors.groupingBy(one -> monday(one.at(), zone), TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(week -> of(week.getKey(), week.getValue()))
        .toList();
  }

  private static LocalDate monday(Instant at, ZoneId zone) {
    return LocalDate.ofInstant(at, zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static SaidWeek of(LocalDate monday, List<SaidForecast> said) {
    double half = 0;
    double nineOfTen = 0;
    double came = 0;
    int held = 0;
    for (SaidForecast one : said) {
      Instant finished = one.finished().orElseThrow();
      half += days(one.at(), one.range().half());
      nineOfTen += days(one.at(), one.range().nineOfTen());
      came += days(one.at(), finished);
      held += finished.isAfter(one.range().nineOfTen()) ? 0 : 1;
    }
    int all = said.size();
    return new SaidWeek(monday, all, half / all, nineOfTen / all, came / all, (double) held / all);
  }

  private static double days(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds() / SECONDS_A_DAY;
  }
}
