package org.vitrine.forecasting;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.vitrine.forecasting.ToldRangeRepository.LearnedNight;
import org.vitrine.forecasts.FinishRange;
import org.vitrine.orders.Wording;
import org.vitrine.production.ToldForecast.HeldRanges;

/**
 * How often ranges held that were told, each judged on its last day: whoever judged at the finish
 * would leave out the late ones.
 *
 * @param learnedOn the last night on which was learned; absent before the first
 * @param finished from how many finished lines
 * @param open and from how many that were open
 * @param all of all
 * @param drift that fewer hold lately than ranges say, and by more than chance; absent where not
 * @param beside what simple methods would have said
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ForecastCoverage(
    Optional<LocalDate> learnedOn,
    int finished,
    int open,
    CoverageRow all,
    @JsonUnwrapped CoverageParts parts,
    Optional<HeldRanges> drift,
    MethodComparison beside) {
  /** So many of the newest tell whether they drift. */
  static final int NEWEST = 50;

  private static final int FEWEST = 20;
  private static final double BY_CHANCE = 0.01;
  private static final int MOST_ROWS = 50;
  private static final CoverageRow NONE =
      new CoverageRow("", Optional.empty(), 0, 0, 0, Optional.empty(), 0);

  /** By what ranges are told apart. */
  enum CoverageKind {
    ALL,
    MONTH,
    STAGE,
    PRODUCT,
    HORIZON
  }

  /**
   * The same by what tells them apart.
   *
   * @param byMonth of those whose last day came in a month, the newest first
   * @param byStage of those that were told at a stage
   * @param byProduct of those that were told of a product, the most frequent first
   * @param byHorizon by how many days lay ahead when they were told
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record CoverageParts(
      List<CoverageRow> byMonth,
      List<CoverageRow> byStage,
      List<CoverageRow> byProduct,
      List<CoverageRow> byHorizon) {}

  /**
   * Ranges of a kind.
   *
   * @param stage of which stage they were told, while its routing has it; absent for other kinds
   * @param replayed how many of them nobody read: told anew of a past that was brought in
   * @param key the month, the routing and stage, the product, or the most days; empty where all
   * @param halfHeld how many lines were ready by the day that half of them should be
   * @param held how many by the day that nine of ten should be
   * @param off how far off they were on average in days: the mean pinball loss at both days; of a
   *     line that is not ready, until now
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record CoverageRow(
      String key,
      Optional<CoverageStage> stage,
      int judged,
      int halfHeld,
      int held,
      Optional<Double> off,
      int replayed) {
    CoverageRow at(CoverageStage stage) {
      return new CoverageRow(
          key, Optional.ofNullable(stage), judged, halfHeld, held, off, replayed);
    }
  }

  /** A stage and its routing, as they are called. */
  record CoverageStage(Wording name, String routing) {}

  /**
   * @param stages by the keys of their rows
   * @param newest how many of the newest held
   */
  static ForecastCoverage of(
      Optional<LearnedNight> night,
      Map<CoverageKind, List<CoverageRow>> rows,
      Map<String, CoverageStage> stages,
      HeldRanges newest,
      MethodComparison beside) {
    return new ForecastCoverage(
        night.map(LearnedNight::day),
        night.map(LearnedNight::finished).orElse(0),
        night.map(LearnedNight::open).orElse(0),
        rows.getOrDefault(CoverageKind.ALL, List.of(NONE)).getFirst(),
        new CoverageParts(
            sorted(rows, CoverageKind.MONTH, Comparator.comparing(CoverageRow::key).reversed()),
            sorted(rows, CoverageKind.STAGE, Comparator.comparing(CoverageRow::key)).stream()
                .map(row -> row.at(stages.get(row.key())))
                .toList(),
            sorted(
                rows,
                CoverageKind.PRODUCT,
                Comparator.comparingInt(CoverageRow::judged).reversed()),
            sorted(
                rows,
                CoverageKind.HORIZON,
                Comparator.comparingInt(row -> Integer.parseInt(row.key())))),
        drift(newest),
        beside);
  }

  private static List<CoverageRow> sorted(
      Map<CoverageKind, List<CoverageRow>> rows, CoverageKind kind, Comparator<CoverageRow> order) {
    return rows.getOrDefault(kind, List.of()).stream().sorted(order).limit(MOST_ROWS).toList();
  }

  /** The newest ranges, where fewer of them held than chance explains; absent where not. */
  static Optional<HeldRanges> drift(HeldRanges newest) {
    return Optional.of(newest)
        .filter(ranges -> ranges.judged() >= FEWEST)
        .filter(
            ranges ->
                BinomialDistribution.of(ranges.judged(), FinishRange.NINE_OF_TEN)
                        .cumulativeProbability(ranges.held())
                    < BY_CHANCE);
  }
}
