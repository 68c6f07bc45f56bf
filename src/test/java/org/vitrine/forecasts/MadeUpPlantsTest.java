package org.vitrine.forecasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.forecasts.ForecastEvaluation.PlayedPast;

/** Ranges hold in plants of other kinds than the one that the method was found on. */
class MadeUpPlantsTest {
  private static final int BEGINNING = 30;
  private static final double LEAST = 0.85;
  private static final double MOST = 0.97;

  /** What a plant's pages would have said, from one moment on. */
  private record PlayedPlant(PlayedPast past, ForecastEvaluation found, List<SaidForecast> said) {
    static PlayedPlant of(MadeUpPlant plant) {
      List<SaidForecast> said = new ArrayList<>();
      PlayedPast past = plant.played();
      return new PlayedPlant(past, ForecastEvaluation.of(past, said::add), said);
    }

    /** How often nine of ten held of what was said once so many were finished since. */
    double coverage(Instant since) {
      return held(enough(since), Instant.MAX);
    }

    /** The same of what was said before. */
    double atFirst(Instant since) {
      return held(since, enough(since));
    }

    private Instant enough(Instant since) {
      return past.orders().stream()
          .flatMap(order -> order.finished().stream())
          .filter(since::isBefore)
          .sorted()
          .skip(BEGINNING - 1)
          .findFirst()
          .orElseThrow();
    }

    private double held(Instant from, Instant to) {
      Instant end = said.getLast().at();
      return said.stream()
          .filter(one -> !one.at().isBefore(from) && one.at().isBefore(to))
          .map(one -> one.held(end))
          .flatMap(Optional::stream)
          .mapToInt(held -> held ? 1 : 0)
          .average()
          .orElseThrow();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void a_calm_plant_is_said_about_as_well_as_by_its_own_quantiles(long seed) {
    PlayedPlant plant = PlayedPlant.of(MadeUpPlant.calm(seed));
    ForecastScore shown = plant.found().score(ForecastEvaluation.SHOWN);
    ForecastScore plain = plant.found().score(ForecastEvaluation.STAGE_AND_PRODUCT);
    System.out.printf(
        "Calm plant, seed %d: off by %.2f days, plain quantiles by %.2f; nine of ten hold %.3f%n",
        seed,
        shown.pinball().byReport(),
        plain.pinball().byReport(),
        plant.coverage(Instant.EPOCH));

    assertThat(shown.pinball().byReport()).isLessThan(1.3 * plain.pinball().byReport());
    assertThat(plant.coverage(Instant.EPOCH)).isBetween(LEAST, MOST);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 3})
  void a_plant_that_becomes_slower_is_followed_after_thirty_orders(long seed) {
    MadeUpPlant made = MadeUpPlant.thatBecomesSlower(seed);
    PlayedPlant plant = PlayedPlant.of(made);
    System.out.printf(
        "Plant that becomes 40 %% slower, seed %d: nine of ten hold %.3f, of the first thirty"
            + " orders after the change %.3f, then %.3f%n",
        seed,
        plant.coverage(Instant.EPOCH),
        plant.atFirst(made.change()),
        plant.coverage(made.change()));

    assertThat(plant.coverage(Instant.EPOCH)).isBetween(LEAST, MOST);
    assertThat(plant.coverage(made.change())).isBetween(LEAST, MOST);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void a_product_that_is_new_each_week_is_no_surprise(long seed) {
    PlayedPlant plant = PlayedPlant.of(MadeUpPlant.withNewProducts(seed));
    System.out.printf(
        "Plant with a new product each week, seed %d: nine of ten hold %.3f%n",
        seed, plant.coverage(Instant.EPOCH));

    assertThat(plant.coverage(Instant.EPOCH)).isBetween(LEAST, MOST);
  }

  @ParameterizedTest
  @ValueSource(longs = {4})
  void the_same_past_is_played_the_same_again(long seed) {
    MadeUpPlant plant = MadeUpPlant.withNewProducts(seed).ofOrders(60);

    assertThat(PlayedPlant.of(plant)).isEqualTo(PlayedPlant.of(plant));
  }
}
