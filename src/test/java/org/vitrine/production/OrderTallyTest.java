package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.production.Reported.report;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderTallyTest {
  private static final OrderTally SILENT =
      OrderTally.of(
          List.of(ProgressProperties.LINE),
          OrderRoutings.newest(Map.of("r", ProgressProperties.ROUTING)));

  @Test
  void a_report_leaves_alone_whatever_it_does_not_concern() {
    OrderTally before =
        SILENT
            .plus(report("1").of("A1").good(5).said())
            .plus(report("2").of("A2").good(5).said())
            .plus(report("3").of("I1").good(5).said())
            .plus(report("4").of("Polish").good(5).said());

    LineTally after = before.plus(report("5").of("A1").good(1).said()).lines().get(1);

    LineTally kept = before.lines().get(1);
    assertThat(after.unmapped()).isSameAs(kept.unmapped());
    assertThat(after.courses().get("inspection")).isSameAs(kept.courses().get("inspection"));
    assertThat(after.courses().get("assembly").operations().get("A2"))
        .isSameAs(kept.courses().get("assembly").operations().get("A2"));
  }

  @Test
  void what_was_heard_before_changes_nothing() {
    OrderTally before = SILENT.plus(report("1").of("A1").good(5).said());

    assertThat(before.plus(report("1").of("A1").good(5).said())).isSameAs(before);
  }

  @Test
  void a_correction_that_is_withdrawn_leaves_neither_itself_nor_what_it_corrected() {
    OrderTally tally =
        SILENT
            .plus(report("1").of("A1").good(5).said())
            .plus(report("2").of("A1").good(3).correcting("1").atHour(1).said())
            .plus(report("3").of("A1").kind(ReportKind.WITHDRAWN).correcting("2").atHour(2).said());

    assertThat(tally.lines().get(1).courses().get("assembly").operations()).isEmpty();
  }

  @Test
  void a_report_that_is_corrected_takes_its_operation_with_it() {
    OrderTally after =
        SILENT
            .plus(report("1").of("Polish").good(5).said())
            .plus(report("2").of("A1").good(5).correcting("1").said());

    assertThat(after.lines().get(1).unmapped()).isEmpty();
    assertThat(after.byId()).hasSize(2);
  }
}
