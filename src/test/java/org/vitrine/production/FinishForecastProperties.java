package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.production.Reported.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.forecasts.FinishRange;
import org.vitrine.forecasts.ForecastLevel;
import org.vitrine.forecasts.Weibull;
import org.vitrine.orders.Amount;
import org.vitrine.production.FinishForecast.ForecastBasis;
import org.vitrine.production.FinishForecast.MovedBecause;
import org.vitrine.production.ToldForecast.HeldRanges;
import org.vitrine.production.ToldForecast.ToldLine;

/** What holds for whatever an order was told, whenever it is heard of again. */
class FinishForecastProperties {
  private static final String PROMISED = "2026-12-12";

  private static Reported assembled(String id, double hour) {
    return report(id).of("A1").good(10).atHour(hour);
  }

  private static ToldForecast told(
      double hour, Optional<FinishRange> range, double shape, double scale, int finished) {
    Weibull rest = new Weibull(shape, scale);
    return new ToldForecast(
        Reported.at(hour),
        finished,
        3,
        new ForecastLevel(Math.log(1.1), Math.log(0.9)),
        HeldRanges.NONE,
        Map.of(
            1,
            new ToldLine(
                range,
                Optional.of(Amount.of(100)),
                Optional.of(LocalDate.parse(PROMISED)),
                Map.of("assembly", rest, "inspection", rest, "packing", rest),
                HeldRanges.NONE,
                Optional.empty())));
  }

  private static FinishRange in(double hour, double half, double more) {
    return new FinishRange(Reported.at(hour + half), Reported.at(hour + half + more));
  }

  private static Optional<LineFinish> finish(AnOrder order) {
    return order.promised(PROMISED).summary().finish().map(found -> found.lines().get(1));
  }

  @Property
  void no_range_lies_in_the_past_and_half_comes_before_nine_of_ten(
      @ForAll @DoubleRange(min = 0.3, max = 8) double shape,
      @ForAll @DoubleRange(min = 0.1, max = 5_000) double scale,
      @ForAll @DoubleRange(min = 0, max = 900) double half,
      @ForAll @DoubleRange(min = 0, max = 900) double more,
      @ForAll @IntRange(min = 0, max = 400) int heardAgain) {
    AnOrder order =
        new AnOrder()
            .promised(PROMISED)
            .said(assembled("a", 1))
            .told(told(10, Optional.of(in(10, half, more)), shape, scale, 50))
            .said(assembled("b", heardAgain));

    FinishForecast found = order.summary().finish().orElseThrow().lines().get(1).forecast();

    assertThat(found.since()).isEqualTo(Reported.at(Math.max(10, heardAgain)));
    assertThat(found.earliest()).isBetween(found.since(), found.likely());
    assertThat(found.likely()).isBetween(found.since(), found.latest());
  }

  @Property
  void a_held_order_has_none(
      @ForAll @DoubleRange(min = 0.3, max = 8) double shape,
      @ForAll @DoubleRange(min = 1, max = 500) double scale,
      @ForAll @IntRange(min = 2, max = 400) int heldAt) {
    OrderSummary summary =
        new AnOrder()
            .promised(PROMISED)
            .said(assembled("a", 1))
            .told(told(10, Optional.of(in(10, 50, 50)), shape, scale, 50))
            .said(report("h").of("A1").held("oil").atHour(heldAt))
            .summary();

    assertThat(summary.finish()).isEmpty();
    assertThat(summary.withheld()).contains(Withheld.HELD);
    assertThat(summary.due().lines().get(1).chance()).isEmpty();
  }

  @Property
  void more_silence_never_makes_a_day_likelier_to_be_kept(
      @ForAll @DoubleRange(min = 0.3, max = 8) double shape,
      @ForAll @DoubleRange(min = 10, max = 900) double scale,
      @ForAll @IntRange(min = 2, max = 200) int first,
      @ForAll @IntRange(min = 0, max = 200) int later) {
    FinishForecast before = silent(first, shape, scale);
    FinishForecast after = silent(first + later, shape, scale);

    assertThat(after.likely()).isAfterOrEqualTo(before.likely().minusSeconds(2));
    assertThat(after.latest()).isAfterOrEqualTo(before.latest().minusSeconds(2));
  }

