package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.production.Reported.at;
import static org.vitrine.production.Reported.report;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is being looked into is not met, whatever the plant reports of it. */
class OpenDoubtsTest {
  private static final String OF_ASSEMBLY = "{\"line\":1,\"stage\":\"assembly\",\"matter\":\"7\"}";
  private static final Reported ASSEMBLED =
      report("1").in("assembly").kind(ReportKind.FINISHED).atHour(8);

  @Test
  void a_stage_that_was_met_is_not_until_the_doubt_is_settled() {
    AnOrder order = new AnOrder().said(ASSEMBLED);
    assertThat(states(order).getFirst()).isEqualTo(StageState.MET);

    order.doubted(9, OF_ASSEMBLY);
    assertThat(states(order).getFirst()).isEqualTo(StageState.DOUBTED);
    assertThat(order.summary().withheld()).contains(Withheld.DOUBTED);
    assertThat(order.summary().outlook().risks()).contains(new Risk(Risk.RiskKind.DOUBTED, at(9)));

    order.settled(10, OF_ASSEMBLY);
    assertThat(states(order).getFirst()).isEqualTo(StageState.MET);
  }

  @Test
  void each_matter_doubts_by_itself() {
    String other = OF_ASSEMBLY.replace("\"7\"", "\"8\"");
    AnOrder order = new AnOrder().said(ASSEMBLED).doubted(9, OF_ASSEMBLY).doubted(9, other);

    assertThat(states(order.settled(10, OF_ASSEMBLY)).getFirst()).isEqualTo(StageState.DOUBTED);
    assertThat(states(order.settled(11, other)).getFirst()).isEqualTo(StageState.MET);
  }

  @Test
  void a_doubt_without_a_stage_or_of_one_that_is_gone_is_where_the_line_is() {
    AnOrder order = new AnOrder().said(ASSEMBLED).doubted(9, "{\"matter\":\"7\"}");
    AnOrder gone =
        new AnOrder().said(ASSEMBLED).doubted(9, OF_ASSEMBLY.replace("assembly", "gone"));
    AnOrder silent = new AnOrder().doubted(9, "{\"matter\":\"7\"}");

    assertThat(states(order).get(1)).isEqualTo(StageState.DOUBTED);
    assertThat(states(gone)).isEqualTo(states(order));
    assertThat(states(silent).getFirst()).isEqualTo(StageState.DOUBTED);
  }

  @Test
  void what_is_done_stays_done_and_what_is_held_stays_held() {
    AnOrder done =
        new AnOrder()
            .said(
                report("1").of("P1").good(100).atHour(90),
                report("2").answered("drop", true).pictured().atHour(91))
            .doubted(92, "{\"matter\":\"7\"}");
    AnOrder held =
        new AnOrder().said(report("1").of("A1").held("no seals").atHour(8)).doubted(9, OF_ASSEMBLY);

    assertThat(done.summary().state()).isEqualTo(OrderState.COMPLETED);
    assertThat(states(done)).contains(StageState.DOUBTED);
    assertThat(held.summary().isHeld()).isTrue();
    assertThat(states(held).getFirst()).isEqualTo(StageState.DOUBTED);
  }

  @Test
  void reports_that_come_later_do_not_settle_it() {
    AnOrder order =
        new AnOrder()
            .doubted(1, OF_ASSEMBLY)
            .said(ASSEMBLED, report("2").of("A1").kind(ReportKind.FINISHED).atHour(12));

    assertThat(states(order).getFirst()).isEqualTo(StageState.DOUBTED);
  }

  private static List<StageState> states(AnOrder order) {
    return order.summary().lines().get(1).stages().stream().map(StageProgress::state).toList();
  }
}
