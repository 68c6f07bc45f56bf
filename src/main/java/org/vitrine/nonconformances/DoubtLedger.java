package org.vitrine.nonconformances;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Actor;
import org.vitrine.orders.Doubts;
import org.vitrine.orders.Doubts.Doubt;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;

/**
 * What a nonconformance doubts of orders. It is told what it should be by now; the histories of the
 * orders hear the difference, in the same transaction (decision 0098).
 */
final class DoubtLedger {
  private final Doubts doubts;
  private final DoubtRepository repository = new DoubtRepository();

  DoubtLedger(Doubts doubts) {
    this.doubts = doubts;
  }

  /**
   * A stage of a line of an order.
   *
   * @param line absent for all lines
   * @param stage absent for where the line is
   */
  record DoubtedPlace(OrderId order, Optional<Integer> line, Optional<String> stage) {
    private Doubt of(DoubtCause cause) {
      return new Doubt(order, line, stage, cause.matter());
    }
  }

  /**
   * Why a nonconformance doubts something: each of its reasons does by itself.
   *
   * @param why {@code raised} where it showed, {@code held} where something is
   */
  record DoubtCause(NonconformanceNumber number, String why) {
    static DoubtCause raised(NonconformanceNumber number) {
      return new DoubtCause(number, "raised");
    }

    static DoubtCause held(NonconformanceNumber number) {
      return new DoubtCause(number, "held");
    }

    private String matter() {
      return number + "/" + why;
    }
  }

  /** From now on it doubts these for that, and no others; its row is locked by this transaction. */
  void keep(Queries transaction, DoubtCause cause, Collection<DoubtedPlace> wanted, Actor by) {
    Set<DoubtedPlace> before = repository.of(transaction, cause);
    Set<DoubtedPlace> more = without(wanted, before);
    Set<DoubtedPlace> less = without(before, wanted);
    repository.add(transaction, cause, more);
    repository.remove(transaction, cause, less);
    doubts.say(
        transaction,
        more.stream().map(one -> one.of(cause)).toList(),
        less.stream().map(one -> one.of(cause)).toList(),
        by);
  }

  private static Set<DoubtedPlace> without(
      Collection<DoubtedPlace> all, Collection<DoubtedPlace> those) {
    Set<DoubtedPlace> left = new HashSet<>(all);
    left.removeAll(those);
    return left;
  }
}
