package org.vitrine.forecasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.forecasts.ForecastEvaluation.PlayedPast;
import org.vitrine.forecasts.PastOrder.PastHold;
import org.vitrine.forecasts.PastReplay.FirstSaid;

/** A past that is told anew says what pages would have said, and knows nothing of what came. */
class PastReplayTest {
  private static final PlayedPast PAST = MadeUpPlant.calm(7).ofOrders(60).played();
  private static final LocalDate BEGIN = LocalDate.ofInstant(MadeUpPlant.BEGIN, MadeUpPlant.ZONE);

  private static PlayedPast with(List<PastOrder> orders) {
    return new PlayedPast(orders, PAST.stages(), PAST.plan(), PAST.calendar(), PAST.zone());
  }

  private static Map<String, FinishRange> byStage(List<FirstSaid> said) {
    Map<String, FinishRange> first = new LinkedHashMap<>();
    said.forEach(one -> first.put(one.order().number() + one.report().stage(), one.range()));
    return first;
  }

  @Test
  void it_says_what_an_evaluation_says_first_at_each_stage() {
    Map<String, FinishRange> evaluated = new LinkedHashMap<>();
    ForecastEvaluation.of(
        PAST, one -> evaluated.putIfAbsent(one.order() + one.stage(), one.range()));

    assertThat(byStage(PastReplay.of(PAST, BEGIN, 0))).hasSizeGreaterThan(100).isEqualTo(evaluated);
  }

  @Test
  void what_comes_later_changes_nothing_of_what_was_said() {
    Instant cut = PAST.orders().get(40).heard().getFirst().at();
    PlayedPast before =
        with(
            PAST.orders().stream()
                .filter(order -> order.heard().getFirst().at().isBefore(cut))
                .map(order -> until(order, cut))
                .toList());
    Map<String, FinishRange> all = byStage(PastReplay.of(PAST, BEGIN, 5));

    Map<String, FinishRange> said = byStage(PastReplay.of(before, BEGIN, 5));

    assertThat(said).isNotEmpty();
    said.forEach((stage, range) -> assertThat(range).as(stage).isEqualTo(all.get(stage)));
  }

  private static PastOrder until(PastOrder order, Instant cut) {
    return new PastOrder(
        order.number(),
        order.product(),
        order.quantity(),
        order.heard().stream().filter(heard -> heard.at().isBefore(cut)).toList(),
        order.finished().filter(cut::isAfter),
        order.held());
  }

  @Test
  void nothing_is_said_while_few_are_finished_nor_before_its_first_day_nor_of_what_is_held() {
    LocalDate later = BEGIN.plusDays(40);
    assertThat(PastReplay.of(PAST, BEGIN, 61)).isEmpty();
    assertThat(PastReplay.of(PAST, later, 0))
        .isNotEmpty()
        .allSatisfy(
            one ->
                assertThat(one.report().at())
                    .isAfterOrEqualTo(later.atStartOfDay(MadeUpPlant.ZONE).toInstant()));

    List<PastOrder> held =
        PAST.orders().stream()
            .map(
                order ->
                    new PastOrder(
                        order.number(),
                        order.product(),
                        order.quantity(),
                        order.heard(),
                        order.finished(),
                        List.of(new PastHold(MadeUpPlant.BEGIN, Optional.empty()))))
            .toList();
    assertThat(PastReplay.of(with(held), BEGIN, 0)).isEmpty();
  }
}
