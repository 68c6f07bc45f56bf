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
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.Promise;

/** Two lines, each with a date of its own or not; the plant is in Shanghai. */
class DueDatesTest {
  private static final Reported BEGUN = report("1").of("A1").kind(ReportKind.STARTED).atHour(8);

  @ParameterizedTest
  @CsvSource({
    // order,     line 1,     line 2,     over,        next,       last,       tbc, late from
    "2026-12-04,           ,           , none,        2026-12-04, 2026-12-04, 0, 2026-12-04T16:00:00Z",
    "          , 2026-12-04, 2026-12-18, none,        2026-12-04, 2026-12-18, 0, 2026-12-04T16:00:00Z",
    "          , 2026-12-18, 2026-12-04, none,        2026-12-04, 2026-12-18, 0, 2026-12-04T16:00:00Z",
    "2026-12-31,           , 2027-01-01, none,        2026-12-31, 2027-01-01, 0, 2026-12-31T16:00:00Z",
    "          , 2028-02-29, 2028-02-28, none,        2028-02-28, 2028-02-29, 0, 2028-02-28T16:00:00Z",
    "          , 2026-12-04,           , none,        2026-12-04, 2026-12-04, 0, 2026-12-04T16:00:00Z",
    "          , TBC,        2026-11-30, none,        2026-11-30, 2026-11-30, 1, 2026-11-30T16:00:00Z",
    "          , TBC,        TBC,        none,                  ,           , 2,",
    "2026-12-04, TBC,                  , none,        2026-12-04, 2026-12-04, 1, 2026-12-04T16:00:00Z",
    "          , 2026-12-04, 2026-12-18, 1 completed, 2026-12-18, 2026-12-18, 0, 2026-12-18T16:00:00Z",
    "          , 2026-12-04, 2026-12-18, 1 cancelled, 2026-12-18, 2026-12-18, 0, 2026-12-18T16:00:00Z",
    "          , 2026-12-04, TBC,        1 cancelled,           ,           , 1,",
    "          , 2026-12-04, 2026-12-18, both completed, 2026-12-04, 2026-12-18, 0,",
    "          , 2026-12-04, 2026-12-18, both cancelled, 2026-12-04, 2026-12-18, 0,",
    "          ,           ,           , none,                  ,           , 0,"
  })
  void lines_go_by_their_own_date_or_the_order_s_as_long_as_they_are_open(
      String ofOrder,
      String first,
      String second,
      String over,
      LocalDate next,
      LocalDate last,
      int toBeConfirmed,
      Instant lateFrom) {
    boolean both = over.startsWith("both");
    boolean cancelled = over.endsWith("cancelled");
    AnOrder order =
        new AnOrder(line(1, cancelled ? "sold" : null), line(2, both && cancelled ? "sold" : null));
    Optional.ofNullable(ofOrder).ifPresent(order::promised);
    Optional.ofNullable(first).ifPresent(day -> order.promisedLine(1, day));
    Optional.ofNullable(second).ifPresent(day -> order.promisedLine(2, day));
    if (over.endsWith("completed")) {
      order.said(completed(1));
    }
    if (over.equals("both completed")) {
      order.said(completed(2));
    }

    OrderSummary summary = order.summary();
    assertThat(summary.due().next()).isEqualTo(Optional.ofNullable(next));
    assertThat(summary.due().last()).isEqualTo(Optional.ofNullable(last));
    assertThat(summary.due().toBeConfirmed()).isEqualTo(toBeConfirmed);
    assertThat(summary.outlook().lateFrom()).isEqualTo(Optional.ofNullable(lateFrom));
  }

  @Test
  void a_date_that_was_withdrawn_makes_nothing_late_until_it_is_set_again() {
    AnOrder order = new AnOrder().promised("2026-12-04").withdrawn(5, "no coils");
    assertThat(order.summary().outlook().lateFrom()).isEmpty();
    assertThat(order.summary().promise().flatMap(Promise::reason))
        .contains(LocalizedText.of("no coils"));
    order.revised("2026-12-24", 9, "coils came");
    assertThat(order.summary().outlook().lateFrom())
        .contains(Instant.parse("2026-12-24T16:00:00Z"));
    Promise promise = order.summary().promise().orElseThrow();
    assertThat(promise.original()).contains(LocalDate.parse("2026-12-04"));
    assertThat(promise.revisions())
        .extracting(Promise.Revision::date)
        .containsExactly(Optional.empty(), Optional.of(LocalDate.parse("2026-12-24")));
  }

  @Test
  void what_a_line_went_by_before_its_own_date_is_never_erased() {
    AnOrder order = new AnOrder(line(1, null), line(2, null));
    order.promised("2026-12-04").revisedLine(2, "2026-12-18", 3);
    order.revised("2026-12-11", 5, "late coils");

    Promise ofLine = order.summary().due().lines().get(2).promise().orElseThrow();
    assertThat(ofLine.original()).contains(LocalDate.parse("2026-12-04"));
    assertThat(ofLine.current()).contains(LocalDate.parse("2026-12-18"));
    assertThat(order.summary().due().lines().get(1).date()).contains(LocalDate.parse("2026-12-11"));
  }

  /** 84 hours remain from Monday 16:00 on in Shanghai: the 20th. */
  @Test
  void a_line_is_at_risk_by_its_own_date() {
    AnOrder late =
        new AnOrder().promised("2026-12-24").said(BEGUN).revisedLine(1, "2026-11-17", 20);
    AnOrder fine =
        new AnOrder().promised("2026-11-17").said(BEGUN).revisedLine(1, "2026-12-24", 20);
    AnOrder open = new AnOrder().promised("2026-11-17").said(BEGUN).revisedLine(1, "TBC", 20);

    assertThat(late.summary().outlook().risks()).contains(new Risk(Risk.RiskKind.FORECAST, at(20)));
    for (AnOrder order : List.of(fine, open)) {
      assertThat(order.summary().outlook().risks())
          .extracting(Risk::kind)
          .containsExactly(Risk.RiskKind.STALE);
    }
  }

  @Test
  void a_line_that_was_completed_puts_its_order_at_no_risk() {
    AnOrder order = new AnOrder(line(1, null), line(2, null));
    order.promisedLine(1, "2026-11-16").promisedLine(2, "2026-12-24").said(completed(1));
    order.said(report("b2").onLine(2).of("A1").kind(ReportKind.STARTED).atHour(8));

    assertThat(order.summary().outlook().risks())
        .extracting(Risk::kind)
        .containsExactly(Risk.RiskKind.STALE);
  }

  private static Reported completed(int line) {
    return report("done " + line).onLine(line).in("packing").kind(ReportKind.FINISHED).good(100);
  }

  private static Line line(int number, String cancelled) {
    return new Line(
        number,
        LocalizedText.of("P" + number),
        null,
        Amount.of(100),
        null,
        "r",
        List.of(),
        LocalizedText.of(cancelled),
        null,
        null);
  }
}
