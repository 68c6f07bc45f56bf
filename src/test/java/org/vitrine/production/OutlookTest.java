package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.production.Reported.at;
import static org.vitrine.production.Reported.report;

import java.time.Instant;
import org.junit.jupiter.api.Test;

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
                report("2").answered("drop", true).atHour(91));

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
