package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.production.Reported.at;
import static org.vitrine.production.Reported.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.orders.Amount;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.ShipmentNumber;
import org.vitrine.orders.ShippedItem;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OrderChange.AtRisk;
import org.vitrine.production.OrderChange.Cancelled;
import org.vitrine.production.OrderChange.Completed;
import org.vitrine.production.OrderChange.Delivered;
import org.vitrine.production.OrderChange.Placed;
import org.vitrine.production.OrderChange.PromiseRevised;
import org.vitrine.production.OrderChange.Reinstated;
import org.vitrine.production.OrderChange.RequirementFailed;
import org.vitrine.production.OrderChange.Shipped;
import org.vitrine.production.OrderChange.StageBegun;
import org.vitrine.production.OrderChange.StageFinished;

class OrderChangeTest {
  private static final LocalDate TWELFTH = LocalDate.parse("2026-12-12");
  private static final LocalDate FIFTEENTH = LocalDate.parse("2026-12-15");

  private final AnOrder order = new AnOrder();

  @Test
  void an_order_that_was_not_there_was_placed() {
    order.promised("2026-12-12");
    assertThat(OrderComparison.between(Optional.empty(), order.summary()))
        .containsExactly(
            new Placed(), new PromiseRevised(Optional.empty(), TWELFTH, Optional.empty()));
  }

  @Test
  void where_nothing_happened_nothing_is_told() {
    order.promised("2026-12-12").said(report("1").of("A1").good(5));
    assertThat(changes(() -> {})).isEmpty();
  }

  @Test
  void a_promise_that_moves_is_told_with_its_reason() {
    order.promised("2026-12-12");
    assertThat(changes(() -> order.revised("2026-12-15", 1, "the coils came late")))
        .containsExactly(
            new PromiseRevised(
                Optional.of(TWELFTH),
                FIFTEENTH,
                Optional.of(LocalizedText.of("the coils came late"))));
  }

  @Test
  void a_date_of_a_line_is_told_with_the_line() {
    order.promised("2026-12-12");
    assertThat(changes(() -> order.revisedLine(1, "2026-12-15", 1)))
        .containsExactly(revised(1, TWELFTH, FIFTEENTH));
    assertThat(changes(() -> order.revisedLine(1, "TBC", 2)))
        .containsExactly(revised(1, FIFTEENTH, null));
    assertThat(changes(() -> order.revisedLine(1, "2026-12-12", 3)))
        .containsExactly(revised(1, null, TWELFTH));
    assertThat(changes(() -> order.promisedLine(1, "2026-12-12"))).isEmpty();
  }

  @Test
  void a_promise_that_is_withdrawn_and_given_again_is_told() {
    order.promised("2026-12-12");
    assertThat(changes(() -> order.withdrawn(1, "no coils")))
        .containsExactly(
            new PromiseRevised(
                Optional.empty(),
                Optional.of(TWELFTH),
                Optional.empty(),
                Optional.of(LocalizedText.of("no coils"))));
    assertThat(changes(() -> order.withdrawn(2, "still none"))).isEmpty();
    assertThat(changes(() -> order.revised("2026-12-15", 3, "they came")))
        .containsExactly(
            new PromiseRevised(
                Optional.empty(), FIFTEENTH, Optional.of(LocalizedText.of("they came"))));
  }

  private static PromiseRevised revised(int line, LocalDate before, LocalDate now) {
    return new PromiseRevised(
        Optional.of(line),
        Optional.ofNullable(before),
        Optional.ofNullable(now),
        Optional.of(LocalizedText.of("late valves")));
  }

  @Test
  void a_stage_begins_with_the_first_word_from_it() {
    assertThat(changes(() -> order.said(report("1").of("A1").good(5).beganAtHour(7).atHour(8))))
        .containsExactly(
            new StageBegun(1, "assembly", at(7)), new AtRisk(Risk.RiskKind.STALE, at(8 + 48)));
    assertThat(changes(() -> order.said(report("2").of("A2").good(5).atHour(9)))).isEmpty();
  }

  @Test
  void a_stage_finishes_when_all_of_it_was_reported_and_nothing_mandatory_is_open() {
    order.said(report("1").of("I1").good(100).atHour(8));
    assertThat(changes(() -> order.said(report("2").measured("capacity", "5").unit("a"))))
        .isEmpty();
    assertThat(changes(() -> order.said(report("3").measured("capacity", "5").unit("b"))))
        .containsExactly(
            new StageFinished(1, "inspection", at(8)), new AtRisk(Risk.RiskKind.STALE, at(8 + 12)));
  }

  @Test
  void a_requirement_fails_once_however_many_units_follow() {
    assertThat(
            changes(() -> order.said(report("1").measured("capacity", "11").unit("a").atHour(3))))
        .contains(new RequirementFailed(1, "inspection", "capacity", true, at(3)))
        .contains(new AtRisk(Risk.RiskKind.FAILED, at(3)));
    assertThat(
            changes(() -> order.said(report("2").measured("capacity", "12").unit("b").atHour(4))))
        .isEmpty();
  }

