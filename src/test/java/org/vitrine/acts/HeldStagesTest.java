package org.vitrine.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.acts.Holds.ActedOn;
import org.vitrine.acts.Holds.RefusedStage;
import org.vitrine.acts.Holds.StageOfLine;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.production.Reports.ReportOutcome;

class HeldStagesTest {
  private static final OrderNumber NUMBER = new OrderNumber("SO-1");
  private static final StageOfLine FIRST = new StageOfLine(1, "assembly");
  private static final StageOfLine SECOND = new StageOfLine(2, "packing");

  @Test
  void what_was_refused_is_not_said_to_stand_still() {
    ActedOn acted = ActedOn.of(NUMBER, List.of(FIRST, SECOND), List.of(refused(0), taken(1, 7)));
    assertThat(acted.stages()).containsExactly(SECOND);
    assertThat(acted.refused()).containsExactly(new RefusedStage(1, "assembly", "too late"));
    assertThat(acted.version()).isEqualTo(7);
    assertThat(acted.outcome()).isEqualTo(SaveOutcome.CHANGED);
  }

  @Test
  void what_was_said_before_counts_as_said() {
    ActedOn acted =
        ActedOn.of(
            NUMBER,
            List.of(FIRST, SECOND),
            List.of(taken(0, 7), new ReportOutcome.Known(1, "r2", "SO-1", 5)));
    assertThat(acted.stages()).containsExactly(FIRST, SECOND);
    assertThat(acted.refused()).isEmpty();
    assertThat(acted.version()).isEqualTo(7);
  }

  @Test
  void where_all_are_refused_so_is_the_whole() {
    assertThatExceptionOfType(Rejection.Conflict.class)
        .isThrownBy(() -> ActedOn.of(NUMBER, List.of(FIRST), List.of(refused(0))))
        .withMessage("too late");
  }

  private static ReportOutcome taken(int index, long version) {
    return new ReportOutcome.Taken(index, "r", "SO-1", version);
  }

  private static ReportOutcome refused(int index) {
    return new ReportOutcome.Refused(index, "r", "SO-1", "happenedAt", "too late");
  }
}