  /** Told at once, so many hours after the only report. */
  private static FinishForecast silent(int hours, double shape, double scale) {
    AnOrder order =
        new AnOrder()
            .promised(PROMISED)
            .said(assembled("a", 1))
            .told(told(1 + hours, Optional.empty(), shape, scale, 50));
    return order.summary().finish().orElseThrow().lines().get(1).forecast();
  }

  @Example
  void until_enough_lines_are_finished_the_later_of_plan_and_table_is_told() {
    AnOrder quick =
        new AnOrder()
            .promised(PROMISED)
            .said(assembled("a", 1))
            .told(told(2, Optional.of(in(2, 1, 1)), 2, 1, 12));
    ForecastBasis basis = quick.summary().finish().orElseThrow().basis();
    Instant planned =
        new AnOrder()
            .promised(PROMISED)
            .said(assembled("a", 1))
            .summary()
            .finish()
            .orElseThrow()
            .lines()
            .get(1)
            .forecast()
            .latest();

    assertThat(basis.learned()).isFalse();
    assertThat(basis.finished()).contains(12);
    assertThat(finish(quick).orElseThrow().forecast().latest()).isEqualTo(planned);
  }

  @Example
  void another_promise_moves_it_at_once_and_says_so() {
    AnOrder order =
        new AnOrder()
            .promised(PROMISED)
            .said(assembled("a", 1))
            .told(told(10, Optional.of(in(10, 50, 50)), 2, 900, 50))
            .revised("2026-12-24", 11, "late valves");

    FinishForecast found = order.summary().finish().orElseThrow().lines().get(1).forecast();

    assertThat(found.basis().because()).contains(MovedBecause.PROMISE);
    assertThat(found.likely()).isAfter(Reported.at(500));
  }

  @Property
  void two_lines_are_both_ready_no_sooner_than_either(
      @ForAll @DoubleRange(min = 1, max = 500) double one,
      @ForAll @DoubleRange(min = 1, max = 500) double other,
      @ForAll @DoubleRange(min = 0, max = 300) double spread) {
    List<FinishForecast> lines = List.of(line(one, spread), line(other, spread));

    FinishForecast both =
        FinishForecast.together(lines, WorkingTime.AROUND_THE_CLOCK).orElseThrow();

    Instant latest = later(lines.get(0).latest(), lines.get(1).latest());
    assertThat(both.latest()).isAfterOrEqualTo(latest.minusSeconds(60));
    assertThat(both.likely()).isBetween(both.since(), both.latest());
    assertThat(Duration.between(latest, both.latest())).isLessThan(Duration.ofHours(2_000));
  }

  private static FinishForecast line(double half, double more) {
    ForecastBasis learned =
        new ForecastBasis(
            true,
            Optional.of(50),
            Optional.of(3),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new FinishForecast(
        Reported.at(0), Reported.at(half), Reported.at(half), Reported.at(half + more), learned);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  @Property
  void stages_are_ready_one_after_the_other_and_the_last_with_the_line(
      @ForAll @DoubleRange(min = 0.3, max = 8) double shape,
      @ForAll @DoubleRange(min = 0.1, max = 5_000) double scale,
      @ForAll @DoubleRange(min = 0, max = 900) double half,
      @ForAll @DoubleRange(min = 0, max = 900) double more) {
    OrderSummary summary =
        new AnOrder()
            .promised(PROMISED)
            .said(assembled("a", 1))
            .told(told(10, Optional.of(in(10, half, more)), shape, scale, 50))
            .summary();

    List<LineFinish.StageReady> stages =
        List.copyOf(summary.readyAtStages(ProgressProperties.LINE).values());

    assertThat(stages).hasSize(3);
    assertThat(stages).isSortedAccordingTo(Comparator.comparing(LineFinish.StageReady::likely));
    assertThat(stages).isSortedAccordingTo(Comparator.comparing(LineFinish.StageReady::latest));
    assertThat(stages)
        .allSatisfy(stage -> assertThat(stage.likely()).isBeforeOrEqualTo(stage.latest()));
    assertThat(stages.getLast().latest()).isEqualTo(summary.forecast().orElseThrow().latest());
  }
}
