package org.vitrine.forecasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.forecasts.ForecastTable.LearnedFrom;
import org.vitrine.forecasts.ForecastTable.OrderPosition;
import org.vitrine.forecasts.PastOrder.Heard;
import org.vitrine.forecasts.PastOrder.PastHold;

/** A table says what its history does, whatever the order in which it is told. */
class LearnedTableTest {
  private static final Instant BEGIN = Instant.parse("2026-01-05T06:00:00Z");
  private static final Instant NIGHT = Instant.parse("2026-12-01T00:00:00Z");
  private static final HoursPlan PLAN = HoursPlan.ofPlant(100);
  private static final OrderPosition ANY =
      new OrderPosition("turning", "gear", OptionalDouble.of(10));

  private static ForecastTable table(List<PastOrder> history, HoursPlan plan) {
    return Forecasts.learnedFrom(history, plan, WorkingTime.AROUND_THE_CLOCK, NIGHT);
  }

  private static PastOrder order(int begins, double takes, OptionalDouble quantity) {
    Instant begun = BEGIN.plus(Duration.ofHours(begins));
    Instant done = begun.plusSeconds(Math.round(takes * 3_600));
    return new PastOrder(
        "WO-" + begins,
        "gear",
        quantity,
        List.of(new Heard(begun, "turning")),
        Optional.of(done),
        List.of());
  }

  private static PastOrder taking(double hours) {
    return order(0, hours, OptionalDouble.of(10));
  }

  private static double half(ForecastTable table) {
    return Forecast.at(table, ANY, 0).hours(0.5);
  }

  @Test
  void a_table_of_nothing_speaks_as_the_plan() {
    HoursPlan plan =
        new HoursPlan(100, OptionalDouble.of(250), Map.of("turning", 80.0, "packing", 5.0));
    ForecastTable table = table(List.of(), plan);

    assertThat(table.from()).isEqualTo(new LearnedFrom(0, 0));
    assertThat(half(table)).isCloseTo(80, within(1e-6));
    assertThat(Forecast.at(table, ANY, 0).hours(0.9)).isCloseTo(200, within(1e-6));
    OrderPosition elsewhere = new OrderPosition("lapping", "gear", OptionalDouble.empty());
    assertThat(Forecast.at(table, elsewhere, 0).hours(0.5)).isCloseTo(100, within(1e-6));
    assertThat(Forecast.at(table, elsewhere, 0).hours(0.9)).isCloseTo(250, within(1e-6));
  }

  @Test
  void many_that_take_twice_as_long_are_believed() {
    List<PastOrder> history = new ArrayList<>();
    Random random = new Random(3);
    for (int at = 0; at < 500; at++) {
      history.add(order(at, 200 * Math.exp(0.3 * random.nextGaussian()), OptionalDouble.of(10)));
    }

    assertThat(half(table(history, PLAN))).isBetween(180.0, 220.0);
    assertThat(half(table(history.subList(0, 5), PLAN))).isBetween(100.0, 180.0);
  }

  @Test
  void what_is_open_for_long_makes_others_later() {
    List<PastOrder> history =
        IntStream.range(0, 40).mapToObj(at -> order(at, 50, OptionalDouble.of(10))).toList();
    List<PastOrder> withOpen = new ArrayList<>(history);
    for (int at = 0; at < 20; at++) {
      withOpen.add(
          new PastOrder(
              "OPEN-" + at,
              "gear",
              OptionalDouble.of(10),
              List.of(new Heard(NIGHT.minus(Duration.ofHours(400)), "turning")),
              Optional.empty(),
              List.of()));
    }

    assertThat(half(table(withOpen, PLAN))).isGreaterThan(2 * half(table(history, PLAN)));
    assertThat(table(withOpen, PLAN).from()).isEqualTo(new LearnedFrom(40, 20));
  }

  @Test
  void what_happens_after_the_night_is_not_known() {
    PastOrder later = order(24 * 400, 10, OptionalDouble.of(10));
    PastOrder finishedLater =
        new PastOrder(
            "WO-1",
            "gear",
            OptionalDouble.empty(),
            List.of(new Heard(NIGHT.minusSeconds(60), "turning")),
            Optional.of(NIGHT.plusSeconds(60)),
            List.of());

    assertThat(table(List.of(later), PLAN)).isEqualTo(table(List.of(), PLAN));
    assertThat(table(List.of(finishedLater), PLAN).from()).isEqualTo(new LearnedFrom(0, 1));
  }

