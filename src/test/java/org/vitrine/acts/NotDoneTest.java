package org.vitrine.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vitrine.acts.SeveralOrders.OrderOutcome;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;

class NotDoneTest {
  private static final OrderNumber NUMBER = new OrderNumber("SO-1");

  @Test
  void where_the_database_did_not_answer_nobody_knows() {
    Rejection busy = new Rejection.Unavailable("The database is busy", Duration.ofSeconds(1));
    assertThat(OrderOutcome.notDone(NUMBER, busy).outcome()).isEqualTo("unknown");
  }

  @Test
  void what_does_not_fit_is_refused_at_its_field() {
    OrderOutcome outcome = OrderOutcome.notDone(NUMBER, new Rejection.Invalid("date", "Too far"));
    assertThat(outcome.outcome()).isEqualTo("refused");
    assertThat(outcome.field()).contains("date");
    assertThat(outcome.reason()).contains("Too far");
  }
}
