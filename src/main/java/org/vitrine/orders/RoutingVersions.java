package org.vitrine.orders;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Queries;

/**
 * By which version of its routing a line is made: by one that it keeps, or by whatever is the
 * newest. Asked inside the transaction that changes the routing, which holds it.
 */
public final class RoutingVersions {
  private final RoutingVersionRepository repository = new RoutingVersionRepository();
  private final History history;

  public RoutingVersions(Changes changes) {
    this.history = new History(changes);
  }

  /**
   * What a line is made by.
   *
   * @param kept absent where it follows the newest version
   */
  public record LineRouting(int line, String routing, Optional<Integer> kept) {}

  /** Which line of which order. */
  public record MadeLine(OrderId order, int line) {}

  /** What is done to a routing: by whom, when, and which version it comes to. */
  public record RoutingChange(String routing, int version, String actor, Instant at) {}

  /** Of the lines of one order, by their numbers. */
  public Map<Integer, LineRouting> of(Queries queries, OrderId order) {
    return repository.of(queries, order).stream()
        .collect(Collectors.toMap(LineRouting::line, one -> one));
  }

  /** Locks the orders with lines that are made by this routing, so that none is reported of. */
  public void lock(Queries transaction, String routing) {
    repository.lock(transaction, routing);
  }

  /** Lines that the plant has reported of, and those that were cancelled, keep this version. */
  public void keepBegun(Queries transaction, String routing, int version) {
    repository.keepBegun(transaction, routing, version);
  }

  /** Whatever is none of these lines, or was cancelled, keeps this version. */
  public void keepOthers(
      Queries transaction, String routing, int version, Collection<MadeLine> open) {
    repository.keepOthers(transaction, routing, version, open);
  }

  /** Those of these lines that stand follow the newest; returns the orders that moved. */
  public List<OrderId> release(Queries transaction, String routing, Collection<MadeLine> open) {
    return repository.release(transaction, routing, open);
  }

  /** The orders with a line that follows the newest version. */
  public List<OrderId> followers(Queries queries, String routing) {
    return repository.followers(queries, routing);
  }

  /** Locks one order, so that none of it is reported of. */
  public void lock(Queries transaction, OrderId order) {
    repository.lock(transaction, order);
  }

  /** A line of an order that is locked keeps this version, or follows the newest. */
  public void keep(Queries transaction, OrderId order, int line, Optional<Integer> version) {
    repository.keep(transaction, order, line, version);
  }

  /** Tells the history of these orders that they are made in another way. */
  public void moved(Queries transaction, Collection<OrderId> orders, RoutingChange change) {
    history.routingChanged(transaction, orders, change);
  }
}
