package org.vitrine.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vitrine.forecasts.ForecastEvaluation;
import org.vitrine.forecasts.ForecastEvaluation.ChanceScore;
import org.vitrine.forecasts.ForecastEvaluation.PlayedPast;
import org.vitrine.forecasts.ForecastScore;
import org.vitrine.forecasts.ForecastScore.ByBoth;
import org.vitrine.forecasts.SaidForecast;
import org.vitrine.forecasts.SaidSpan;
import org.vitrine.forecasts.SaidWeek;
import org.vitrine.platform.StartFailed;

/**
 * What pages would have said of the orders of a log, how often that held, and what simpler methods
 * would have said. Nothing of it is stored.
 *
 * @param read what was read from the log or said by whoever sent it
 * @param range how wide what pages show would have been, and whether it leans to one side lately
 * @param methods what is shown first; one that never said anything is left out
 */
record ForecastTrial(
    @JsonUnwrapped TrialCounts counts,
    TrialDays days,
    TrialGround read,
    SaidSpan range,
    List<TriedMethod> methods,
    List<ChanceScore> chances,
    List<SaidWeek> weeks) {

  /**
   * @param refused rows that could not be read and are left out
   */
  record TrialCounts(int orders, int reports, int refused) {}

  /**
   * @param scoredFrom the day from which on what is said counts
   */
  record TrialDays(LocalDate first, LocalDate last, LocalDate scoredFrom) {}

  /**
   * @param worked such as {@code mon}
   * @param planHours how many hours of work are usually left at a report
   */
  record TrialGround(String zone, List<String> stages, List<String> worked, double planHours) {}

  /** See {@link ForecastScore}; what cannot be told is left out. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TriedMethod(
      String method,
      int reports,
      ByBoth offDays,
      ByBoth half,
      ByBoth nineOfTen,
      ByBoth onItsDay,
      double moveDays,
      double farMoves) {

    private static TriedMethod of(ForecastScore score) {
      return new TriedMethod(
          score.method(),
          score.reports(),
          score.pinball(),
          score.half(),
          score.nineOfTen(),
          Double.isNaN(score.onItsDay().byReport()) ? null : score.onItsDay(),
          score.moves(),
          score.farMoves());
    }
  }

  /**
   * @param limit is asked at each report whether it takes too long
   */
  static ForecastTrial of(PlantLog log, PlayedPast past, Runnable limit) {
    List<SaidForecast> said = new ArrayList<>();
    ForecastEvaluation found =
        ForecastEvaluation.of(
            past,
            one -> {
              limit.run();
              said.add(one);
            });
    if (found.scores().getFirst().reports() == 0) {
      throw new StartFailed(
          "%s has no report of an order under way from %s on, when scoring begins: give a longer log"
              .formatted(log.name(), found.scoredFrom()));
    }
    List<SaidForecast> scored =
        said.stream()
            .filter(
                one -> !one.at().isBefore(found.scoredFrom().atStartOfDay(past.zone()).toInstant()))
            .toList();
    return new ForecastTrial(
        new TrialCounts(found.orders(), log.entries().size(), log.refused().size()),
        new TrialDays(found.from(), found.to(), found.scoredFrom()),
        new TrialGround(log.zone().getId(), past.stages(), worked(past), past.plan().usual()),
        found.range(),
        found.scores().stream().filter(score -> score.reports() > 0).map(TriedMethod::of).toList(),
        found.chances(),
        SaidWeek.of(scored, past.zone()));
  }

  private static List<String> worked(PlayedPast past) {
    LocalDate monday = LocalDate.of(2026, 1, 5);
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> past.isWorked(monday.plusDays(day.ordinal())))
        .map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT))
        .toList();
  }
}