  @Test
  void an_order_is_completed_when_its_last_stage_is_met() {
    order.said(report("1").of("P1").good(100).atHour(90));
    assertThat(changes(() -> order.said(report("2").answered("drop", true).pictured().atHour(91))))
        .containsExactly(new StageFinished(1, "packing", at(90)), new Completed(at(91)));
  }

  @Test
  void that_there_are_fewer_than_ordered_is_told_with_it() {
    order.said(report("1").of("P1").good(90).kind(ReportKind.FINISHED).atHour(90));
    assertThat(changes(() -> order.said(report("2").answered("drop", true).pictured().atHour(91))))
        .contains(new Completed(at(91), Optional.of(true)));
  }

  @Test
  void cancelling_and_taking_up_again_are_told() {
    assertThat(changes(() -> order.cancelled("no money")))
        .containsExactly(new Cancelled(LocalizedText.of("no money")));
    assertThat(changes(order::reinstated)).containsExactly(new Reinstated());
  }

  @Test
  void a_risk_is_told_when_it_is_new_or_comes_earlier_and_not_when_it_moves_away() {
    order.said(report("1").of("A1").good(5).atHour(10));
    assertThat(changes(() -> order.said(report("2").of("A1").good(5).atHour(20)))).isEmpty();
    assertThat(changes(() -> order.said(report("3").of("A1").held("no coils").atHour(21))))
        .containsExactly(new AtRisk(Risk.RiskKind.HELD, at(21)));
    order.said(report("4").of("A1").kind(ReportKind.RESUMED).atHour(22));
    assertThat(changes(() -> order.said(report("5").of("A1").held("again").atHour(23))))
        .containsExactly(new AtRisk(Risk.RiskKind.HELD, at(23)));
  }

  @Test
  void much_that_happened_at_once_is_told_once_each() {
    OrderSummary before = order.summary();
    order.said(
        report("1").of("A1").good(100).atHour(1),
        report("2").of("A2").good(100).atHour(2),
        report("3").of("I1").good(50).atHour(3));
    assertThat(OrderComparison.between(Optional.of(ToldOrder.of(before)), order.summary()))
        .containsExactly(
            new StageBegun(1, "assembly", at(1)),
            new StageFinished(1, "assembly", at(2)),
            new StageBegun(1, "inspection", at(3)),
            new AtRisk(Risk.RiskKind.STALE, at(3 + 24)));
  }

  @Test
  void each_is_json_that_reads_back_as_it_was_written() {
    List<OrderChange> all =
        List.of(
            new Placed(),
            new PromiseRevised(
                Optional.of(TWELFTH), FIFTEENTH, Optional.of(LocalizedText.of("late"))),
            new Cancelled(LocalizedText.of("no money")),
            new Reinstated(),
            new StageBegun(1, "assembly", at(1)),
            new StageFinished(1, "assembly", at(2)),
            new RequirementFailed(1, "inspection", "capacity", true, at(3)),
            new Completed(at(4)),
            new Completed(at(4), Optional.of(true)),
            new AtRisk(Risk.RiskKind.HELD, at(5)),
            new Shipped(
                new ShipmentNumber("DN-1"),
                TWELFTH,
                List.of(new ShippedItem(1, Amount.of(60))),
                Optional.of("Pearl River"),
                Optional.of("PR 1"),
                Optional.of("https://track.example/PR%201")),
            new Delivered(
                new ShipmentNumber("DN-1"), FIFTEENTH, List.of(new ShippedItem(1, Amount.of(60)))));
    assertThat(all)
        .allSatisfy(
            change ->
                assertThat(Json.read(Json.text(change), OrderChange.class)).isEqualTo(change));
    assertThat(Json.text(all.get(4)))
        .isEqualTo(
            "{\"kind\":\"stage-begun\",\"line\":1,\"stage\":\"assembly\",\"at\":\"2026-11-16T01:00:00Z\"}");
  }

  @Test
  void what_was_told_is_json_that_reads_back_as_it_was_written() {
    assertReadsBack();
    order.said(report("1").of("A1").good(5), report("2").measured("capacity", "11").unit("a"));
    order.promised("2026-12-12").cancelled("no money");
    assertReadsBack();
    order.revisedLine(1, "TBC", 5).withdrawn(6, "no coils");
    assertReadsBack();
  }

  private void assertReadsBack() {
    ToldOrder told = ToldOrder.of(order.summary());
    assertThat(Json.read(Json.text(told), ToldOrder.class)).isEqualTo(told);
  }

  private List<OrderChange> changes(Runnable happening) {
    OrderSummary before = order.summary();
    happening.run();
    return OrderComparison.between(Optional.of(ToldOrder.of(before)), order.summary());
  }
}
