package org.vitrine.nonconformances;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  /**
   * From now on these are doubted for each of these causes, and no others. Their nonconformances
   * are locked by this transaction; it says all of them at once, because orders are locked by that
   * in one order only within one saying.
   */
  void keep(
      Queries transaction, Map<DoubtCause, ? extends Collection<DoubtedPlace>> wanted, Actor by) {
    List<Doubt> raised = new ArrayList<>();
    List<Doubt> settled = new ArrayList<>();
    wanted.forEach(
        (cause, places) -> {
          Set<DoubtedPlace> before = repository.of(transaction, cause);
          Set<DoubtedPlace> more = without(places, before);
          Set<DoubtedPlace> less = without(before, places);
          repository.add(transaction, cause, more);
          repository.remove(transaction, cause, less);
          more.forEach(one -> raised.add(one.of(cause)));
          less.forEach(one -> settled.add(one.of(cause)));
        });
    doubts.say(transaction, raised, settled, by);
  }

  private static Set<DoubtedPlace> without(
      Collection<DoubtedPlace> all, Collection<DoubtedPlace> those) {
    Set<DoubtedPlace> left = new HashSet<>(all);
    left.removeAll(those);
    return left;
  }
}
