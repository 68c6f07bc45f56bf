package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.production.Reported.at;
import static org.vitrine.production.Reported.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.orders.Line;

/** Assembly takes 48 hours, inspection 24, packing 12; what is reported happens from Monday on. */
class OutlookTest {
  private static final Reported BEGUN = report("1").of("A1").kind(ReportKind.STARTED).atHour(8);

  @Test
  void an_order_is_late_from_the_end_of_the_promised_day_where_the_plant_is() {
    Outlook outlook = new AnOrder().promised("2026-12-15").said(BEGUN).summary().outlook();

    assertThat(outlook.lateFrom()).contains(Instant.parse("2026-12-15T16:00:00Z"));
  }

  @Test
  void it_is_stale_after_the_time_that_its_stage_usually_takes() {
    Outlook outlook = new AnOrder().said(BEGUN).summary().outlook();

    assertThat(outlook.staleFrom()).contains(at(8 + 48));
    assertThat(outlook.risks()).containsExactly(new Risk(Risk.RiskKind.STALE, at(8 + 48)));
  }

  @Test
  void of_what_is_over_nothing_is_expected() {
    AnOrder cancelled = new AnOrder().promised("2026-12-15").said(BEGUN).cancelled("no money");
    AnOrder completed =
        new AnOrder()
            .promised("2026-11-17")
            .said(
                report("1").of("P1").good(100).atHour(90),
                report("2").answered("drop", true).pictured().atHour(91));

    assertThat(cancelled.summary().outlook()).isEqualTo(Outlook.OVER);
    assertThat(completed.summary().state()).isEqualTo(OrderState.COMPLETED);
    assertThat(completed.summary().outlook()).isEqualTo(Outlook.OVER);
  }

  @Test
  void a_likely_date_after_the_promise_is_a_risk_since_it_was_heard_of() {
    AnOrder order = new AnOrder().promised("2026-11-17").said(BEGUN);

    assertThat(order.summary().outlook().risks())
        .containsExactly(
            new Risk(Risk.RiskKind.FORECAST, at(8)), new Risk(Risk.RiskKind.STALE, at(8 + 48)));
  }

  @Test
  void or_since_the_promise_was_moved_to_an_earlier_day() {
    AnOrder order =
        new AnOrder().promised("2026-12-24").said(BEGUN).revised("2026-11-17", 20, "in a hurry");

    assertThat(order.summary().outlook().risks())
        .contains(
            new Risk(Risk.RiskKind.FORECAST, at(20)), new Risk(Risk.RiskKind.STALE, at(8 + 48)));
  }

  /** Heard of at 16:00 in Shanghai, 84 hours remain, 126 when it goes slowly. */
  @Test
  void last_days_after_the_promise_are_a_hint_and_no_risk() {
    Outlook outlook = new AnOrder().promised("2026-11-20").said(BEGUN).summary().outlook();

    assertThat(outlook.mayComeLate()).contains(true);
    assertThat(outlook.risks()).extracting(Risk::kind).containsExactly(Risk.RiskKind.STALE);
    assertThat(outlook.forecastPassedFrom()).contains(Instant.parse("2026-11-21T16:00:00Z"));
  }

  /**
   * One line of 100, of which 84 hours remain from Monday 16:00 in Shanghai: it is ready on the
   * 20th, at the latest on the 21st.
   */
  @ParameterizedTest
  @CsvSource({
    // promised,  left, left on,    expected,   delivered,  likely late since,    may, late from,
    // ready, arrives
    "2026-11-24,   0,           ,           ,           ,                     , false,"
        + " 2026-11-24T16:00:00Z, 2026-11-20, ",
    "2026-11-24,  60, 2026-11-16, 2026-11-19,           ,                     , false,"
        + " 2026-11-24T16:00:00Z, 2026-11-20, 2026-11-19",
    "2026-11-24,  60, 2026-11-16, 2026-11-24,           ,                     , false,"
        + " 2026-11-24T16:00:00Z, 2026-11-20, 2026-11-24",
    "2026-11-24,  60, 2026-11-16, 2026-11-25,           , 2026-11-15T16:00:00Z, false,"
        + " 2026-11-24T16:00:00Z, 2026-11-20, 2026-11-25",
    "2026-11-24,  60, 2026-11-16, 2026-11-25, 2026-11-20,                     , false,"
        + " 2026-11-24T16:00:00Z, 2026-11-20, ",
    "2026-11-24,  60, 2026-11-16,           ,           ,                     , false,"
        + " 2026-11-24T16:00:00Z, 2026-11-20, ",
    "2026-11-20,  60, 2026-11-16, 2026-11-19,           ,                     ,  true,"
        + " 2026-11-20T16:00:00Z, 2026-11-20, 2026-11-19",
    "2026-11-20, 100, 2026-11-16, 2026-11-19,           ,                     , false,"
        + " 2026-11-20T16:00:00Z,           , 2026-11-19",
    "2026-11-17, 100, 2026-11-16, 2026-11-17,           ,                     , false,"
        + " 2026-11-17T16:00:00Z,           , 2026-11-17",
    "2026-11-17, 100, 2026-11-16, 2026-11-18,           , 2026-11-15T16:00:00Z, false,"
        + " 2026-11-17T16:00:00Z,           , 2026-11-18",
    "2026-11-18, 100, 2026-11-16, 2026-11-19, 2026-11-18,                     , false,             "
        + "        ,           , ",
    "2026-11-18, 100, 2026-11-16, 2026-11-17, 2026-11-19,                     , false,"
        + " 2026-11-18T16:00:00Z,           , "
  })
  void what_left_and_arrived_is_judged_with_what_is_made(
      String promised,
      int left,
      String leftOn,
      String expectedOn,
      String deliveredOn,
      Instant likelyLate,
      boolean mayComeLate,
      Instant lateFrom,
      LocalDate ready,
      LocalDate arrives) {
    AnOrder order = new AnOrder().promised(promised).said(BEGUN);
    if (left > 0) {
      order.left(1, left, leftOn, expectedOn, deliveredOn);
    }

    OrderSummary summary = order.summary();
    Outlook outlook = summary.outlook();
    assertThat(
            outlook.risks().stream()
                .filter(risk -> risk.kind() == Risk.RiskKind.FORECAST)
                .map(Risk::from)
                .toList())
        .isEqualTo(Optional.ofNullable(likelyLate).map(OutlookTest::later).stream().toList());
    assertThat(outlook.mayComeLate().isPresent()).isEqualTo(mayComeLate);
    assertThat(outlook.lateFrom()).isEqualTo(Optional.ofNullable(lateFrom));
    assertThat(summary.forecast().map(Outlook.Dates::likely)).isEqualTo(Optional.ofNullable(ready));
    assertThat(summary.arrival().map(Arrival::by)).isEqualTo(Optional.ofNullable(arrives));
  }

