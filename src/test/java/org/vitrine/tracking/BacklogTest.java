package org.vitrine.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.vitrine.orders.OrderId;

class BacklogTest {
  private static final int ROUNDS = 300_000;

  private final Backlog backlog = new Backlog();

  @Test
  void what_is_added_again_while_it_is_worked_on_is_worked_on_again() {
    backlog.add(List.of(new OrderId(1)));
    assertThat(backlog.take(10)).containsExactly(new OrderId(1));
    backlog.add(List.of(new OrderId(1)));
    backlog.done();

    assertThat(backlog.take(10)).containsExactly(new OrderId(1));
  }

  @Test
  void what_failed_waits_again() {
    backlog.add(List.of(new OrderId(1), new OrderId(2)));
    backlog.take(1);
    backlog.putBack();

    assertThat(backlog.take(10)).hasSize(2);
    backlog.done();
    assertThat(backlog.all()).isEmpty();
  }

  /** One works through order after order; another looks all the while. */
  @Test
  void an_order_is_seen_from_when_it_was_added_until_it_is_done() throws Exception {
    AtomicReference<Optional<OrderId>> undone = new AtomicReference<>(Optional.empty());
    AtomicReference<OrderId> missed = new AtomicReference<>();
    Thread worker = Thread.ofPlatform().start(() -> work(undone));
    while (worker.isAlive() && missed.get() == null) {
      Optional<OrderId> before = undone.get();
      boolean seen = before.isPresent() && backlog.all().contains(before.get());
      if (before.isPresent() && before.equals(undone.get()) && !seen) {
        missed.set(before.get());
      }
    }
    worker.join();

    assertThat(missed.get()).isNull();
  }

  private void work(AtomicReference<Optional<OrderId>> undone) {
    for (int round = 1; round <= ROUNDS; round++) {
      OrderId order = new OrderId(round);
      backlog.add(List.of(order));
      undone.set(Optional.of(order));
      backlog.take(1);
      undone.set(Optional.empty());
      backlog.done();
    }
  }
}