  @Test
  void hours_in_which_it_was_held_are_none() {
    PastOrder held =
        new PastOrder(
            "WO-0",
            "gear",
            OptionalDouble.of(10),
            List.of(new Heard(BEGIN, "turning")),
            Optional.of(BEGIN.plus(Duration.ofHours(150))),
            List.of(
                new PastHold(
                    BEGIN.plus(Duration.ofHours(10)),
                    Optional.of(BEGIN.plus(Duration.ofHours(110))))));
    ForecastTable expected = table(List.of(taking(50)), PLAN);

    assertThat(half(table(List.of(held), PLAN))).isCloseTo(half(expected), within(1e-9));
  }

  @Test
  void an_order_weighs_one_however_often_it_was_reported_on() {
    List<Heard> often = Collections.nCopies(400, new Heard(BEGIN, "turning"));
    PastOrder said =
        new PastOrder(
            "WO-0",
            "gear",
            OptionalDouble.of(10),
            often,
            Optional.of(BEGIN.plus(Duration.ofHours(50))),
            List.of());

    assertThat(half(table(List.of(said), PLAN)))
        .isCloseTo(half(table(List.of(taking(50)), PLAN)), within(1e-9));
  }

  @Test
  void a_product_that_nobody_knows_is_like_all() {
    ForecastTable table = table(List.of(taking(70), order(1, 90, OptionalDouble.empty())), PLAN);
    OrderPosition unknown = new OrderPosition("turning", "axle", OptionalDouble.empty());

    assertThat(table.products()).containsOnlyKeys("gear");
    assertThat(table.rest(unknown).scale() * table.products().get("gear"))
        .isCloseTo(
            table.rest(new OrderPosition("turning", "gear", OptionalDouble.empty())).scale(),
            within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -3, Double.NaN, 1e300, Double.POSITIVE_INFINITY, Double.MIN_VALUE})
  void whatever_quantity_somebody_writes_hours_stay_sensible(double quantity) {
    List<PastOrder> history =
        List.of(
            taking(50),
            order(1, 60, OptionalDouble.of(quantity)),
            order(2, 70, OptionalDouble.empty()));
    OrderPosition position = new OrderPosition("turning", "gear", OptionalDouble.of(quantity));

    assertThat(Forecast.at(table(history, PLAN), position, 0).hours(0.9)).isBetween(50.0, 500.0);
    assertThat(half(table(history, PLAN))).isBetween(20.0, 200.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -3, Double.NaN, 1e300, Double.POSITIVE_INFINITY, Double.MIN_VALUE})
  void whatever_a_plan_says_hours_are_numbers(double hours) {
    HoursPlan plan =
        new HoursPlan(hours, OptionalDouble.of(hours * 1.000001), Map.of("turning", hours));

    assertThat(half(table(List.of(), plan))).isFinite().isPositive();
    assertThat(half(table(List.of(taking(50), taking(60)), plan))).isFinite().isPositive();
  }

  @Test
  void reports_at_the_moment_at_which_it_is_finished_say_nothing() {
    PastOrder atOnce = taking(0);

    assertThat(table(List.of(atOnce), PLAN).from()).isEqualTo(new LearnedFrom(1, 0));
    assertThat(half(table(List.of(atOnce), PLAN))).isEqualTo(half(table(List.of(), PLAN)));
  }

  @Property(tries = 30)
  void the_same_history_in_any_order_gives_exactly_the_same_table(
      @ForAll long seed, @ForAll @IntRange(max = 60) int orders) {
    Random random = new Random(seed);
    List<PastOrder> history = new ArrayList<>();
    for (int at = 0; at < orders; at++) {
      history.add(any(at, random));
    }
    ForecastTable table = table(history, PLAN);
    Collections.shuffle(history, random);
    ForecastTable shuffled = table(history, PLAN);

    assertThat(shuffled.sizes().factors()).isEqualTo(table.sizes().factors());
    assertThat(shuffled).usingRecursiveComparison().withStrictTypeChecking().isEqualTo(table);
  }

  private static PastOrder any(int number, Random random) {
    List<Heard> heard = new ArrayList<>();
    Instant at = BEGIN.plus(Duration.ofMinutes(random.nextInt(400_000)));
    for (int report = 0; report <= random.nextInt(6); report++) {
      heard.add(new Heard(at, List.of("turning", "lapping", "packing").get(random.nextInt(3))));
      at = at.plus(Duration.ofMinutes(random.nextInt(3_000)));
    }
    return new PastOrder(
        "WO-" + number,
        "product-" + random.nextInt(4),
        random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextInt(500)),
        heard,
        Optional.of(at).filter(any -> random.nextInt(3) > 0),
        List.of());
  }
}
