package org.vitrine.orders;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.access.Actor;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * The door to what may be wrong with orders. A doubt is an entry in the history of an order: from
 * then on its stage is not met for anybody, until the same doubt is settled (decision 0098). Why,
 * is known to whoever raised it.
 */
public final class Doubts {
  private final Clock clock;
  private final History history;

  public Doubts(Changes changes, Clock clock) {
    this.clock = clock;
    this.history = new History(changes);
  }

  /**
   * A doubt about an order.
   *
   * @param line absent for all of its lines
   * @param stage absent for the stage where a line is
   * @param matter what is looked into: the same matter doubts a stage once, however often it says
   *     so
   */
  public record Doubt(
      OrderId order, Optional<Integer> line, Optional<String> stage, String matter) {}

  /**
   * Raises some and settles others, in the transaction of whoever knows why: what else doubts the
   * same still does. Locks all of their orders by their keys, so that two who do so at once wait
   * for each other.
   */
  public void say(
      Queries transaction, Collection<Doubt> raised, Collection<Doubt> settled, Actor by) {
    List<SaidDoubt> said =
        Stream.concat(
                raised.stream().map(doubt -> new SaidDoubt(EventKind.DOUBTED, doubt)),
                settled.stream().map(doubt -> new SaidDoubt(EventKind.DOUBT_SETTLED, doubt)))
            .toList();
    if (!said.isEmpty()) {
      history.doubted(transaction, said, by.name(), Json.asRead(clock.instant()));
    }
  }

  /** What is to be said of a doubt. */
  record SaidDoubt(EventKind kind, Doubt doubt) {}
}
