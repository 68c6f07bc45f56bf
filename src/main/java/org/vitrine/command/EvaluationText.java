package org.vitrine.command;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.vitrine.forecasts.ForecastEvaluation;
import org.vitrine.forecasts.ForecastEvaluation.ChanceScore;
import org.vitrine.forecasts.ForecastEvaluation.PlayedPast;
import org.vitrine.forecasts.ForecastScore;
import org.vitrine.forecasts.ForecastScore.ByBoth;
import org.vitrine.forecasts.SaidSpan;
import org.vitrine.intake.PlantLog;

/** What an evaluation of forecasts found, for the terminal. */
final class EvaluationText {
  private static final int PERCENT = 100;
  private static final Map<String, String> METHODS =
      Map.of(
          ForecastEvaluation.SHOWN, "what the page shows",
          ForecastEvaluation.PLANNED, "hours of stages, with hindsight",
          ForecastEvaluation.MEAN_LEAD, "mean lead time",
          ForecastEvaluation.MEDIAN_REMAINING, "median remaining time",
          ForecastEvaluation.STAGE_AND_PRODUCT, "by stage and product");

  private EvaluationText() {}

  static String of(
      PlantLog log, PlayedPast past, ForecastEvaluation found, boolean planned, boolean days) {
    Lines lines = new Lines();
    lines.add(
        "%s: %s orders, %s reports, %s to %s",
        log.name(),
        Lines.number(found.orders()),
        Lines.number(log.entries().size()),
        found.from(),
        found.to());
    if (!log.refused().isEmpty()) {
      lines.add(
          "%s rows could not be read and are left out: vitrine import plant-log --dry-run says why",
          Lines.number(log.refused().size()));
    }
    lines.add("Stages: %s", String.join(", ", past.stages()));
    lines.add("Worked: %s%s", worked(past, found.from()), said(days, "--days"));
    lines.add(
        "Plan: %s h of work are usually left at a report%s",
        Lines.number(Math.round(past.plan().usual())), said(planned, "--plan-hours"));
    lines.gap();
    lines.add(
        "Scored at %s reports from %s on, each knowing only what came before it.",
        Lines.number(found.scores().getFirst().reports()), found.scoredFrom());
    lines.add("Figures are by report / by order: an order with many reports must not hide others.");
    lines.gap();
    lines.add(
        "%-32s %15s %13s %13s %15s %12s %8s",
        "", "off by (days)", "done by p50", "done by p90", "judged on day", "p90 moves", "> 3 d");
    found.scores().forEach(score -> lines.add("%s", line(score)));
    lines.gap();
    comparisons(lines, found);
    lines.add("%s %s", width(found.range()), lean(found.range()));
    lines.gap();
    lines.add("How well “done within …” was said (Brier score, beside saying the base rate):");
    found.chances().forEach(chance -> lines.add("%s", line(chance)));
    return lines.text();
  }

  /** Where it always comes, or never, there is nothing to hold it against. */
  private static String line(ChanceScore chance) {
    String ratio =
        chance.baseRate() == 0
            ? "always the same came"
            : String.format(Locale.ROOT, "ratio %.2f", chance.brier() / chance.baseRate());
    return String.format(
        Locale.ROOT,
        "  %2d days  %.3f  %.3f  %s",
        chance.days(),
        chance.brier(),
        chance.baseRate(),
        ratio);
  }

  private static String said(boolean said, String option) {
    return said ? "" : " (read from the log; %s says otherwise)".formatted(option);
  }

  private static String worked(PlayedPast past, LocalDate any) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> past.isWorked(any.with(TemporalAdjusters.nextOrSame(day))))
        .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
        .collect(Collectors.joining(", "));
  }

  private static String line(ForecastScore score) {
    return String.format(
        Locale.ROOT,
        "%-32s %15s %13s %13s %15s %10.2f d %6.0f %%",
        METHODS.get(score.method()),
        days(score.pinball()),
        share(score.half()),
        share(score.nineOfTen()),
        share(score.onItsDay()),
        score.moves(),
        score.farMoves() * PERCENT);
  }

  private static String days(ByBoth figure) {
    return String.format(Locale.ROOT, "%.2f / %.2f", figure.byReport(), figure.byOrder());
  }

  private static String share(ByBoth figure) {
    return String.format(
        Locale.ROOT, "%.0f / %.0f %%", figure.byReport() * PERCENT, figure.byOrder() * PERCENT);
  }

  private static void comparisons(Lines lines, ForecastEvaluation found) {
    ByBoth shown = found.score(ForecastEvaluation.SHOWN).pinball();
    ByBoth planned = found.score(ForecastEvaluation.PLANNED).pinball();
    ByBoth simple = found.bestSimple();
    lines.add(
        "The page is off by %s of the best simple method, by %s of the hours of stages.",
        days(ratio(shown, simple)), days(ratio(shown, planned)));
  }

  private static String width(SaidSpan range) {
    return String.format(
        Locale.ROOT,
        "Its p50 lay %.1f days ahead on average and its p90 %.1f, %.1f apart.",
        range.half(),
        range.nineOfTen(),
        range.nineOfTen() - range.half());
  }

  /** Judged on the day of the p50, since whoever is late would be left out at the finish. */
  private static String lean(SaidSpan range) {
    return range
        .lately()
        .map(
            late ->
                String.format(
                    Locale.ROOT,
                    "In the last four weeks %.0f %% were done by their p50; the middle one came"
                        + " %.1f days %s it.",
                    late.held() * PERCENT,
                    Math.abs(late.lateDays()),
                    late.lateDays() > 0 ? "after" : "before"))
        .orElse("In the last four weeks too few p50 came to say whether they lean to one side.");
  }

  private static ByBoth ratio(ByBoth one, ByBoth other) {
    return new ByBoth(one.byReport() / other.byReport(), one.byOrder() / other.byOrder());
  }
}
