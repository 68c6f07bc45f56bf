package org.vitrine.forecasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ForecastTest {
  private static final double EXACT = 1e-9;
  private final Weibull rest = new Weibull(1.5, 100);

  @Test
  void without_silence_its_hours_are_the_quantiles() {
    Forecast forecast = new Forecast(rest, 0);

    assertThat(forecast.hours(0.5)).isCloseTo(100 * Math.pow(Math.log(2), 1 / 1.5), within(EXACT));
    assertThat(forecast.hours(0.9)).isCloseTo(100 * Math.pow(Math.log(10), 1 / 1.5), within(EXACT));
  }

  @Test
  void a_report_that_comes_from_the_future_is_one_of_now() {
    assertThat(new Forecast(rest, -3)).isEqualTo(new Forecast(rest, 0));
  }

  @Property
  void chance_is_the_way_back_from_hours(
      @ForAll @DoubleRange(min = 0.5, max = 4) double shape,
      @ForAll @DoubleRange(min = 0, max = 300) double silence,
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double share) {
    Forecast forecast = new Forecast(new Weibull(shape, 100), silence);

    assertThat(forecast.chance(forecast.hours(share))).isCloseTo(share, within(1e-5));
  }

  @Property
  void silence_never_brings_it_nearer_and_it_is_never_over(
      @ForAll @DoubleRange(min = 0.1, max = 10) double shape,
      @ForAll @DoubleRange(min = 0.01, max = 10_000) double scale,
      @ForAll @DoubleRange(min = 0, max = 10_000) double silence,
      @ForAll @DoubleRange(min = 0, max = 1_000) double more,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double share) {
    Weibull any = new Weibull(shape, scale);
    double before = new Forecast(any, silence).hours(share);
    double after = new Forecast(any, silence + more).hours(share);

    assertThat(after).isGreaterThanOrEqualTo(before * (1 - EXACT));
    assertThat(after).isGreaterThanOrEqualTo((silence + more) * (1 - EXACT));
  }

  @Test
  void nothing_is_done_in_less_time_than_has_passed() {
    assertThat(new Forecast(rest, 50).chance(50)).isZero();
    assertThat(new Forecast(rest, 50).chance(20)).isZero();
    assertThat(new Forecast(rest, 50).chance(1e9)).isEqualTo(1);
  }
}