  /** Never before the promise was made, on Monday. */
  private static Instant later(Instant since) {
    return since.isBefore(Reported.MONDAY) ? Reported.MONDAY : since;
  }

  @Test
  void what_is_on_its_way_of_a_line_that_is_made_puts_an_order_at_risk_as_any_other() {
    AnOrder order =
        new AnOrder(ProgressProperties.LINE, second())
            .promised("2026-12-24")
            .said(report("1").onLine(2).in("packing").kind(ReportKind.FINISHED).good(100).atHour(8))
            .left(2, 100, "2026-11-17", "2026-12-28", null);

    OrderSummary summary = order.summary();
    assertThat(summary.state()).isEqualTo(OrderState.IN_PRODUCTION);
    assertThat(summary.outlook().risks())
        .containsExactly(new Risk(Risk.RiskKind.FORECAST, Instant.parse("2026-11-16T16:00:00Z")));
    assertThat(summary.due().lines().get(1).likelyLateFrom()).isEmpty();
    assertThat(summary.due().lines().get(2).likelyLateFrom()).isPresent();
  }

  @Test
  void a_line_that_is_likely_late_is_not_hidden_by_one_that_nothing_is_known_of() {
    AnOrder order =
        new AnOrder(ProgressProperties.LINE, second()).promised("2026-11-17").said(BEGUN);

    OrderSummary summary = order.summary();
    assertThat(summary.withheld()).contains(Withheld.UNKNOWN);
    assertThat(summary.outlook().risks()).contains(new Risk(Risk.RiskKind.FORECAST, at(8)));
  }

  @Test
  void what_has_arrived_is_not_waited_to_be_heard_of() {
    AnOrder order =
        new AnOrder()
            .promised("2026-11-20")
            .said(BEGUN)
            .left(1, 100, "2026-11-17", null, "2026-11-18");

    assertThat(order.summary().outlook()).isEqualTo(Outlook.OVER);
  }

  private static Line second() {
    return new Line(2, "P2", null, 100, "r", List.of());
  }

  @Test
  void what_is_held_is_at_risk_until_it_goes_on_whatever_is_not_heard() {
    AnOrder order = new AnOrder().said(BEGUN, report("2").of("A1").held("no coils").atHour(10));

    assertThat(order.summary().outlook().risks())
        .containsExactly(new Risk(Risk.RiskKind.HELD, at(10)));
    order.said(report("3").of("A1").kind(ReportKind.RESUMED).atHour(12));
    assertThat(order.summary().outlook().risks())
        .extracting(Risk::kind)
        .containsExactly(Risk.RiskKind.STALE);
  }

  @Test
  void what_failed_is_at_risk_since_the_reading_that_failed_and_not_the_last_that_passed() {
    AnOrder order =
        new AnOrder()
            .said(
                report("1").measured("capacity", "11").unit("a").atHour(10),
                report("2").measured("capacity", "5").unit("b").atHour(12));

    assertThat(order.summary().outlook().risks())
        .containsExactly(new Risk(Risk.RiskKind.FAILED, at(10)));
  }

  @Test
  void where_nothing_was_promised_and_nothing_heard_there_is_nothing_to_say() {
    assertThat(new AnOrder().summary().outlook().saysAnything()).isFalse();
  }
}
