package org.vitrine.orders;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

  /** Raises these, in the transaction of whoever knows why; locks their orders by their keys. */
  public void raise(Queries transaction, Collection<Doubt> doubts, Actor by) {
    say(transaction, EventKind.DOUBTED, doubts, by);
  }

  /** They are doubted for this matter no longer; what else doubts them still does. */
  public void settle(Queries transaction, Collection<Doubt> doubts, Actor by) {
    say(transaction, EventKind.DOUBT_SETTLED, doubts, by);
  }

  private void say(Queries transaction, EventKind kind, Collection<Doubt> doubts, Actor by) {
    if (!doubts.isEmpty()) {
      Instant now = Json.asRead(clock.instant());
      history.doubted(transaction, kind, List.copyOf(doubts), by.name(), now);
    }
  }
}
