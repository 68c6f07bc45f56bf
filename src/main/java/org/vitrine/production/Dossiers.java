package org.vitrine.production;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.vitrine.accounts.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Database;

/** The door to everything there is about orders. */
public final class Dossiers {
  /** A version that no order has yet: whoever asks for it gets the newest. */
  public static final long NEWEST = Long.MAX_VALUE;

  private final Database database;
  private final Shelf shelf;
  private final DossierRepository repository = new DossierRepository();
  private final LongAdder ordersRead = new LongAdder();

  public Dossiers(Database database) {
    this(database, new Shelf());
  }

  private Dossiers(Database database, Shelf shelf) {
    this.database = database;
    this.shelf = shelf;
  }

  /** The same, asked over other connections. */
  public Dossiers over(Database other) {
    return new Dossiers(other, shelf);
  }

  Shelf shelf() {
    return shelf;
  }

  /**
   * The orders that exist among these, each in full, all of one snapshot, on behalf of a company:
   * what is not its own is not there.
   */
  public List<Dossier> read(Optional<CompanyId> company, Collection<OrderId> orders) {
    return orders.isEmpty()
        ? List.of()
        : database.onBehalfOf(
            company.map(CompanyId::value), queries -> repository.read(queries, company, orders));
  }

  /** An order as it lies in memory, if that is at this version or a later one. */
  public Optional<Dossier> inMemory(OrderId order, long version) {
    return shelf.version(order).filter(kept -> kept >= version).flatMap(kept -> shelf.find(order));
  }

  /**
   * The orders that exist among these, each at this version or a later one. What is in memory is
   * not read again, only what happened since; the rest is, and kept for the next time.
   */
  public List<Dossier> atLeast(Map<OrderId, Long> versions) {
    return atLeast(versions, shelf::put);
  }

  /** The newest of each, without keeping more in memory than is there already. */
  public List<Dossier> newest(Collection<OrderId> orders) {
    return atLeast(
        orders.stream().collect(Collectors.toMap(order -> order, order -> NEWEST)), read -> {});
  }

  private List<Dossier> atLeast(Map<OrderId, Long> versions, Consumer<Dossier> keep) {
    List<Dossier> found = new ArrayList<>();
    List<Dossier> old = new ArrayList<>();
    List<OrderId> unknown = new ArrayList<>();
    versions.forEach(
        (order, version) ->
            shelf
                .find(order)
                .ifPresentOrElse(
                    kept -> (kept.order().version() < version ? old : found).add(kept),
                    () -> unknown.add(order)));
    if (!old.isEmpty()) {
      unknown.addAll(continued(old, found));
    }
    List<Dossier> read = read(Optional.empty(), unknown);
    read.forEach(keep);
    found.addAll(read);
    ordersRead.add(old.size() + read.size());
    return found;
  }

  /** Brings these up to date; returns those that have to be read in full. */
  private List<OrderId> continued(List<Dossier> old, List<Dossier> found) {
    Map<OrderId, Dossier> continued = repository.continued(database, old);
    List<OrderId> others = new ArrayList<>();
    for (Dossier one : old) {
      OrderId order = one.order().id();
      Dossier now = continued.get(order);
      if (now == null) {
        shelf.forget(order);
        others.add(order);
      } else {
        shelf.put(now);
        found.add(now);
      }
    }
    return others;
  }

  /** How many orders were read to be shown, in full or from where memory ends. */
  public long ordersRead() {
    return ordersRead.sum();
  }

  /** Nothing that is in memory can be relied on any longer. */
  public void forgetAll() {
    shelf.forgetAll();
  }
}
