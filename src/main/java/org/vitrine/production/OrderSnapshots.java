package org.vitrine.production;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.vitrine.calendars.Calendars;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderRemoved;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** The door to orders with their history, cached where they are read often. */
public final class OrderSnapshots {
  /** A version that no order has yet: whoever asks for it gets the newest. */
  public static final long NEWEST = Long.MAX_VALUE;

  /** So many reports are read again sooner than they are looked for in memory. */
  private static final int SHORT = 500;

  private final Database database;
  private final OrderCache cache;
  private final ParsedRoutings routings;
  private final OrderSnapshotRepository repository;
  private final LongAdder ordersRead = new LongAdder();

  public OrderSnapshots(Database database) {
    this(database, new OrderCache(), new ParsedRoutings());
  }

  private OrderSnapshots(Database database, OrderCache cache, ParsedRoutings routings) {
    this.database = database;
    this.cache = cache;
    this.routings = routings;
    this.repository = new OrderSnapshotRepository(routings);
  }

  /** The same, asked over other connections. */
  public OrderSnapshots over(Database other) {
    return new OrderSnapshots(other, cache, routings);
  }

  OrderCache cache() {
    return cache;
  }

  ParsedRoutings routings() {
    return routings;
  }

  /**
   * The orders that exist among these, each in full, on behalf of a company: what is not its own is
   * not there. All are of one snapshot; but a long history that lies in memory is not read again,
   * and where more happened to one than reports it is read once more.
   */
  public List<OrderSnapshot> read(Optional<CompanyId> company, Collection<OrderId> orders) {
    if (orders.isEmpty()) {
      return List.of();
    }
    return database.onBehalfOf(
        company.map(CompanyId::value), queries -> read(queries, company, orders));
  }

  /** The same of any company, as a transaction sees them: nothing of it is kept in memory. */
  public List<OrderSnapshot> within(Queries transaction, Collection<OrderId> orders) {
    return orders.isEmpty()
        ? List.of()
        : repository.read(transaction, Optional.empty(), orders, Map.of());
  }

  /** By what these orders are made, as a transaction sees it, without their histories. */
  public Map<OrderId, OrderRoutings> routings(Queries transaction, Collection<OrderId> orders) {
    return orders.isEmpty() ? Map.of() : repository.routings(transaction, orders);
  }

  private List<OrderSnapshot> read(
      Queries queries, Optional<CompanyId> company, Collection<OrderId> orders) {
    Map<OrderId, OrderSnapshot> known = longHistories(orders);
    List<OrderSnapshot> read = new ArrayList<>(repository.read(queries, company, orders, known));
    Set<OrderId> missing = new HashSet<>(known.keySet());
    read.forEach(one -> missing.remove(one.order().id()));
    if (!missing.isEmpty()) {
      missing.forEach(cache::forget);
      read.addAll(repository.read(queries, company, missing, Map.of()));
      read.sort(Comparator.comparing(one -> one.order().id().value()));
    }
    read.forEach(this::keepIfLong);
    return read;
  }

  private Map<OrderId, OrderSnapshot> longHistories(Collection<OrderId> orders) {
    Map<OrderId, OrderSnapshot> known = new HashMap<>();
    for (OrderId order : orders) {
      cache.find(order).filter(OrderSnapshots::isLong).ifPresent(kept -> known.put(order, kept));
    }
    return known;
  }

  private static boolean isLong(OrderSnapshot snapshot) {
    return snapshot.reports() > SHORT;
  }

  private void keepIfLong(OrderSnapshot read) {
    if (isLong(read)) {
      cache.put(read);
    }
  }

  /** An order as it lies in memory, if that is at this version or a later one. */
  public Optional<OrderSnapshot> inMemory(OrderId order, long version) {
    return cache.version(order).filter(kept -> kept >= version).flatMap(kept -> cache.find(order));
  }

  /**
   * The orders that exist among these, each at this version or a later one. What is in memory is
   * not read again, only what happened since; the rest is, and kept for the next time.
   */
  public List<OrderSnapshot> atLeast(Map<OrderId, Long> versions) {
    return atLeast(database, versions, ordersRead);
  }

  /** The same, asked in a transaction, and not to be shown. */
  List<OrderSnapshot> atLeast(Queries transaction, Map<OrderId, Long> versions) {
    return atLeast(transaction, versions, new LongAdder());
  }

  private List<OrderSnapshot> atLeast(
      Queries queries, Map<OrderId, Long> versions, LongAdder counted) {
    List<OrderSnapshot> found = new ArrayList<>();
    List<OrderSnapshot> old = new ArrayList<>();
    List<OrderId> unknown = new ArrayList<>();
    versions.forEach(
        (order, version) ->
            cache
                .find(order)
                .ifPresentOrElse(
                    kept -> (kept.order().version() < version ? old : found).add(kept),
                    () -> unknown.add(order)));
    if (!old.isEmpty()) {
      unknown.addAll(continued(queries, old, found));
    }
    List<OrderSnapshot> read =
        unknown.isEmpty() ? List.of() : read(queries, Optional.empty(), unknown);
    read.forEach(cache::put);
    found.addAll(read);
    counted.add(old.size() + read.size());
    return found;
  }

  /** The newest of each, keeping in memory only what would take long to read again. */
  public List<OrderSnapshot> newest(Collection<OrderId> orders) {
    List<OrderSnapshot> known = new ArrayList<>();
    List<OrderId> unknown = new ArrayList<>();
    for (OrderId order : orders) {
      cache.find(order).ifPresentOrElse(known::add, () -> unknown.add(order));
    }
    List<OrderSnapshot> newest = new ArrayList<>();
    if (!known.isEmpty()) {
      unknown.addAll(continued(database, known, newest));
    }
    newest.addAll(read(Optional.empty(), unknown));
    ordersRead.add(newest.size());
    return newest;
  }

  /** These orders as they were at these versions, by the lines and routings that they have now. */
  List<OrderSnapshot> asOf(Queries queries, Map<OrderId, Long> versions) {
    return versions.isEmpty() ? List.of() : repository.asOf(queries, versions);
  }

  /** Brings these up to date; returns those that have to be read in full. */
  private List<OrderId> continued(
      Queries queries, List<OrderSnapshot> old, List<OrderSnapshot> found) {
    Map<OrderId, OrderSnapshot> continued = repository.continued(queries, old);
    List<OrderId> others = new ArrayList<>();
    for (OrderSnapshot one : old) {
      OrderId order = one.order().id();
      OrderSnapshot now = continued.get(order);
      if (now == null) {
        cache.forget(order);
        others.add(order);
      } else {
        cache.put(now);
        found.add(now);
      }
    }
    return others;
  }

  /** How many orders were read to be shown, in full or from where memory ends. */
  public long ordersRead() {
    return ordersRead.sum();
  }

  /**
   * What lies in memory holds the calendars by which it is worked. Orders that are open are told of
   * a change in its transaction; those that are over are read again, since a report may open them.
   * What is there no longer is forgotten.
   */
  public void heardOf(Collection<Change> changes) {
    OrderRemoved.among(changes).forEach(cache::forget);
    if (changes.stream().anyMatch(change -> change.kind().equals(Calendars.KIND))) {
      forgetAll();
    }
  }

  /** Nothing that is in memory can be relied on any longer. */
  public void forgetAll() {
    cache.forgetAll();
  }
}
